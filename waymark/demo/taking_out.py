"""Two things that must not be kept: one was taken out, one waits for a second person. Nobody exists."""

from __future__ import annotations

from collections.abc import Iterator

from waymark.foundation.access.actors import Actor
from waymark.oversight.purging import places
from waymark.oversight.purging.actions import purging
from waymark.oversight.purging.models import Ground
from waymark.pathway.channel.models import Case

from .telling import Teller

# What is looked for in the oldest cases: kinds of rows of which a word more or less changes no story.
KINDS = ("referrals.Told", "referrals.Duty", "referrals.Need")
WHY = "It was read out at a meeting and typed up. The police were told the same day."


def tell(teller: Teller) -> None:
    with teller.acting("lead", 4) as by:
        references = list(Case.objects.order_by("opened_at", "pk").values_list("reference", flat=True)[:6])
        asked = [
            purging.ask(by=by, reference=reference, items=codes, ground=ground, why=WHY)
            for reference, codes, ground in _found(by, references)
        ]
    with teller.acting("ig_lead", 3) as by:
        for purge in asked[:1]:
            purging.agree(by=by, purge=purge, version=purge.version)


def _found(by: Actor, references: list[str]) -> Iterator[tuple[str, list[str], str]]:
    """Two records, with the items of one kind in each."""
    grounds = [Ground.ABOUT, Ground.INTELLIGENCE]
    for reference in references:
        every = places.of(by, reference)
        for kind in KINDS:
            chosen = [one for one in every if one.label == kind]
            if grounds and chosen and not places.copies(chosen, every):
                yield reference, [one.code for one in chosen], grounds.pop()
                break
