"""The end of a record’s key: what it sealed is unreadable from then on, here and in every copy of the database."""

from __future__ import annotations

from datetime import datetime
from typing import TypeVar

from django.db.models import Model

from waymark.foundation.access.actors import Actor
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.vault import keyring
from waymark.foundation.vault.models import RecordKey

Record = TypeVar("Record", bound=Model)


@deed("vault.destroy")
def destroy(*, by: Actor, at: datetime, record: Record) -> Record:
    """Destroys the key of a record (and with it its texts and documents). Twice is once; without a key, nothing.

    The row stays, and shows “This was erased on …”. Deleting the row destroys the key too.
    """
    RecordKey.objects.filter(
        about_table=record._meta.db_table, about_id=record.pk, destroyed_at__isnull=True
    ).update(destroyed_at=at)
    keyring.forget()
    return record
