"""Other organisations are asked: for information, or to take the matter on. They see the question and no more."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access import context
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.references import Letter, new_reference
from waymark.foundation.kernel.refusals import Incomplete, Refusal
from waymark.foundation.ledger.deeds import deed, disclosed
from waymark.foundation.places.models import Organisation
from waymark.pathway.concerns.actions import progress
from waymark.pathway.referrals import policies, queries, worklist
from waymark.pathway.referrals.actions import carrying, telling
from waymark.pathway.referrals.models import (
    InformationRequest,
    Redirect,
    RedirectState,
    Referral,
    RequestOverride,
    RequestState,
)

from .working import in_work, not_ahead

# What was typed is sealed in the row; the ledger, which nobody can erase, says only where it stands.
TYPED = "as written in the record"


@deed("referrals.ask")
def ask(
    *,
    by: Actor,
    at: datetime,
    referral: Referral,
    asked: Organisation,
    question: str,
    basis: str,
    due_on: date,
) -> InformationRequest:
    """A question to one organisation, with the lawful basis for asking and the day by which the answer is needed."""
    referral = in_work(by, referral, policies.look_into)
    if due_on <= clock.uk_date(at):
        raise Refusal(_("The answer must be due after today."), field="due_on")
    request = InformationRequest.objects.create(
        **_seen_by(referral, asked, by),
        reference=new_reference(Letter.QUESTION),
        asked=asked,
        question=question,
        basis=basis,
        due_on=due_on,
        asked_by_id=by.user_id,
        asked_at=at,
    )
    disclosed(request, recipient=f"organisation:{asked.pk}", what="a question about the person", basis=TYPED)
    worklist.request_made(request, by, at)
    with context.lent(
        referral.authority_id
    ):  # the police see neither the submission nor the council’s questions
        first, submission = referral.requests.count() == 1, referral.submission
    if first:
        # The referrer is told once that others are asked, not how many.
        progress.tell(by=by, at=at, submission=submission, code="asked")
    return request


@deed("referrals.answer-request")
def answer_request(
    *, by: Actor, at: datetime, request: InformationRequest, version: int, reply: str, handling: str = ""
) -> InformationRequest:
    """The asked organisation answers."""
    return _reply(by, at, request, version, state=RequestState.ANSWERED, reply=reply, handling=handling)


@deed("referrals.decline-request")
def decline_request(
    *, by: Actor, at: datetime, request: InformationRequest, version: int, why: str
) -> InformationRequest:
    """The asked organisation does not answer, and says why."""
    return _reply(by, at, request, version, state=RequestState.DECLINED, why=why)


@deed("referrals.override-request")
def override_request(*, by: Actor, at: datetime, request: InformationRequest, reason: str) -> RequestOverride:
    """A second person decides to go on though the answer has not come. Their reasons stay on the record."""
    lock(request.referral)
    request = lock(request)
    policies.override(by, request).require()
    if not reason:
        raise Incomplete(_("Say why the referral may go on without the answer."), field="reason")
    override = RequestOverride.objects.create(
        authority_id=request.authority_id,
        grants=list(request.referral.grants),
        request=request,
        reason=reason,
        overridden_by_id=by.user_id,
        overridden_at=at,
    )
    worklist.request_overridden(request, by, at)
    return override


@deed("referrals.redirect")
def redirect(
    *, by: Actor, at: datetime, referral: Referral, service: Organisation, message: str, basis: str
) -> Redirect:
    """Asks another service to take the matter on. What they answer is recorded, by them or by the officer."""
    referral = in_work(by, referral)
    made = Redirect.objects.create(
        **_seen_by(referral, service, by),
        reference=new_reference(Letter.REDIRECT),
        service=service,
        service_name=service.name,
        message=message,
        basis=basis,
        asked_by_id=by.user_id,
        asked_at=at,
    )
    disclosed(made, recipient=f"organisation:{service.pk}", what="a redirect of the concern", basis=TYPED)
    worklist.redirect_made(made, by, at)
    return made


@deed("referrals.accept-redirect")
def accept_redirect(
    *, by: Actor, at: datetime, redirect: Redirect, version: int, answer: str = ""
) -> Redirect:
    """The service takes the matter on."""
    return _answer(by, at, redirect, version, RedirectState.ACCEPTED, answer)


@deed("referrals.decline-redirect")
def decline_redirect(*, by: Actor, at: datetime, redirect: Redirect, version: int, answer: str) -> Redirect:
    """The service does not take the matter on, and says why."""
    if not answer:
        raise Incomplete(_("Say why the service does not accept."), field="answer")
    return _answer(by, at, redirect, version, RedirectState.NOT_ACCEPTED, answer)


@deed("referrals.tell-mistake")
def mistake_told(
    *, by: Actor, at: datetime, referral: Referral, shared: Collection[str], told_on: date
) -> Referral:
    """Those who were asked by the references `shared`, and the police where “police” is among them, were told that the
    referral was mistaken."""
    referral = lock(referral)
    policies.triage_tell_mistake(by, referral).require()
    not_ahead(told_on, at)
    for row in queries.untold(referral):
        if row.reference in shared:
            row.mistake_told_on = told_on
            row.save_next("mistake_told_on")
            worklist.corrected(row, by, at)
    if queries.POLICE in shared and queries.told_apart(referral):
        referral.police_mistake_told_on, referral.police_mistake_told_by_id = told_on, by.user_id
        referral.save_next("police_mistake_told_on", "police_mistake_told_by")
        worklist.police_corrected(referral, by, at)
    return referral


def _reply(
    by: Actor,
    at: datetime,
    request: InformationRequest,
    version: int,
    *,
    state: RequestState,
    reply: str = "",
    handling: str = "",
    why: str = "",
) -> InformationRequest:
    request = lock(request, version)
    theirs = by.holds(carrying.asked(request.asked_id))
    _may_answer(by, request, theirs)
    request.state, request.reply, request.handling, request.why = state, reply, handling, why
    request.replied_by_id, request.replied_at, request.answered_themselves = by.user_id, at, theirs
    request.save_next("state", "reply", "handling", "why", "replied_by", "replied_at", "answered_themselves")
    worklist.request_done(request, by, at)
    if theirs:
        telling.answered(request, at)
    return request


def _answer(
    by: Actor, at: datetime, redirect: Redirect, version: int, state: RedirectState, answer: str
) -> Redirect:
    redirect = lock(redirect, version)
    theirs = by.holds(carrying.asked(redirect.service_id or 0))
    _may_answer(by, redirect, theirs)
    redirect.state, redirect.answer, redirect.answered_on = state, answer, clock.uk_date(at)
    redirect.answered_by_id, redirect.answered_themselves = by.user_id, theirs
    redirect.save_next("state", "answer", "answered_on", "answered_by", "answered_themselves")
    worklist.redirect_done(redirect, by, at)
    if state == RedirectState.NOT_ACCEPTED:
        with context.lent(redirect.authority_id):
            worklist.not_taken_on(redirect.referral, by, at)
    if theirs:
        telling.answered(redirect, at)
    return redirect


def _may_answer(by: Actor, asked: InformationRequest | Redirect, theirs: bool) -> None:
    """The asked answer for themselves; what they said by telephone or letter, the officer writes down."""
    if theirs:
        policies.request_answer(by, asked).require()
    else:
        policies.triage_record_answer(by, asked).require()


def _seen_by(referral: Referral, organisation: Organisation, by: Actor) -> dict:
    """Triage, whom is asked, and the police where they ask."""
    mine = carrying.with_(referral)
    police = carrying.police(referral.authority_id)
    askers = [police] if by.holds(police) else []
    return mine | {"grants": [*mine["grants"], *askers, carrying.asked(organisation.pk)]}
