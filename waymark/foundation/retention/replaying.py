"""What a restore erases again: every record that was ever erased, as a line of keys without content.

`listed` runs as the service. `again` needs the role that migrates and restores (WAYMARK_MIGRATE_URL): the service
itself has no right to erase what nobody approved, and PostgreSQL refuses it.
"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import connection, transaction

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.kernel.restoring import declare_erased
from waymark.foundation.places.models import Authority
from waymark.foundation.retention import lives
from waymark.foundation.retention.models import Erasure

JOB = "replay-erasures"
PART = "|"


def declare() -> None:
    declare_erased("retention.records", listed=listed, again=again)


def listed() -> list[str]:
    """Kind, key, authority, class, day, ground and proposal of each erased record: nothing that tells of a person."""
    with acting(_everywhere()):
        return [
            PART.join(str(part) for part in row)
            for row in Erasure.objects.order_by("erased_on", "pk").values_list(
                "kind", "record_id", "authority_id", "class_code", "erased_on", "ground", "proposal_key"
            )
        ]


def again(keys: Sequence[str]) -> int:
    """Erases those that a backup brought back. How many were there. Run again, none."""
    with transaction.atomic(), acting(_everywhere()):
        return sum(_again(key) for key in keys)


def _again(key: str) -> bool:
    kind, record_id, authority_id, class_code, erased_on, ground, proposal = key.split(PART)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT retention.erase_again(%s, %s, %s, %s, %s, %s, %s)",
            [
                kind,
                record_id,
                authority_id,
                class_code,
                erased_on,
                ground,
                None if proposal == "None" else proposal,
            ],
        )
        [was_there] = cursor.fetchone()
    if was_there:
        for step in lives.WHEN_ERASED:
            step(kind, UUID(record_id), int(authority_id))
    return bool(was_there)


def _everywhere() -> Actor:
    return Actor.job(JOB, *Authority.objects.values_list("pk", flat=True))
