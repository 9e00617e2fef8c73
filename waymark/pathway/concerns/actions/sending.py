"""A draft is sent: it becomes a submission, frozen, and the council’s referral, in one transaction."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.urls import reverse

from waymark.foundation import outbox
from waymark.foundation.access import context
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel.references import Letter, new_reference
from waymark.foundation.kernel.refusals import Incomplete
from waymark.foundation.ledger.deeds import deed
from waymark.pathway.concerns import desk, documents, policies
from waymark.pathway.concerns.form.asking import Answers, Version
from waymark.pathway.concerns.models import ConcernRaiser, Draft, DraftApart, Step, Submission
from waymark.pathway.concerns.states import DRAFTS, DraftState

from . import progress
from .approving import UNFINISHED
from .drafting import filled

WITH_RAISER = ("raiser", "raiser_other", "anonymity")


@deed("concerns.send")
def send(*, by: Actor, at: datetime, draft: Draft) -> Submission:
    """The submission of a draft. Sent twice (or by two at once) it is one: the second gets the first one’s.

    Incomplete while a question is not answered; NotAllowed for whoever may not send it.
    """
    draft = lock(draft)
    if draft.state == DraftState.SENT:
        return Submission.objects.get(from_draft=draft.pk)
    policies.draft_send(by, draft).require()
    # A safeguarding lead sends what they may not see: who first had the concern.
    with context.lent(draft.authority_id):
        apart = DraftApart.objects.select_for_update(of=("self",)).get(draft=draft)
        whole = filled(draft, apart)
        if whole.missing():
            raise Incomplete(UNFINISHED)
        submission = _submission(by, at, draft, whole.version, whole.only_asked())
        _raiser(submission, apart.answers)
        apart.delete()
        documents.send_along(by, at, draft, submission)
        progress.tell(by=by, at=at, submission=submission, code=Step.RECEIVED)
    DRAFTS.move(draft, "send")
    draft.answers, draft.typed, draft.last_edited_at = {}, {}, at
    draft.save_next("answers", "typed", "state", "last_edited_at")
    desk.in_charge().receive(by, at, submission)
    _tell(submission, at)
    return submission


def _submission(
    by: Actor, at: datetime, draft: Draft, version: Version, answers: dict[str, Any]
) -> Submission:
    approved = by.user_id if draft.state == DraftState.WITH_DSL else None
    grants = [draft.author_grant(), draft.dsl_grant(), draft.triage_grant(), draft.system_grant()]
    return Submission.objects.create(
        authority_id=draft.authority_id,
        grants=[grant for grant in grants if grant],
        author_user_id=draft.author_user_id,
        author_visitor_id=draft.author_visitor_id,
        organisation_id=draft.organisation_id,
        reference=new_reference(Letter.REFERRAL),
        from_draft=draft.pk,
        form_version=draft.form_version,
        answers=_without_raiser(version, answers),
        concern_arose_on=_arose(answers),
        sent_to_dsl_at=draft.sent_to_dsl_at,
        approved_by_id=approved,
        sent_at=at,
    )


def _without_raiser(version: Version, answers: dict[str, Any]) -> dict[str, Any]:
    """The answers that everybody who sees the referral may see. The referrer’s own stay, unless they are the one
    who wants to stay anonymous."""
    hidden = set(WITH_RAISER)
    if answers["raiser"]["who"] == "me" and answers["anonymity"]["wanted"]:
        hidden |= {page.code for page in version.pages if page.apart}
    return {code: held for code, held in answers.items() if code not in hidden}


def _raiser(submission: Submission, answers: Answers) -> None:
    is_referrer = answers["raiser"]["who"] == "me"
    said = answers["referring"] if is_referrer else answers["raiser_other"]
    ConcernRaiser.objects.create(
        authority_id=submission.authority_id,
        grants=[submission.author_grant(), submission.triage_grant(), submission.system_grant()],
        submission=submission,
        is_referrer=is_referrer,
        wants_anonymity=answers["anonymity"]["wanted"],
        name=said["name"],
        job=said["job"],
        organisation_name=said.get("organisation", ""),
        relationship=said.get("relationship", ""),
        email=said.get("email", ""),
        phone=said.get("phone", ""),
    )


def _arose(answers: Answers) -> date | None:
    held = answers.get("arose", {}).get("on")
    return date.fromisoformat(held["on"]) if held else None


def _tell(submission: Submission, at: datetime) -> None:
    """The author that it arrived. Whoever receives tells their own people."""
    outbox.post(
        "concerns.received",
        to=submission.author_user or submission.author_visitor,  # type: ignore[arg-type]
        key=f"concerns.received:{submission.pk}",
        authority_id=submission.authority_id,
        link=reverse("concerns:progress", args=[submission.reference]),
        reference=submission.reference,
        at=at,
    )
