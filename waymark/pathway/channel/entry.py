"""One entry of what the panel decided, in full: plain rows for the pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from waymark.foundation.access.roles import read_out
from waymark.foundation.tasks import clocks
from waymark.pathway.referrals.presenters import day
from waymark.pathway.referrals.record import pair

from . import worklist
from .models import AttendanceCorrection, CareResult, PanelDecision


def rows(one: PanelDecision) -> list[dict[str, Any]]:
    """One entry in full. The day of the decision and the day it was written down are kept apart."""
    signed = f"{one.signed_by.get_full_name()} ({read_out(one.signed_as)})"
    said = [
        (_("Decided"), one.get_outcome_display()),
        (_("How"), one.get_method_display()),
        (_("Reason"), one.reason),
        (_("Information relied on"), one.relied_on),
        *_against(one),
        (_("Health and social care: what was considered"), one.care_considered),
        (_("Referred to"), one.get_care_with_display()),
        (_("What came of it"), one.get_care_result_display()),
        *_awaited(one),
        (_("What is missing"), one.missing),
        (_("Who gets it"), one.missing_from.get_full_name() if one.missing_from else ""),
        (_("By when"), day(one.missing_by)),
        (_("Day of the decision"), f"{day(one.decided_on)} ({one.meeting_reference})"),
        (_("Written down"), f"{day(one.entered_at)}, {signed}"),
        (_("Why this entry corrects another"), one.corrected_because),
    ]
    return [pair(str(key), value) for key, value in (*said, *_corrected(one)) if value]


def _awaited(one: PanelDecision) -> Iterable[tuple[str, str]]:
    """By when the answer is expected, and who says so."""
    if one.care_result == CareResult.AWAITED:
        period = clocks.period(worklist.CARE_ANSWER, on=one.decided_on, authority_id=one.authority_id)
        yield _("Answer expected by"), f"{day(worklist.answer_due(one))} ({period.told})"


def _against(one: PanelDecision) -> Iterable[tuple[str, str]]:
    for dissent in one.dissents.select_related("organisation"):
        who = f"{dissent.get_sector_display()}, {dissent.organisation.name}"
        yield _("Did not agree: %(who)s") % {"who": who}, dissent.reason


def _corrected(one: PanelDecision) -> Iterable[tuple[str, str]]:
    """What was corrected since of who came to the meeting: the decision stays as it was signed."""
    found = AttendanceCorrection.objects.filter(decision=one).select_related(
        "organisation", "was_person", "became_person", "signed_by"
    )
    for row in found:
        who = f"{row.get_sector_display()}, {row.organisation.name}"
        said = _("Was: %(was)s. Now: %(now)s. %(because)s Signed by %(signed)s on %(day)s.") % {
            "was": _came(row.get_was_display(), row.was_person),
            "now": _came(row.get_became_display(), row.became_person),
            "because": row.because, "signed": f"{row.signed_by.get_full_name()} ({read_out(row.signed_as)})",
            "day": day(row.signed_at),
        }  # fmt: skip
        yield _("Corrected since: who came for %(who)s") % {"who": who}, said


def _came(said: str, person: Any) -> str:
    return f"{said} ({person.get_full_name()})" if person else said or _("not marked")
