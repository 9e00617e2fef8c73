"""The whole demonstration in one transaction: places, people, stories."""

from __future__ import annotations

from pathlib import Path

from django.db import transaction

from waymark.foundation.kernel import clock
from waymark.foundation.places.models import Authority

from . import (
    consents,
    directory,
    exits,
    feedback,
    looking,
    panels,
    places,
    reaching,
    reports,
    signins,
    stories,
    supports,
    training,
)
from .telling import Teller


def load(folder: Path) -> bool:
    """Loads it and writes the sign-ins to `folder`; False when it was there. A lost file is written anew."""
    with transaction.atomic():
        fresh = not Authority.objects.filter(code=places.CODE).exists()
        if fresh:
            now = clock.now()
            found = places.build(now)
            teller = Teller(found, signins.make(found), now)
            stories.tell(teller)
            looking.tell(teller)
            panel = panels.tell(teller)
            exits.tell(teller, panel)
            _pending, _refused, _back, child, _parents, adult = consents.tell(teller, panel)
            supports.tell(teller, child, adult)
            directory.tell(teller)
            training.tell(teller)
            feedback.tell(teller)
            reaching.tell(teller)
            reports.tell(teller)
        if fresh or not (folder / signins.NAME).exists():
            signins.write(folder)
    return fresh
