"""Who came to a meeting is corrected after the panel decided there: with a reason that stays beside each decision."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from waymark.foundation import outbox
from waymark.foundation.access import context
from waymark.foundation.access.actors import Actor
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete
from waymark.foundation.kernel.sentences import is_sentence
from waymark.pathway.channel.models import AttendanceCorrection, PanelDecision
from waymark.pathway.panel import queries as panels
from waymark.pathway.panel.attended import Change, Keeper
from waymark.pathway.panel.models import PanelMeeting
from waymark.pathway.referrals.actions.deciding import signed_as

CORRECTED = "channel.attendance-corrected"
WHY = _(
    "Something was decided on the strength of who came. Say in at least one whole sentence why it is corrected now."
)


def decided_at(meeting: PanelMeeting) -> list[PanelDecision]:
    """Every entry of what was decided there, of all areas that the panel serves, whoever asks."""
    found: list[PanelDecision] = []
    for area in meeting.panel.covers:
        with context.lent(area):
            found += PanelDecision.objects.filter(item__meeting=meeting, authority_id=area).select_related(
                "case"
            )
    return found


def correct(by: Actor, at: datetime, meeting: PanelMeeting, changes: list[Change], because: str) -> None:
    """The decisions stay as they were signed. The chair and the deputy chair are told of each."""
    decisions = decided_at(meeting)
    if decisions and not is_sentence(because):
        raise Incomplete(WHY, field="because")
    for decision in decisions:
        with context.lent(decision.authority_id):
            for change in changes:
                _keep(by, at, decision, change, because)
        _tell(at, meeting, decision)


def _keep(by: Actor, at: datetime, decision: PanelDecision, change: Change, because: str) -> None:
    was, became = change.was, change.became
    AttendanceCorrection.objects.create(
        authority_id=decision.authority_id, grants=list(decision.grants), decision=decision, seat=change.seat,
        organisation_id=became.organisation_id, sector=change.seat.sector,
        was=was.came if was else "", was_person_id=was.person_id if was else None,
        became=became.came, became_person_id=became.person_id, because=because,
        signed_by_id=by.user_id, signed_as=signed_as(by), signed_at=at,
    )  # fmt: skip


def _tell(at: datetime, meeting: PanelMeeting, decision: PanelDecision) -> None:
    for seat in panels.in_force(list(panels.seats(meeting.panel)), clock.uk_date(at)):
        if seat.chairs and seat.holder:
            outbox.post(
                CORRECTED, to=seat.holder, key=f"{CORRECTED}:{decision.pk}:{at.isoformat()}",
                authority_id=meeting.panel.authority_id, link=reverse("panel:item", args=[decision.item_id]),
                reference=meeting.reference, at=at,
            )  # fmt: skip


KEEPER = Keeper(lambda meeting: bool(decided_at(meeting)), correct)
