"""The whole demonstration: places and people, the stories by several hands, and what rests on all of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from django.db import transaction

from waymark.foundation.kernel import clock
from waymark.foundation.places.models import Authority
from waymark.pathway.panel.models import Panel

from . import (
    complaints,
    consents,
    directory,
    exits,
    feedback,
    lists,
    looking,
    needing,
    own_data,
    panels,
    places,
    reaching,
    reports,
    resources,
    signins,
    stories,
    supports,
    taking_out,
    training,
)
from .hands import HalfTold, in_turn
from .telling import Teller


def load(folder: Path, tell_all: Callable[..., None] = in_turn) -> bool:
    """Loads it and writes the sign-ins to `folder`; False when it was there. A lost file is written anew.

    `tell_all` says how the stories are told: in turn, or `hands.side_by_side`. HalfTold when an earlier time broke
    off: deeds are not taken back, so the folder must be made anew.
    """
    fresh = not Authority.objects.filter(code=places.CODE).exists()
    if fresh:
        teller, panel = _laid()
        # As many tellings as are about equally long, so that no hand waits for another at the end.
        tell_all(
            lambda: _consents_and_training(teller, panel),
            lambda: _referrals(teller),
            lambda: exits.tell(teller, panel),
        )
        _rested_on_all(teller, panel)
    elif not signins.made():
        raise HalfTold
    if fresh or not (folder / signins.NAME).exists():
        signins.write(folder)
    return fresh


@transaction.atomic
def _laid() -> tuple[Teller, Panel]:
    now = clock.now()
    found = places.build(now)
    teller = Teller(found, signins.make(found), now)
    return teller, panels.found(teller)


def _referrals(teller: Teller) -> None:
    stories.tell(teller)
    looking.tell(teller)


def _consents_and_training(teller: Teller, panel: Panel) -> None:
    _pending, _refused, _back, child, _parents, adult = consents.tell(teller, panel)
    supports.tell(teller, child, adult)
    directory.tell(teller)
    training.tell(teller)
    needing.tell(teller)
    resources.tell(teller)
    feedback.tell(teller)


@transaction.atomic
def _rested_on_all(teller: Teller, panel: Panel) -> None:
    # Whoever waits for the panel is put on its agenda: no hand may still be bringing cases there.
    exits.watched()
    panels.meet(teller, panel)
    reaching.tell(teller)
    reports.tell(teller)
    own_data.tell(teller)
    taking_out.tell(teller)
    lists.tell(teller)
    complaints.tell(teller)
