"""The page of one referral: what is known, what is missing, and what whoever reads it may do next."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision as Answer

from . import closing, documents, earlier, people_shown, policies, presenters
from .models import Outcome, Referral
from .permissions import Permission
from .presenters import day
from .states import REFERRALS, ReferralState
from .timeline import timeline

# The page of each move of the state table. Moves that share a page are one entry: the page asks which.
MOVES = {
    "take": "triage-take",
    "to-police": "triage-decide",
    "propose": "triage-decide",
    "hand-back": "triage-bring-back",
    "not-approved": "triage-approve",
    "reopen": "triage-reopen",
}
LABELS = {
    "triage-take": gettext_lazy("Take this referral"),
    "triage-decide": gettext_lazy("Sign a decision"),
    "triage-approve": gettext_lazy("Approve the closure, or send it back"),
    "triage-bring-back": gettext_lazy("Bring back to triage"),
    "triage-reopen": gettext_lazy("Reopen"),
}
WORK: tuple[tuple[str, Any, Callable[[Actor, Referral], Answer]], ...] = (
    ("triage-hand-over", gettext_lazy("Hand over to somebody else"), policies.triage_handover),
    ("triage-add-concern", gettext_lazy("Add a concern"), policies.triage_work),
    ("triage-note-need", gettext_lazy("Note a need"), policies.triage_work),
    ("triage-told", gettext_lazy("Say whether the person was told"), policies.triage_answer_about),
    ("triage-duty", gettext_lazy("Say whether social care was told"), policies.triage_answer_about),
    ("triage-household", gettext_lazy("Say who the person lives with"), policies.triage_work),
    ("triage-ask", gettext_lazy("Ask for information"), policies.triage_work),
    ("triage-redirect", gettext_lazy("Redirect to another service"), policies.triage_work),
    (
        "triage-mistake-told",
        gettext_lazy("Say who was told that it was mistaken"),
        policies.triage_tell_mistake,
    ),
    ("triage-restrict", gettext_lazy("Keep it to named people"), policies.triage_restrict),
    ("triage-unrestrict", gettext_lazy("Let all of triage see it again"), policies.triage_unrestrict),
)
# What does not wait for the answer to a possible match.
AT_ONCE = ("triage-hand-over", "triage-told", "triage-restrict", "triage-unrestrict")


@dataclass
class Record:
    """Plain rows for the template."""

    summary: list[dict[str, Any]]
    steps: list[dict[str, Any]]
    missing: list[dict[str, Any]]
    matches: list[dict[str, Any]]
    person: list[dict[str, Any]]
    person_url: str
    concerns: list[dict[str, Any]]
    needs: list[dict[str, Any]]
    told: list[dict[str, Any]]
    duties: list[dict[str, Any]]
    duty_prompt: bool
    requests: list[dict[str, Any]]
    redirects: list[dict[str, Any]]
    decisions: list[dict[str, Any]]
    said: list[dict[str, Any]]
    raiser: list[dict[str, Any]]
    added: list[dict[str, Any]]
    earlier: list[dict[str, Any]]
    documents: dict[str, Any]
    handover: dict[str, Any] | None = None
    kept: dict[str, Any] | None = None
    timeline: list[dict[str, Any]] = field(default_factory=list)

    @staticmethod
    def of(actor: Actor, referral: Referral, now: datetime) -> Record:
        works = bool(policies.triage_work(actor, referral))
        matches = people_shown.matches(referral)
        return Record(
            summary=summary(referral, now),
            steps=list(steps(actor, referral, waits=bool(matches))),
            missing=missing(referral, now),
            matches=matches,
            person=people_shown.person(referral),
            person_url=people_shown.person_url(referral),
            concerns=[concern(row, referral, works) for row in referral.concerns.all()],
            needs=[need(row, referral, works) for row in referral.needs.all()],
            told=[told(row) for row in referral.told.all()],
            duties=[duty(row) for row in referral.duties.all()],
            duty_prompt=closing.duty_asked(referral) and not referral.duties.all(),
            requests=[request(actor, row, referral) for row in referral.requests.all()],
            redirects=[redirect(actor, row, referral) for row in referral.redirects.all()],
            decisions=[decision(actor, row, referral) for row in referral.decisions.all()],
            said=people_shown.said(referral),
            raiser=raiser(referral),
            added=[
                {"words": row.words, "on": day(row.added_at)} for row in referral.submission.additions.all()
            ],
            earlier=[presenters.outcome_row(other) for other in earlier.outcomes(referral)],
            documents=documents.shown(actor, referral),
            handover=handover(actor, referral),
            kept=kept(referral),
            timeline=timeline(referral),
        )


def summary(referral: Referral, now: datetime) -> list[dict[str, Any]]:
    age = {True: _("Under 18"), False: _("18 or over"), None: _("Not known")}[referral.under_18]
    rows = [
        (_("State"), referral.state_name),
        (_("Due"), presenters.next_due(referral, now)),
        (_("Lead professional"), referral.lead.get_full_name() if referral.lead else _("Nobody yet")),
        (_("Police of the area"), presenters.police_know(referral)),
        (_("Concern first arose"), day(referral.concern_arose_on) or _("Not known")),
        (_("Sent"), day(referral.submission.sent_at)),
        (_("Received"), day(referral.received_at)),
        (
            _("Age when received"),
            age if referral.age_on_receipt is None else f"{referral.age_on_receipt} ({age})",
        ),
        (_("Lives with a child"), referral.get_lives_with_child_display()),
        (_("Referred by"), presenters.referrer(referral)),
    ]
    return [pair(key, value) for key, value in rows if value]


def raiser(referral: Referral) -> list[dict[str, Any]]:
    """Who first had the concern, for the triage team alone; first of all whether they want to stay anonymous."""
    held = getattr(referral.submission, "raiser", None)
    if held is None:
        return []
    wish = _("Yes. Do not tell anybody who it is.") if held.wants_anonymity else _("No")
    rows = [
        (_("Wants to stay anonymous"), wish),
        (_("Name"), held.name),
        (_("Job"), held.job),
        (_("Organisation"), held.organisation_name),
        (_("Knows the person as"), held.relationship),
        (_("Email address"), held.email),
        (_("Telephone number"), held.phone),
    ]
    return [pair(key, value) for key, value in rows if value]


def pair(key: str, value: str) -> dict[str, Any]:
    return {"key": {"text": key}, "value": {"text": value}}


def steps(actor: Actor, referral: Referral, *, waits: bool) -> Iterator[dict[str, Any]]:
    """What the actor may do now: the legal moves first, then the work. While a match waits, only leading it."""
    told = {
        "triage-take": policies.triage_take,
        "triage-decide": policies.triage_decide,
        "triage-bring-back": policies.triage_bring_back,
        "triage-reopen": policies.triage_reopen,
    }
    pages = dict.fromkeys(
        MOVES[move.name] for move in REFERRALS.open_to(referral.state) if move.name in MOVES
    )
    for page in pages:
        may = told[page](actor, referral) if page in told else _may_approve(actor, referral)
        if may and not (waits and page == "triage-decide"):
            yield step(page, LABELS[page], referral, button=page == "triage-take")
    for page, label, policy in WORK:
        if policy(actor, referral) and not (waits and page not in AT_ONCE):
            yield step(page, label, referral)
    if policies.holds(actor, Permission.TRIAGE, referral):
        href = reverse("glass:interest", args=[referral.reference])
        yield {"text": _("Say that you know the person"), "href": href, "button": False}


def _may_approve(actor: Actor, referral: Referral) -> bool:
    return referral.decision is not None and bool(policies.triage_approve(actor, referral.decision))


def step(page: str, label: Any, referral: Referral, *, button: bool = False) -> dict[str, Any]:
    return {"text": label, "href": reverse(f"referrals:{page}", args=[referral.reference]), "button": button}


def missing(referral: Referral, now: datetime) -> list[dict[str, Any]]:
    """What a closure still lacks, while the referral is being worked on."""
    if referral.state not in (ReferralState.TRIAGE, ReferralState.CLOSING):
        return []
    return [
        presenters.gap_row(gap, referral) for gap in closing.gaps(referral, Outcome.NO_FURTHER_ACTION, now)
    ]


def concern(row: Any, referral: Referral, works: bool) -> dict[str, Any]:
    url = reverse("referrals:triage-mark-concern", args=[referral.reference, row.pk]) if works else ""
    return presenters.concern_row(row) | {"mark_url": url}


def need(row: Any, referral: Referral, works: bool) -> dict[str, Any]:
    ends = works and row.ended_on is None
    return {
        "words": row.words,
        "bearing": row.get_bearing_display(),
        "why": row.why,
        "source": row.source,
        "noted": day(row.noted_on),
        "by": row.noted_by.get_full_name() if row.noted_by else _("the referrer"),
        "ended": day(row.ended_on),
        "ended_because": row.ended_because,
        "end_url": reverse("referrals:triage-end-need", args=[referral.reference, row.pk]) if ends else "",
    }


def told(row: Any) -> dict[str, Any]:
    if row.told_on:
        answer = _("Told on %(day)s by %(who)s") % {"day": day(row.told_on), "who": row.told_by}
    else:
        answer = _("Not yet. Decide again by %(day)s") % {"day": day(row.decide_again_on)}
    more = row.response or row.not_yet_because
    return {
        "who": row.get_hearer_display(),
        "answer": answer,
        "more": more,
        "by": row.answered_by.get_full_name() if row.answered_by else _("The referrer said so on the form"),
        "on": day(row.answered_on),
    }


def duty(row: Any) -> dict[str, Any]:
    if row.told_on:
        answer = _("Told on %(day)s by %(who)s") % {"day": day(row.told_on), "who": row.told_by}
    else:
        answer = _("Not told")
    return {
        "service": row.get_service_display(),
        "answer": answer,
        "more": row.their_reference or row.why_not,
        "by": row.answered_by.get_full_name(),
        "on": day(row.answered_at),
    }


def request(actor: Actor, row: Any, referral: Referral) -> dict[str, Any]:
    override = getattr(row, "override", None)
    at = [referral.reference, row.reference]
    answers = bool(policies.triage_record_answer(actor, row))
    return {
        "reference": row.reference,
        "asked": row.asked.name,
        "question": row.question,
        "basis": row.basis,
        "asked_on": day(row.asked_at),
        "asked_by": row.asked_by.get_full_name(),
        "due": day(row.due_on),
        "state": row.get_state_display(),
        "reply": row.reply or row.why,
        "handling": row.handling,
        "replied": day(row.replied_at),
        "replied_by": row.replied_by.get_full_name() if row.replied_by else "",
        "override": override
        and {
            "reason": override.reason,
            "by": override.overridden_by.get_full_name(),
            "on": day(override.overridden_at),
        },
        "mistake_told": day(row.mistake_told_on),
        "answer_url": reverse("referrals:triage-record-answer", args=at) if answers else "",
        "override_url": reverse("referrals:triage-override", args=at)
        if policies.triage_override(actor, row)
        else "",
    }


def redirect(actor: Actor, row: Any, referral: Referral) -> dict[str, Any]:
    answers = bool(policies.triage_record_answer(actor, row))
    return {
        "reference": row.reference,
        "service": row.service_name,
        "message": row.message,
        "basis": row.basis,
        "asked_on": day(row.asked_at),
        "state": row.get_state_display(),
        "answer": row.answer,
        "answered": day(row.answered_on),
        "answered_by": row.answered_by.get_full_name() if row.answered_by else "",
        "mistake_told": day(row.mistake_told_on),
        "answer_url": reverse("referrals:triage-record-redirect", args=[referral.reference, row.reference])
        if answers
        else "",
    }


def decision(actor: Actor, row: Any, referral: Referral) -> dict[str, Any]:
    may = policies.triage_correct(actor, row)
    url = reverse("referrals:triage-correct", args=[referral.reference, row.pk]) if may else ""
    return presenters.decision_row(row) | {"correct_url": url}


def handover(actor: Actor, referral: Referral) -> dict[str, Any] | None:
    """The handover that waits for its answer, and what the actor may do about it."""
    for row in referral.handovers.all():
        if row.answered_at is None:
            mine = bool(policies.triage_accept(actor, row))
            back = bool(policies.triage_handover(actor, referral)) and not mine
            at = [referral.reference]
            return {
                "to": row.receiver.get_full_name(),
                "since": day(row.offered_at),
                "answer_url": reverse("referrals:triage-answer-handover", args=at) if mine else "",
                "take_back_url": reverse("referrals:triage-take-back-handover", args=at) if back else "",
            }
    return None


def kept(referral: Referral) -> dict[str, Any] | None:
    """To whom it is kept, why, and who decided. One query, and none for a referral that all of triage sees."""
    row = next((row for row in referral.restrictions.all() if row.ended_at is None), None)
    if row is None or not referral.is_kept:
        return None
    keys = [*row.people, *([referral.lead_id] if referral.lead_id else [])]
    names = get_user_model()._default_manager.filter(pk__in=keys).order_by("full_name")
    return {
        "who": ", ".join([_("the Prevent lead"), *(one.get_full_name() for one in names)]),
        "reason": row.reason,
        "by": row.restricted_by.get_full_name(),
        "on": day(row.restricted_at),
    }
