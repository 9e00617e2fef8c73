"""What can be counted of consent: asked, answered, taken back; and whether the panel looked again in time."""

from __future__ import annotations

from django.db.models import Case, CharField, F, QuerySet, Value, When
from django.utils.translation import gettext_lazy as _

from waymark.foundation import measures
from waymark.foundation.measures import Rows, Scope, in_period, of_rows, waits
from waymark.pathway.channel.measures import case_line

from .models import Answer, Consent, Reassessment, Withdrawal

SOURCE = _("Records of consent in this service")
IN_TIME, LATE, NOT_YET = "in_time", "late", "not_yet"
DONE = {IN_TIME: _("In time"), LATE: _("Late"), NOT_YET: _("Not done")}


def _asked(scope: Scope) -> QuerySet[Consent]:
    """What stands: an entry that was corrected is not counted, its correction is."""
    found = in_period(Consent, scope, "asked_on").filter(corrected_by__isnull=True)
    return found.select_related("case", "adoption")


def _given(scope: Scope) -> QuerySet[Consent]:
    return _asked(scope).filter(answer=Answer.GIVEN)


def _withdrawn(scope: Scope) -> QuerySet[Withdrawal]:
    return in_period(Withdrawal, scope, "withdrawn_on").select_related("consent__case")


def _due(scope: Scope) -> QuerySet[Reassessment]:
    return in_period(Reassessment, scope, "due_on").select_related("case", "outcome")


def _to_answer(row: Consent) -> int:
    return (row.asked_on - row.adoption.on).days


def in_time(done: str, due: str) -> Case:
    """Whether what was due on a day was done by then: a split of three."""
    return Case(
        When(**{f"{done}__isnull": True}, then=Value(NOT_YET)), When(**{f"{done}__lte": F(due)}, then=Value(IN_TIME)),
        default=Value(LATE), output_field=CharField(),
    )  # fmt: skip


OF_WITHDRAWAL = case_line(lambda row: row.withdrawn_on, lambda row: row.consent.case)
OF_CONSENT = case_line(lambda row: row.asked_on, lambda row: row.case)


def declare() -> None:
    """Called in AppConfig.ready."""
    reassessed = case_line(lambda row: row.due_on, lambda row: row.case)
    measures.declare(
        of_rows(
            "consent.asked", _("Consent asked"),
            _("Each time consent to support was asked in the period, by the answer. A corrected entry counts once."),
            SOURCE, Rows(_asked, OF_CONSENT, {"answer": (F("answer"), _("Answer"))}),
            words={"answer": dict(Answer.choices)},
        ),
        of_rows(
            "consent.withdrawn", _("Consent withdrawn"), _("Consents that were taken back in the period."),
            SOURCE, Rows(_withdrawn, OF_WITHDRAWAL),
        ),
        of_rows(
            "consent.reassessed", _("Reassessments without consent"),
            _("Reassessments due in the period after consent was refused or withdrawn, and whether they were in time."),
            SOURCE, Rows(_due, reassessed, {"done": (in_time("outcome__on", "due_on"), _("In time or late"))}),
            words={"done": DONE},
        ),
        waits(
            "consent.wait", _("From adoption to consent"),
            _(
                "The median of the days from the panel’s adoption to the day consent was given, for "
                "consents given in the period."
            ),
            SOURCE, Rows(_given, OF_CONSENT), _to_answer,
        ),
    )  # fmt: skip
