"""Files of documents that were taken out: they go from the store once the row says so."""

from __future__ import annotations

from collections.abc import Iterable

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.vault import store
from waymark.foundation.vault.models import Document

TABLE = Document._meta.db_table
JOB = "purging"


def remove(keys: Iterable[object], authority_id: int) -> int:
    """Removes the files of these documents, as far as they were taken out. How many."""
    wanted = list(keys)
    if not wanted:
        return 0
    with acting(Actor.job(JOB, authority_id)):
        gone = [one for one in Document.objects.filter(pk__in=wanted) if one.is_taken_out]
    for document in gone:
        store.remove(document.stored_as)
    return len(gone)
