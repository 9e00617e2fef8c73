"""The sheet that people sign when they come: who booked by name, and empty lines for the others."""

from __future__ import annotations

from django.utils.translation import gettext as _

from waymark.foundation import papers
from waymark.foundation.access.actors import Actor
from waymark.foundation.accounts.models import User
from waymark.foundation.interface.moments import moment
from waymark.foundation.kernel import clock
from waymark.foundation.papers import Block, Facts, Lines, Paper, Table

from . import queries
from .forms.attending import place_of
from .models import Session
from .states import BookingState

EMPTY = 12


def of(session: Session, actor: Actor) -> bytes:
    """A tagged PDF. Its foot says who made the copy, and when."""
    reader = User.objects.filter(pk=actor.user_id).first()
    made = {"name": reader.get_full_name() if reader else "", "when": moment(clock.now())}
    return papers.pdf(
        Paper(
            title=_("Sign-in sheet"),
            blocks=_blocks(session),
            mark="OFFICIAL",
            reader=_("Made for %(name)s, %(when)s") % made,
        )
    )


def _blocks(session: Session) -> list[Block]:
    coming = [one for one in queries.standing(session) if one.state == BookingState.CONFIRMED]
    named = [one for one in coming if one.trainee]
    facts = [
        (_("Course"), session.taught.course.name),
        (_("When"), moment(session.starts_at)),
        (_("Where"), session.place or _("Online")),
        (_("Reference"), session.reference),
    ]
    facts += [
        (place_of(one), _("%(number)s without names") % {"number": one.number})
        for one in coming
        if not one.trainee
    ]
    blocks: list[Block] = [Facts(facts)]
    if named:
        rows = [[one.trainee.name if one.trainee else "", place_of(one), ""] for one in named]
        blocks.append(
            Table([_("Name"), _("Where they work"), _("Signature")], rows, title=_("Who booked by name"))
        )
    blocks.append(Lines([_("Where they work"), _("As what"), _("Signature")], EMPTY, title=_("Others")))
    return blocks
