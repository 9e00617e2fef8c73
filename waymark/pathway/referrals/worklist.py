"""What waits for whom in triage, and until when. Sentences and references only: no list names a person."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from waymark.foundation import tasks
from waymark.foundation.kernel import clock
from waymark.foundation.ledger.deeds import Doer
from waymark.foundation.tasks import LOCAL, ClockDefault, Kind, Unit
from waymark.foundation.tasks.clocks import DAY_ENDS, due

from .closing import newest_told
from .models import Handover, InformationRequest, Redirect, RedirectState, Referral
from .states import CLOSED, REFERRALS, ReferralState

RECORD = "referrals:triage-record"
CLOCKS = (
    ClockDefault("referrals.take", _("Taking a new referral"), 1, Unit.WORKING_DAYS, LOCAL),
    ClockDefault("referrals.triage", _("Deciding in triage"), 5, Unit.WORKING_DAYS, LOCAL),
    ClockDefault(
        "referrals.police-assessment",
        _("Police assessment"),
        5,
        Unit.WORKING_DAYS,
        _("Home Office e-learning on Channel: on average up to five days"),
    ),
    ClockDefault("referrals.second-person", _("Approving a closure"), 2, Unit.WORKING_DAYS, LOCAL),
    ClockDefault("referrals.handover", _("Accepting a handover"), 2, Unit.WORKING_DAYS, LOCAL),
    ClockDefault("referrals.redirect", _("Answer of a service to a redirect"), 10, Unit.WORKING_DAYS, LOCAL),
    ClockDefault(
        "referrals.correction", _("Telling others of a mistaken referral"), 5, Unit.WORKING_DAYS, LOCAL
    ),
)
# Of each state: who is asked to do what next. Closed states ask nothing more; what the police have waits for them.
STAGES = {
    ReferralState.RECEIVED: Kind("referrals.new", _("Take a new referral"), RECORD, "referrals.take"),
    ReferralState.TRIAGE: Kind(
        "referrals.triage", _("Decide on a referral in triage"), RECORD, "referrals.triage"
    ),
    ReferralState.CLOSING: Kind(
        "referrals.second-person",
        _("Approve a closure, or send it back"),
        "referrals:triage-approve",
        "referrals.second-person",
    ),
}
HANDOVER = Kind(
    "referrals.handover",
    _("Accept a referral that is handed over to you, or say why not"),
    "referrals:triage-answer-handover",
    "referrals.handover",
)
ANSWER_REQUEST = Kind("referrals.answer-request", _("Answer a question"), "referrals:triage-asked-request")
ANSWER_REDIRECT = Kind(
    "referrals.answer-redirect",
    _("Say whether your service takes a matter on"),
    "referrals:triage-asked-redirect",
    "referrals.redirect",
)
REQUEST_WAITS = Kind("referrals.request-waits", _("A question waits for its answer"), RECORD)
REDIRECT_WAITS = Kind(
    "referrals.redirect-waits",
    _("A service has not said whether it takes a matter on"),
    RECORD,
    "referrals.redirect",
)
TELL = Kind("referrals.tell", _("Decide again whether the person is told"), "referrals:triage-told")
PASSED_ON = Kind("referrals.passed-on", _("A referral is yours now: read it"), RECORD, "referrals.take")
CORRECTION = Kind(
    "referrals.correction",
    _("Tell an organisation that a referral was mistaken"),
    "referrals:triage-mistake-told",
    "referrals.correction",
)
CORRECTION_POLICE = Kind(
    "referrals.correction-police",
    _("Tell the police that a referral was mistaken"),
    "referrals:triage-mistake-told",
    "referrals.correction",
)
NOT_TAKEN_ON = Kind(
    "referrals.not-taken-on",
    _("No service takes a closed matter on: reopen it, or correct the decision"),
    RECORD,
    "referrals.take",
)
KINDS = (
    *STAGES.values(), HANDOVER, ANSWER_REQUEST, ANSWER_REDIRECT, REQUEST_WAITS, REDIRECT_WAITS, TELL, PASSED_ON,
    CORRECTION, CORRECTION_POLICE, NOT_TAKEN_ON,
)  # fmt: skip


def move(referral: Referral, name: str, at: datetime) -> None:
    """One move of the state table, and the due time of the state it leads to. The caller saves both."""
    step = REFERRALS.move(referral, name)
    stage = STAGES.get(ReferralState(referral.state))
    clock_code = step.clock or (stage.clock if stage else "")
    referral.due_at = due(clock_code, at, authority_id=referral.authority_id) if clock_code else None


def stage(referral: Referral, by: Doer, at: datetime) -> None:
    """The task of the state the referral is in now, in place of the one before."""
    closed = referral.state in CLOSED
    before = [kind.code for kind in STAGES.values()] + [(PASSED_ON if closed else NOT_TAKEN_ON).code]
    tasks.done(*before, about=referral, by=by, at=at)
    mine = STAGES.get(ReferralState(referral.state))
    if mine is None:
        return
    to = {
        ReferralState.RECEIVED: _triage(referral),
        ReferralState.CLOSING: _leads(referral),
        ReferralState.POLICE_ASSESSMENT: f"authority:{referral.authority_id}:police",
    }.get(ReferralState(referral.state), referral.lead or _triage(referral))
    tasks.ask(
        mine.code, about=referral, to=to, by=by, at=at, due_at=referral.due_at, escalate_to=_leads(referral)
    )


def lead_changed(referral: Referral, by: Doer, at: datetime, *, unasked: bool = False) -> None:
    """Everything that waits for the lead professional waits for the new one. `unasked`: they do not know yet."""
    stage(referral, by, at)
    for request in referral.requests.filter(state="open"):
        _request_waits(request, by, at)
    for redirect in referral.redirects.filter(state="waiting"):
        _redirect_waits(redirect, by, at)
    told_answered(referral, by, at)
    if unasked:
        tasks.ask(
            PASSED_ON.code, about=referral, to=referral.lead, by=by, at=at, escalate_to=_leads(referral)
        )


def read(referral: Referral, by: Doer, at: datetime) -> None:
    """The new lead has done something with the referral that was passed on to them."""
    tasks.done(PASSED_ON.code, about=referral, by=by, at=at)


def handover_offered(handover: Handover, by: Doer, at: datetime) -> None:
    tasks.ask(
        HANDOVER.code,
        about=handover,
        to=handover.receiver,
        by=by,
        at=at,
        reference=handover.referral.reference,
        # Two working days without an answer, and the Prevent lead is told.
        escalate_to=_leads(handover),
    )


def handover_answered(handover: Handover, by: Doer, at: datetime) -> None:
    tasks.done(HANDOVER.code, about=handover, by=by, at=at)


def request_made(request: InformationRequest, by: Doer, at: datetime) -> None:
    tasks.ask(
        ANSWER_REQUEST.code,
        about=request,
        to=f"organisation:{request.asked_id}:requests",
        by=by,
        at=at,
        due_at=_end_of(request.due_on),
    )
    _request_waits(request, by, at)


def request_done(request: InformationRequest, by: Doer, at: datetime) -> None:
    """Answered or declined: neither side waits any more."""
    tasks.done(ANSWER_REQUEST.code, REQUEST_WAITS.code, about=request, by=by, at=at)


def request_overridden(request: InformationRequest, by: Doer, at: datetime) -> None:
    """We do not wait any more; the answer is still welcome."""
    tasks.done(REQUEST_WAITS.code, about=request, by=by, at=at)


def redirect_made(redirect: Redirect, by: Doer, at: datetime) -> None:
    if redirect.service_id:
        to = f"organisation:{redirect.service_id}:requests"
        tasks.ask(ANSWER_REDIRECT.code, about=redirect, to=to, by=by, at=at)
    _redirect_waits(redirect, by, at)


def redirect_done(redirect: Redirect, by: Doer, at: datetime) -> None:
    tasks.done(ANSWER_REDIRECT.code, REDIRECT_WAITS.code, about=redirect, by=by, at=at)


def not_taken_on(referral: Referral, by: Doer, at: datetime) -> None:
    """A service declined. When the referral was closed for it, and no other service has it, nobody would."""
    elsewhere = referral.redirects.exclude(state=RedirectState.NOT_ACCEPTED).exists()
    if referral.state == ReferralState.REDIRECTED and not elsewhere:
        tasks.ask(NOT_TAKEN_ON.code, about=referral, to=_leads(referral), by=by, at=at)


def decided_anew(referral: Referral, by: Doer, at: datetime) -> None:
    tasks.done(NOT_TAKEN_ON.code, about=referral, by=by, at=at)


def told_answered(referral: Referral, by: Doer, at: datetime) -> None:
    """“Not yet” comes back to the work list when the first of the answers in force runs out."""
    tasks.done(TELL.code, about=referral, by=by, at=at)
    ends = [told.decide_again_on for told in newest_told(referral).values() if told.decide_again_on]
    if ends:
        tasks.ask(
            TELL.code,
            about=referral,
            to=referral.lead or _triage(referral),
            by=by,
            at=at,
            due_at=_end_of(min(ends)),
            escalate_to=_leads(referral),
        )


def corrections(referral: Referral, by: Doer, at: datetime) -> None:
    """One task for each question and redirect that carried the mistake to another organisation, and for the police."""
    if referral.was_seen_by_police:
        tasks.ask(CORRECTION_POLICE.code, about=referral, to=_leads(referral), by=by, at=at)
    for shared in (*referral.requests.all(), *referral.redirects.all()):
        tasks.ask(
            CORRECTION.code, about=shared, to=_leads(referral), by=by, at=at, reference=referral.reference
        )


def corrected(shared: InformationRequest | Redirect, by: Doer, at: datetime) -> None:
    tasks.done(CORRECTION.code, about=shared, by=by, at=at)


def police_corrected(referral: Referral, by: Doer, at: datetime) -> None:
    tasks.done(CORRECTION_POLICE.code, about=referral, by=by, at=at)


def nothing_more(referral: Referral, by: Doer, at: datetime) -> None:
    """Sealed: nothing about it waits, except the corrections."""
    stage(referral, by, at)
    tasks.done(TELL.code, NOT_TAKEN_ON.code, about=referral, by=by, at=at)
    for request in referral.requests.all():
        request_done(request, by, at)
    for redirect in referral.redirects.all():
        redirect_done(redirect, by, at)


def _request_waits(request: InformationRequest, by: Doer, at: datetime) -> None:
    tasks.done(REQUEST_WAITS.code, about=request, by=by, at=at)
    _ours(REQUEST_WAITS, request, by, at, _end_of(request.due_on))


def _redirect_waits(redirect: Redirect, by: Doer, at: datetime) -> None:
    tasks.done(REDIRECT_WAITS.code, about=redirect, by=by, at=at)
    until = due(REDIRECT_WAITS.clock, redirect.asked_at, authority_id=redirect.authority_id)
    _ours(REDIRECT_WAITS, redirect, by, at, until)


def _ours(kind: Kind, about: InformationRequest | Redirect, by: Doer, at: datetime, due_at: datetime) -> None:
    referral = about.referral
    tasks.ask(
        kind.code,
        about=about,
        to=referral.lead or _triage(referral),
        by=by,
        at=at,
        due_at=due_at,
        escalate_to=_leads(referral),
        reference=referral.reference,
    )


def _triage(referral: Referral) -> str:
    """All of triage; of a referral that is kept to named people, the Prevent lead."""
    team = f"authority:{referral.authority_id}:triage"
    return _leads(referral) if referral.is_kept else team


def _leads(record: Referral | Handover) -> str:
    return f"authority:{record.authority_id}:lead"


def _end_of(day: date) -> datetime:
    return datetime.combine(day, DAY_ENDS, clock.UK)
