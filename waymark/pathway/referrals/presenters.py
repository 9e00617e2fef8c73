"""What the pages of triage show: plain rows, made once, with no query left in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.roles import read_out
from waymark.foundation.interface.filters import Many, One
from waymark.foundation.interface.tables import Column, Table, reference
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.working_days import working_days_between

from . import earlier
from .closing import Gap
from .models import STATE_NAMES, Concern, Decision, InformationRequest, Redirect, Referral
from .states import CLOSED, WITH_POLICE, ReferralState

OPEN_ONLY, CLOSED_ONLY = "open", "closed"
STATES = [
    *((str(state), STATE_NAMES[state]) for state in ReferralState),
    (OPEN_ONLY, gettext_lazy("All that are open")),
    (CLOSED_ONLY, gettext_lazy("All that are closed")),
]


def queue_filters(actor: Actor, now: datetime) -> tuple[One, ...]:
    """State, mine, overdue."""

    def by_state(rows: QuerySet[Any], chosen: str) -> QuerySet[Any]:
        if chosen == OPEN_ONLY:
            return rows.exclude(state__in=CLOSED)
        return rows.filter(state__in=CLOSED) if chosen == CLOSED_ONLY else rows.filter(state=chosen)

    def only(rows: QuerySet[Any], chosen: list[str]) -> QuerySet[Any]:
        rows = rows.filter(lead_id=actor.user_id) if "mine" in chosen else rows
        # What is with the police is due from them, not from whoever works this list.
        overdue = rows.filter(due_at__lt=now).exclude(state__in=WITH_POLICE)
        return overdue if "overdue" in chosen else rows

    kinds = (("mine", gettext_lazy("Those I lead")), ("overdue", gettext_lazy("Those that are overdue")))
    return (
        One(
            "state",
            gettext_lazy("State"),
            STATES,
            by_state,
            public=True,
            unchosen=gettext_lazy("All that wait for triage"),
        ),
        Many("only", gettext_lazy("Only"), kinds, only, public=True),
    )


def day(moment: datetime | date | None) -> str:
    """A day as a person writes it; empty for none."""
    if moment is None:
        return ""
    return date_format(clock.uk_date(moment) if isinstance(moment, datetime) else moment, "j F Y")


def about(on: date | None, precision: str) -> str:
    """A date as exactly as it is known."""
    return date_format(on, {"day": "j F Y", "month": "F Y", "year": "Y"}[precision]) if on else ""


def due_words(due_at: datetime | None, now: datetime) -> str:
    """When it is due, in words, under a heading that says so: no colour, no number that looks like a rank."""
    if due_at is None:
        return ""
    due_on, today = clock.uk_date(due_at), clock.uk_date(now)
    if due_at < now:
        late = max(1, working_days_between(due_on, today))
        return ngettext("Overdue by %(late)d working day", "Overdue by %(late)d working days", late) % {
            "late": late
        }
    if due_on == today:
        return _("Today")
    return str(day(due_at))


def next_due(referral: Referral, now: datetime) -> str:
    """When the council’s next step is due. While the police have it, since when: their time is theirs."""
    if referral.state in WITH_POLICE:
        return _("With the police since %(day)s") % {"day": day(referral.sent_to_police_at)}
    return due_words(referral.due_at, now)


def police_know(referral: Referral) -> str:
    """That the police see what waits in triage, where it went to them as well; nothing where triage sends it. Of a
    mistaken one, whether they know that it was."""
    if referral.state == ReferralState.MISTAKEN and referral.was_seen_by_police:
        by = referral.police_mistake_told_by
        if by is None:
            return _("They saw it, and are to be told that it was mistaken")
        given = {"day": day(referral.police_mistake_told_on), "who": by.get_full_name()}
        return _("Told on %(day)s by %(who)s that it was mistaken") % given
    known = referral.is_seen_by_police and referral.sent_to_police_at is None
    return _("They got it when you did, and wait for your decision") if known else ""


def queue_table(rows: Iterable[Referral], now: datetime, *, asked: Mapping[str, list[str]]) -> Table:
    """`asked`: what is chosen in each filter. Without a state only those that wait for triage stand here."""
    return Table(
        _("Referrals, oldest first") if asked["state"] else _("Referrals in triage, oldest first"),
        (
            Column(_("Reference"), lambda row: _opens("triage-record", row)),
            Column(_("Received"), lambda row: day(row.received_at)),
            Column(_("State"), "state_name"),
            Column(_("Due"), lambda row: next_due(row, now) or "–"),
            Column(
                _("Lead professional"), lambda row: row.lead.get_full_name() if row.lead else _("Nobody yet")
            ),
        ),
        rows,
        empty=_("There is no referral of the kind that you chose.")
        if any(asked.values())
        else _("No referral is in triage. New ones stand here as soon as they are sent."),
    )


def asked_table(rows: Iterable[InformationRequest | Redirect]) -> Table:
    return Table(
        _("Questions and redirects"),
        (
            Column(_("Reference"), lambda row: _opens(_page_of(row), row)),
            Column(_("What it is"), lambda row: _("Question") if _is_question(row) else _("Redirect")),
            Column(_("Asked"), lambda row: day(row.asked_at)),
            Column(_("Answer needed by"), lambda row: day(row.due_on) if _is_question(row) else "–"),
            Column(_("State"), lambda row: row.get_state_display()),
        ),
        rows,
        empty=_(
            "Nothing has been asked of your organisation. When somebody asks, it stands here and on My day."
        ),
    )


def _is_question(row: InformationRequest | Redirect) -> bool:
    return isinstance(row, InformationRequest)


def _page_of(row: InformationRequest | Redirect) -> str:
    return "triage-asked-request" if _is_question(row) else "triage-asked-redirect"


def _opens(page: str, row: Any) -> Any:
    return reference(reverse(f"referrals:{page}", args=[row.reference]), row.reference)


def concern_row(concern: Concern) -> dict[str, Any]:
    return {
        "id": concern.pk,
        "place": concern.place,
        "words": concern.words,
        "kind": concern.kind,
        "standing": concern.get_standing_display(),
        "source": concern.source,
        "happened": about(concern.happened_on, concern.happened_precision),
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
        "signed_as": read_out(decision.signed_as),
        "corrects": day(decision.corrects.signed_at) if decision.corrects else "",
        "is_corrected": hasattr(decision, "corrected_by"),
        "needs_second": decision.needs_second,
        "approval": approval
        and {
            "approved": approval.approved,
            "by": approval.approved_by.get_full_name(),
            "as": read_out(approval.approved_as),
            "on": day(approval.approved_at),
            "reason": approval.reason,
        },
    }


def earlier_rows(others: Iterable[Referral]) -> list[dict[str, Any]]:
    """Earlier referrals in time order: when, who referred, the concerns as worded, what was decided, why, by whom."""
    return [
        outcome_row(other)
        | {
            "referrer": referrer(other),
            "concerns": [concern.words for concern in other.concerns.all()],
            "decisions": [decision_row(decision) for decision in other.decisions.all()],
        }
        for other in others
    ]


def outcome_row(other: Referral) -> dict[str, Any]:
    """An earlier referral in a line: when it came, and what came of it."""
    return {
        "reference": other.reference,
        "url": reverse("referrals:triage-record", args=[other.reference]),
        "received": day(other.received_at),
        "state": other.state_name,
    }


def answers_together(referral: Referral) -> list[dict[str, Any]]:
    return [
        {"answer": row.answer, "on": day(row.answered_at), "by": row.answered_by.get_full_name()}
        for row in referral.taken_together.select_related("answered_by")
    ]


def to_approve(referral: Referral) -> dict[str, Any]:
    """What the second person has in view: earlier referrals, concerns, requests without an answer, needs."""
    return {
        "earlier": bool(earlier.keys(referral)),
        "answers": answers_together(referral),
        "concerns": [
            concern_row(row) for row in referral.concerns.select_related("marked_by", "recorded_by")
        ],
        "unanswered": list(referral.requests.filter(state="open").select_related("override")),
        "needs": list(referral.needs.filter(ended_on__isnull=True)),
    }


def gap_row(gap: Gap, referral: Referral) -> dict[str, Any]:
    place = f"#{gap.place}" if gap.place else ""
    return {"text": gap.sentence, "href": reverse(gap.page, args=[referral.reference]) + place}


def referrer(referral: Referral) -> str:
    """Which organisation referred; a professional on their own otherwise. Not who first had the concern."""
    organisation = referral.submission.organisation
    return organisation.name if organisation else _("A professional without an account")
