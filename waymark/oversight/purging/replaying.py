"""What a restore takes out again: every stone, as a line of places without content.

`listed` runs as the service; `again` needs the role that migrates and restores.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection, transaction

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.places.models import Authority

from . import files
from .models import Stone

JOB = "replay-purges"
PART = "|"
FIELDS = ("relation", "row_id", "field", "record_id", "authority_id", "purge_key", "taken_on")


def listed() -> list[str]:
    with acting(_everywhere()):
        return [PART.join(map(str, row)) for row in Stone.objects.order_by("pk").values_list(*FIELDS)]


def again(keys: Sequence[str]) -> int:
    """Takes out again what a backup brought back. How many fields were there. Run again, none."""
    with transaction.atomic(), acting(_everywhere()):
        return sum(_again(key) for key in keys)


def _again(key: str) -> bool:
    given = key.split(PART)
    with connection.cursor() as cursor:
        cursor.execute("SELECT purging.take_out_again(%s, %s, %s, %s, %s, %s, %s)", given)
        [was_there] = cursor.fetchone()
    said = dict(zip(FIELDS, given, strict=True))
    if said["relation"] == files.TABLE:
        transaction.on_commit(lambda: files.remove([said["row_id"]], int(said["authority_id"])))
    return bool(was_there)


def _everywhere() -> Actor:
    return Actor.job(JOB, *Authority.objects.values_list("pk", flat=True))
