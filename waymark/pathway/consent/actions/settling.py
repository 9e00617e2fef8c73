"""After each entry: the case follows what stands, and what waits for whom is asked anew. Steps of other deeds."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete
from waymark.pathway.channel.actions.moving import move
from waymark.pathway.channel.models import Case, Kind
from waymark.pathway.channel.states import CaseState
from waymark.pathway.consent import queries, standing, worklist
from waymark.pathway.consent.models import Cause, Outcome, Reassessed, Reassessment
from waymark.pathway.consent.queries import Status
from waymark.pathway.consent.states import SUPPORTED, WAITS_FOR_IT, WITHOUT

from . import lapsing
from .carrying import under

DAY_FIRST = _("Enter the day on which the panel looks again")
DAY_AHEAD = _("The day on which the panel looks again must be in the future")


def settle(
    case: Case,
    by: Actor,
    at: datetime,
    *,
    on: date,
    reassess_on: date | None = None,
    never_given: bool = False,
) -> None:
    """The case moves to where its consent puts it. Without one that stands, a day to look again has to be set.

    Incomplete, at `reassess_on`, where that day is missing. `never_given`: a correction says that what was written
    down as given was not.
    """
    _move(case, by, at, on=on, reassess_on=reassess_on, never_given=never_given)
    lapsing.keep_up(case, by, at)
    worklist.stage(case, by, at)


def _move(
    case: Case, by: Actor, at: datetime, *, on: date, reassess_on: date | None, never_given: bool
) -> None:
    said = queries.said(case)
    if said.status == Status.GIVEN:
        again = case.state == CaseState.CONSENT_LAPSED
        if case.state in WAITS_FOR_IT and not (again and standing.of(case, clock.uk_date(at)) is None):
            move(case, "consent", Kind.CONSENTED, by=by, at=at, on=on)
            end_waiting(case, by, at, Outcome.OVERTAKEN)
        return
    if said.status in (Status.DISPUTED, Status.NOT_ASKED):
        return
    taken_back = said.status in (Status.WITHDRAWN, Status.OVERRULED)
    stops = case.state in SUPPORTED and not never_given
    if said.waiting is None or reassess_on is not None:
        cause = Cause.WITHDRAWN if taken_back or stops else Cause.REFUSED
        set_day(case, by, at, cause=cause, due_on=reassess_on)
    if case.state in WITHOUT:
        return
    if stops or taken_back:
        move(case, "withdraw", Kind.WITHDRAWN, by=by, at=at, on=on)
    else:
        move(case, "refuse", Kind.REFUSED, by=by, at=at, on=on)


def set_day(case: Case, by: Actor, at: datetime, *, cause: Cause, due_on: date | None) -> Reassessment:
    """A new day takes the place of one that still waits."""
    if due_on is None:
        raise Incomplete(DAY_FIRST, field="reassess_on")
    if due_on <= clock.uk_date(at):
        raise Incomplete(DAY_AHEAD, field="reassess_on")
    end_waiting(case, by, at, Outcome.OVERTAKEN)
    return Reassessment.objects.create(**under(case, by, at), case=case, cause=cause, due_on=due_on)


def end_waiting(case: Case, by: Actor, at: datetime, outcome: Outcome, reason: str = "") -> None:
    """What waits for its day has its outcome."""
    for row in Reassessment.objects.filter(case=case, outcome__isnull=True):
        Reassessed.objects.create(
            **under(case, by, at), reassessment=row, outcome=outcome, on=clock.uk_date(at), reason=reason
        )
