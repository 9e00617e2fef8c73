"""What can be counted of the end of support: why it ended, reviews in time or late, cases that moved."""

from __future__ import annotations

from django.db.models import F, Max, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from waymark.foundation import lists, measures
from waymark.foundation.kernel import clock
from waymark.foundation.measures import Measure, Rows, Scope, in_period, of_rows, waits
from waymark.pathway.channel.measures import case_line
from waymark.pathway.channel.models import Kind as Happened
from waymark.pathway.consent.measures import DONE, in_time
from waymark.pathway.referrals.destinations import LIST

from .models import (
    REASONS,
    Arrival,
    Review,
    ReviewKind,
    SignOff,
    TransferAnswer,
    TransferOutcome,
)

SOURCE = _("Closing reports, reviews and transfers in this service")


def _ended(scope: Scope) -> QuerySet[SignOff]:
    return in_period(SignOff, scope, "ended_on").filter(signed=True).select_related("report__case")


def _with_adoption(scope: Scope) -> QuerySet[SignOff]:
    adopted = Max("report__case__events__on", filter=Q(report__case__events__kind=Happened.ADOPTED))
    return _ended(scope).annotate(adopted_on=adopted).filter(adopted_on__isnull=False)


def _reviews(scope: Scope) -> QuerySet[Review]:
    return in_period(Review, scope, "due_on").select_related("exit__report__case", "look_back")


def _away(scope: Scope) -> QuerySet[TransferAnswer]:
    found = in_period(TransferAnswer, scope, "signed_at__date").filter(outcome=TransferOutcome.ACCEPTED)
    return found.select_related("transfer__case")


def _here(scope: Scope) -> QuerySet[Arrival]:
    return in_period(Arrival, scope, "accepted_at__date").filter(case__isnull=False).select_related("case")


def declare() -> None:
    """Called in AppConfig.ready."""
    ended = case_line(lambda row: row.ended_on, lambda row: row.report.case)
    review = case_line(lambda row: row.due_on, lambda row: row.exit.report.case)
    reasons = {
        "reason": (lists.grouped("report__reason"), _("Reason")),
        "destination": (lists.grouped("report__destination"), _("Who goes on helping")),
    }
    done = {
        "done": (in_time("look_back__held_on", "due_on"), _("In time or late")),
        "kind": (F("kind"), _("Which review")),
    }
    measures.declare(
        of_rows(
            "exits.ended", _("Support ended"),
            _("Cases whose support ended in the period, signed by the chair, by reason and by who goes on helping."),
            SOURCE, Rows(_ended, ended, reasons),
            words={"reason": lists.counted(REASONS), "destination": lists.counted(LIST)},
        ),
        of_rows(
            "exits.reviews", _("Reviews after the end of support"),
            _("Reviews after 6 and 12 months, and longer, that were due in the period, and whether they were in time."),
            SOURCE, Rows(_reviews, review, done), words={"done": DONE, "kind": dict(ReviewKind.choices)},
        ),
        *_transferred(),
        waits(
            "exits.wait", _("From adoption to the end of support"),
            _(
                "The median of the days from the panel’s adoption to the end of support, for support that "
                "ended in the period."
            ),
            SOURCE, Rows(_with_adoption, ended), lambda row: (row.ended_on - row.adopted_on).days,
        ),
    )  # fmt: skip


def _transferred() -> tuple[Measure, Measure]:
    away = case_line(lambda row: clock.uk_date(row.signed_at), lambda row: row.transfer.case)
    here = case_line(lambda row: clock.uk_date(row.accepted_at), lambda row: row.case)
    return (
        of_rows(
            "exits.away", _("Cases transferred away"),
            _("Cases that another authority accepted in the period."), SOURCE, Rows(_away, away),
        ),
        of_rows(
            "exits.here", _("Cases taken over"),
            _("Cases that were accepted from another authority in the period."), SOURCE, Rows(_here, here),
        ),
    )  # fmt: skip
