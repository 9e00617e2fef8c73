"""The list of destroyed keys outside the database. A backup is older than what was erased after it: once it is
restored, and before anybody is let in, the list is replayed and the keys are destroyed again.

The list is a file beside the master keys (`destroyed.txt`, one line for each: key, authority, time) that is only ever
added to. It holds no names: it may be copied off the machine with the backups, and should be.
"""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from uuid import UUID

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.places.models import Authority

from . import keyring, master
from .models import DestroyedKey, RecordKey

JOB = "vault"


def path() -> Path:
    return master.path().with_name("destroyed.txt")


def export(place: Path | None = None) -> int:
    """Adds to the list what it does not say yet. How many lines. Safe to run at any time, by several at once."""
    place = place or path()
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    known = {key for key, _authority, _at in read(place)}
    cut_off = place.exists() and not place.read_bytes().endswith(b"\n") and place.stat().st_size
    added = 0
    with os.fdopen(
        os.open(place, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "a", encoding="ascii"
    ) as out:
        out.write("\n" if cut_off else "")
        for authority_id in Authority.objects.order_by("pk").values_list("pk", flat=True):
            with acting(Actor.job(JOB, authority_id)):
                for row in DestroyedKey.objects.filter(authority_id=authority_id):
                    if row.key_id not in known:
                        out.write(f"{row.key_id} {authority_id} {row.destroyed_at.isoformat()}\n")
                        added += 1
        out.flush()
        os.fsync(out.fileno())
    return added


def replay(place: Path | None = None) -> int:
    """Destroys every key of the list that this database still has. How many were still there."""
    by_authority: dict[int, list[tuple[UUID, datetime]]] = {}
    for key_id, authority_id, at in read(place or path()):
        by_authority.setdefault(authority_id, []).append((key_id, at))
    done = 0
    for authority_id, keys in by_authority.items():
        with acting(Actor.job(JOB, authority_id)):
            for key_id, at in keys:
                alive = RecordKey.objects.filter(pk=key_id, destroyed_at__isnull=True)
                done += alive.update(destroyed_at=at)
    keyring.forget()
    return done


def read(place: Path) -> list[tuple[UUID, int, datetime]]:
    """The lines of a list; a last line that was cut off by a power cut is left out. Nothing where there is no list."""
    if not place.exists():
        return []
    found = []
    for line in place.read_text(encoding="ascii").splitlines(keepends=True):
        if not line.endswith("\n"):
            break
        key, _, rest = line.strip().partition(" ")
        authority, _, at = rest.partition(" ")
        try:
            found.append((UUID(key), int(authority), datetime.fromisoformat(at)))
        except ValueError:
            continue
    return found
