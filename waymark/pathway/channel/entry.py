"""One entry of what the panel decided, in full: plain rows for the pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from waymark.foundation.access.roles import read_out
from waymark.pathway.referrals.presenters import day
from waymark.pathway.referrals.record import pair

from .models import PanelDecision


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
        (_("What is missing"), one.missing),
        (_("Who gets it"), one.missing_from.get_full_name() if one.missing_from else ""),
        (_("By when"), day(one.missing_by)),
        (_("Day of the decision"), f"{day(one.decided_on)} ({one.meeting_reference})"),
        (_("Written down"), f"{day(one.entered_at)}, {signed}"),
        (_("Why this entry corrects another"), one.corrected_because),
    ]
    return [pair(str(key), value) for key, value in said if value]


def _against(one: PanelDecision) -> Iterable[tuple[str, str]]:
    for dissent in one.dissents.select_related("organisation"):
        who = f"{dissent.get_sector_display()}, {dissent.organisation.name}"
        yield _("Did not agree: %(who)s") % {"who": who}, dissent.reason
