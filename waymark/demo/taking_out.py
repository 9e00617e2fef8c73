"""Two things that must not be kept: one was taken out, one waits for a second person. Nobody exists."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from waymark.foundation.access.actors import Actor
from waymark.oversight.purging import places
from waymark.oversight.purging.actions import purging
from waymark.oversight.purging.models import Ground
from waymark.pathway.channel.models import Case

from .telling import Teller

# What is looked for in the oldest cases: kinds of rows of which a word more or less changes no story.
KINDS = ("referrals.Told", "referrals.Duty", "referrals.Need")
GROUNDS = (Ground.ABOUT, Ground.INTELLIGENCE)
WHY = "It was read out at a meeting and typed up. The police were told the same day."


def tell(teller: Teller) -> None:
    with teller.acting("lead", 4) as by:
        references = Case.objects.order_by("opened_at", "pk").values_list("reference", flat=True)[:6]
        found = list(islice(_alone(by, list(references)), len(GROUNDS)))
        if len(found) < len(GROUNDS):
            raise LookupError("no case has an item that can be taken out without another")
        asked = [
            purging.ask(by=by, reference=reference, items=[code], ground=ground, why=WHY)
            for (reference, code), ground in zip(found, GROUNDS, strict=True)
        ]
    with teller.acting("ig_lead", 3) as by:
        for purge in asked[:1]:
            purging.agree(by=by, purge=purge, version=purge.version)


def _alone(by: Actor, references: list[str]) -> Iterator[tuple[str, str]]:
    """Of each record one item at most whose words stand nowhere else in it."""
    for reference in references:
        every = places.of(by, reference)
        alone = (one.code for one in every if one.label in KINDS and not places.copies([one], every))
        yield from ((reference, code) for code in islice(alone, 1))
