"""Letters to places that training has not reached: one PDF, a page for each, to whoever leads there. No name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from waymark.foundation import papers
from waymark.foundation.directory.models import Place
from waymark.foundation.interface import moments
from waymark.foundation.papers import Block, Heading, NewPage, Paper, Words
from waymark.foundation.places.models import Institution

from .models import Approach


def of(sent: Sequence[Approach], address: str) -> bytes:
    """A tagged PDF in the language that is active. `address`: of the page where training is asked for."""
    blocks: list[Block] = []
    for one in sent:
        if blocks:
            blocks.append(NewPage())
        day = moments.day(one.made_at.date())
        blocks += [
            Heading(str(one.place)),
            Words("\n\n".join(_words(one.place, str(one.authority), day, address))),
        ]
    return papers.pdf(Paper(title=_("Prevent training for your staff"), blocks=blocks, mark="OFFICIAL"))


def _words(place: Place, council: str, day: str, address: str) -> Iterable[str]:
    yield _("To the head or manager, and the designated safeguarding lead")
    if where := _where(place):
        yield where
    yield day
    yield _("We have no record that people who work with you came to our Prevent training lately.")
    yield _(
        "The training says what radicalisation is, how to notice that somebody may be drawn into terrorism, "
        "and whom to tell. It is free, takes about an hour, and we come to you."
    )
    yield _("To ask for training, or to book places, open %(address)s") % {"address": address}
    yield _(
        "If your staff were trained elsewhere, or you do not want training, please tell us: then we note it."
    )
    yield council


def _where(place: Place) -> str:
    if not isinstance(place, Institution):
        return ""
    return ", ".join(part for part in (place.street, place.locality, place.town, place.postcode) if part)
