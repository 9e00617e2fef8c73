"""The list of destroyed keys outside the database. A backup is older than what was erased after it: once it is
restored, and before anybody is let in, the list is replayed and the keys are destroyed again.

The list is a file beside the master keys (`destroyed.txt`, one line for each: key, authority, time) that is only ever
added to. It holds no names: it may be copied off the machine with the backups, and should be.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from uuid import UUID

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.places.models import Authority

from . import master
from .models import DestroyedKey, RecordKey

JOB = "vault"


def path() -> Path:
    return master.path().with_name("destroyed.txt")


def listed() -> list[str]:
    """A line for every key destroyed in this database."""
    found = []
    for authority_id in Authority.objects.order_by("pk").values_list("pk", flat=True):
        with acting(Actor.job(JOB, authority_id)):
            for row in DestroyedKey.objects.filter(authority_id=authority_id):
                found.append(f"{row.key_id} {authority_id} {row.destroyed_at.isoformat()}")
    return found


def again(lines: Sequence[str]) -> int:
    """Destroys every key of these lines that this database still has. How many were still there."""
    by_authority: dict[int, list[tuple[UUID, datetime]]] = {}
    for key_id, authority_id, at in _understood(lines):
        by_authority.setdefault(authority_id, []).append((key_id, at))
    done = 0
    for authority_id, keys in by_authority.items():
        with acting(Actor.job(JOB, authority_id)):
            for key_id, at in keys:
                alive = RecordKey.objects.filter(pk=key_id, destroyed_at__isnull=True)
                done += alive.update(destroyed_at=at)
    return done


def export() -> int:
    """Adds to the list what it does not say yet. How many lines. Safe to run at any time, by several at once."""
    place = path()
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    known = {line.partition(" ")[0] for line in read()}
    cut_off = place.exists() and place.stat().st_size and not place.read_bytes().endswith(b"\n")
    new = [line for line in listed() if line.partition(" ")[0] not in known]
    with os.fdopen(
        os.open(place, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "a", encoding="ascii"
    ) as out:
        out.write("\n" * bool(cut_off) + "".join(f"{line}\n" for line in new))
        out.flush()
        os.fsync(out.fileno())
    return len(new)


def replay() -> int:
    """Destroys what the list says, again. How many keys were still there."""
    return again(read())


def read() -> list[str]:
    """The lines of the list; a last one that was cut off by a power cut is left out. Nothing where there is no list."""
    if not path().exists():
        return []
    lines = path().read_text(encoding="ascii").splitlines(keepends=True)
    return [line.strip() for line in lines if line.endswith("\n") and line.strip()]


def _understood(lines: Sequence[str]) -> Iterator[tuple[UUID, int, datetime]]:
    for line in lines:
        with suppress(ValueError):
            key, authority, at = line.split(" ")
            yield UUID(key), int(authority), datetime.fromisoformat(at)
