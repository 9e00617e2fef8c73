"""The look back: a review is held and signed, and the case closes, is looked at for longer, or opens again."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel.refusals import Incomplete, NotNow, Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.pathway.channel.actions.moving import move
from waymark.pathway.channel.models import Case, Kind
from waymark.pathway.exits import policies
from waymark.pathway.exits.models import LookBack, Outcome, Review, ReviewKind

from .ending import last_day
from .under import carried, happened, said, signed

# People are first told of a review so many days before it is due; from then on it can be held.
FIRST_CALL = timedelta(days=14)
STEPS = {
    (ReviewKind.SIX, Outcome.NOTHING): ("review-6", Kind.REVIEWED),
    (ReviewKind.TWELVE, Outcome.NOTHING): ("review-12", Kind.CLOSED),
    (ReviewKind.TWELVE, Outcome.EXTEND): ("look-longer", Kind.LONGER),
    (ReviewKind.LONGER, Outcome.NOTHING): ("close", Kind.CLOSED),
    **{(kind, Outcome.REOPEN): ("reopen", Kind.REOPENED) for kind in ReviewKind},
}
ONLY_SECOND = _("Only the second review can be followed by a longer look.")
TOO_EARLY = _("It is too early for this review. Until then it can only open the case again.")
TOO_LATE = _("The panel may look for 24 months after the end of support at most.")
NOT_LATER = _("Choose a day that is later than this review.")


@deed("exits.look-back")
def look_back(
    *,
    by: Actor,
    at: datetime,
    review: Review,
    version: int,
    held_on: date,
    attendees: str,
    agencies: Collection[str],
    partners_checked_on: date,
    police_checked_on: date,
    findings: str,
    decision: str,
    reason: str = "",
    longer_until: date | None = None,
) -> LookBack:
    """Signs what the panel found, on which fresh checks, and what it decided. The case goes where that leads."""
    case = lock(review.exit.report.case, version)
    review.exit.report.case = case
    policies.review(by, review).require()
    _days(review, at, held_on, partners_checked_on, police_checked_on)
    if not agencies:
        raise Incomplete(_("Say which agencies were asked."), field="agencies")
    name, kind = _step(review, Outcome(decision), held_on, reason, longer_until)
    until = longer_until if decision == Outcome.EXTEND else None
    found = LookBack.objects.create(
        **carried(case), **signed(by, at), review=review, held_on=held_on, attendees=attendees,
        agencies=sorted(set(agencies)), partners_checked_on=partners_checked_on,
        police_checked_on=police_checked_on, findings=findings, decision=decision, reason=reason, longer_until=until,
    )  # fmt: skip
    if until is not None:
        _one_more(case, review, held_on, until)
    move(case, name, kind, by=by, at=at, on=held_on)
    return found


def _one_more(case: Case, review: Review, held_on: date, until: date) -> None:
    """The panel looks for longer: a review of its own, on the day that it chose."""
    Review.objects.create(
        **carried(case), exit=review.exit, kind=ReviewKind.LONGER, due_on=until, source=held_on.isoformat()
    )


def _days(review: Review, at: datetime, held_on: date, *checked: date) -> None:
    """Held after support ended, not in the future, and on checks that are newer than the end of support."""
    happened(held_on, at, "held_on")
    ended_on = review.exit.ended_on
    if ended_on and held_on < ended_on:
        raise Refusal(_("A review is held after the end of support."), field="held_on")
    for day, field in zip(checked, ("partners_checked_on", "police_checked_on"), strict=True):
        happened(day, at, field)
        if ended_on and day <= ended_on:
            raise Refusal(_("The check must be newer than the end of support."), field=field)


def _step(
    review: Review, decision: Outcome, held_on: date, reason: str, longer_until: date | None
) -> tuple[str, Kind]:
    step = STEPS.get((ReviewKind(review.kind), decision))
    if step is None:
        raise Refusal(ONLY_SECOND, field="decision")
    if decision != Outcome.REOPEN and held_on < review.due_on - FIRST_CALL:
        raise NotNow(TOO_EARLY, field="held_on")
    if decision != Outcome.NOTHING:
        said(reason, "reason")
    if decision == Outcome.EXTEND:
        _longer(review, held_on, longer_until)
    return step


def _longer(review: Review, held_on: date, until: date | None) -> None:
    if until is None or until <= max(held_on, review.due_on):
        raise Refusal(NOT_LATER, field="longer_until")
    if until > last_day(review.exit):
        raise Refusal(TOO_LATE, field="longer_until")
