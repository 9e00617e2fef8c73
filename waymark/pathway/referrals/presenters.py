"""What the pages of triage show: plain rows, made once, with no query left in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from waymark.foundation.kernel import clock
from waymark.foundation.kernel.working_days import working_days_between

from .closing import Gap
from .models import STATE_NAMES, Concern, Decision, InformationRequest, Redirect, Referral
from .queries import CLOSED_ONLY, OPEN
from .states import ReferralState

STATES = [
    (OPEN, gettext_lazy("All that are open")),
    *((str(state), STATE_NAMES[state]) for state in ReferralState),
    (CLOSED_ONLY, gettext_lazy("All that are closed")),
]


@dataclass(frozen=True)
class Filter:
    """What the queue was asked for. Anything unknown in the address is left out."""

    state: str = OPEN
    mine: bool = False
    overdue: bool = False

    @staticmethod
    def of(asked: Mapping[str, str]) -> Filter:
        state = asked.get("state", OPEN)
        known = {code for code, _name in STATES}
        return Filter(
            state if state in known else OPEN, asked.get("mine") == "yes", asked.get("overdue") == "yes"
        )

    @property
    def boxes(self) -> list[dict[str, Any]]:
        return [
            {"name": "mine", "value": "yes", "text": _("Those I lead"), "checked": self.mine},
            {"name": "overdue", "value": "yes", "text": _("Those that are overdue"), "checked": self.overdue},
        ]

    @property
    def states(self) -> list[dict[str, Any]]:
        return [{"value": code, "text": name, "selected": code == self.state} for code, name in STATES]


def day(moment: datetime | date | None) -> str:
    """A day as a person writes it; empty for none."""
    if moment is None:
        return ""
    return date_format(clock.uk_date(moment) if isinstance(moment, datetime) else moment, "j F Y")


def due_words(due_at: datetime | None, now: datetime) -> str:
    """When it is due, in words: no colour, no number that looks like a rank."""
    if due_at is None:
        return ""
    due_on, today = clock.uk_date(due_at), clock.uk_date(now)
    if due_at < now:
        late = max(1, working_days_between(due_on, today))
        return ngettext("Overdue by %(late)d working day", "Overdue by %(late)d working days", late) % {
            "late": late
        }
    if due_on == today:
        return _("Due today")
    return _("Due %(day)s") % {"day": day(due_at)}


def queue_row(referral: Referral, now: datetime) -> dict[str, Any]:
    return {
        "reference": referral.reference,
        "url": reverse("referrals:triage-record", args=[referral.reference]),
        "state": referral.state_name,
        "received": day(referral.received_at),
        "due": due_words(referral.due_at, now),
        "lead": referral.lead.get_full_name() if referral.lead else _("Nobody yet"),
    }


def police_row(referral: Referral) -> dict[str, Any]:
    return {
        "reference": referral.reference,
        "url": reverse("referrals:triage-police-record", args=[referral.reference]),
        "sent": day(referral.sent_to_police_at),
        "received": day(referral.received_at),
    }


def asked_row(row: InformationRequest | Redirect, today: date) -> dict[str, Any]:
    is_question = isinstance(row, InformationRequest)
    page = "referrals:triage-asked-request" if is_question else "referrals:triage-asked-redirect"
    return {
        "reference": row.reference,
        "url": reverse(page, args=[row.reference]),
        "kind": _("Question") if is_question else _("Redirect"),
        "asked": day(row.asked_at),
        "due": day(row.due_on) if is_question else "",
        "state": row.get_state_display(),
    }


def concern_row(concern: Concern) -> dict[str, Any]:
    return {
        "id": concern.pk,
        "place": concern.place,
        "words": concern.words,
        "kind": concern.kind,
        "standing": concern.get_standing_display(),
        "source": concern.source,
        "happened": day(concern.happened_on),
        "recorded": day(concern.recorded_at),
        "recorded_by": concern.recorded_by.get_full_name() if concern.recorded_by else "",
        "handling": concern.handling,
        "is_marked": bool(concern.mark),
        "mark": concern.get_mark_display() if concern.mark else _("Not marked yet"),
        "violence": {True: _("Yes"), False: _("No"), None: _("Not said yet")}[concern.violence],
        "note": concern.mark_note,
        "marked": day(concern.marked_at),
        "marked_by": concern.marked_by.get_full_name() if concern.marked_by else "",
    }


def decision_row(decision: Decision) -> dict[str, Any]:
    approval = getattr(decision, "approval", None)
    return {
        "id": decision.pk,
        "outcome": decision.get_outcome_display(),
        "options": decision.options,
        "reason": decision.reason,
        "relied_on": decision.relied_on,
        "dissent": decision.dissent,
        "note": decision.note,
        "withheld": decision.withheld_because,
        "signed": day(decision.signed_at),
        "signed_by": decision.signed_by.get_full_name(),
        "signed_as": decision.signed_as,
        "corrects": day(decision.corrects.signed_at) if decision.corrects_id else "",
        "is_corrected": hasattr(decision, "corrected_by"),
        "needs_second": decision.needs_second,
        "approval": approval
        and {
            "approved": approval.approved,
            "by": approval.approved_by.get_full_name(),
            "as": approval.approved_as,
            "on": day(approval.approved_at),
            "reason": approval.reason,
        },
    }


def earlier_rows(others: Iterable[Referral]) -> list[dict[str, Any]]:
    """Earlier referrals in time order: when, who referred, the concerns as worded, what was decided, why, by whom."""
    return [
        {
            "reference": other.reference,
            "url": reverse("referrals:triage-record", args=[other.reference]),
            "received": day(other.received_at),
            "referrer": referrer(other),
            "concerns": [concern.words for concern in other.concerns.all()],
            "state": other.state_name,
            "decisions": [decision_row(decision) for decision in other.decisions.all()],
        }
        for other in others
    ]


def answers_together(referral: Referral) -> list[dict[str, Any]]:
    return [
        {"answer": row.answer, "on": day(row.answered_at), "by": row.answered_by.get_full_name()}
        for row in referral.taken_together.select_related("answered_by")
    ]


def gap_row(gap: Gap, referral: Referral) -> dict[str, Any]:
    return {"text": gap.sentence, "href": reverse(gap.page, args=[referral.reference])}


def referrer(referral: Referral) -> str:
    """Which organisation referred; a professional on their own otherwise. Not who first had the concern."""
    organisation = referral.submission.organisation
    return organisation.name if organisation else _("A professional without an account")
