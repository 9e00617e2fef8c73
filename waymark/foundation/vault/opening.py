"""Are the master keys there, and the right ones? Asked before the service starts, and by /health."""

from __future__ import annotations

import hmac

from django.db import transaction

from waymark.foundation.kernel import clock

from . import master
from .models import MasterKey

WRONG = (
    "The master key with the number {number} is not the one that this database was sealed with. "
    "Put back the copy that was kept: see docs/operate/keys.md."
)


def trouble() -> str:
    """One plain sentence, or "" when everything sealed can be opened. Database errors are the caller’s."""
    try:
        masters = master.held()
        for known in MasterKey.objects.filter(retired_at__isnull=True):
            if not hmac.compare_digest(bytes(known.known_by), master.known_by(masters.key(known.number))):
                return WRONG.format(number=known.number)
    except master.NoMasterKey as problem:
        return str(problem)
    return ""


def introduce() -> str:
    """Writes down what the current master key is known by, the first time. Answers as `trouble` does."""
    found = trouble()
    if found:
        return found
    masters = master.held()
    with transaction.atomic():
        MasterKey.objects.get_or_create(
            number=masters.current,
            defaults={
                "known_by": master.known_by(masters.keys[masters.current]),
                "made_at": clock.now(),
            },
        )
    return trouble()
