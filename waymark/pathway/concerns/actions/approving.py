"""Inside an organisation: a draft goes to the safeguarding lead, who gives it back or decides not to send it."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from waymark.foundation import outbox
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel.refusals import Incomplete, NotNow
from waymark.foundation.ledger.deeds import deed
from waymark.pathway.concerns import authors, policies
from waymark.pathway.concerns.models import Draft, DraftApart
from waymark.pathway.concerns.states import DRAFTS

from .drafting import filled

UNFINISHED = _("Some questions are not answered yet. Answer them, then send the referral.")
NO_DSL = _("Your organisation has no safeguarding lead here. You can send the referral yourself.")
SAY_WHAT = _("Say what should be changed")
SAY_WHY = _("Say why the referral is not sent")


@deed("concerns.ask-approval")
def ask_approval(*, by: Actor, at: datetime, draft: Draft) -> Draft:
    """To the safeguarding leads of the author’s organisation. They see who raised it unless anonymity was asked for."""
    draft = lock(draft)
    policies.draft_write(by, draft).require()
    if policies.sends_directly(by, draft):
        raise NotNow(NO_DSL)
    apart = DraftApart.objects.get(draft=draft)
    if filled(draft, apart).missing():
        raise Incomplete(UNFINISHED)
    DRAFTS.move(draft, "ask-approval")
    draft.sent_to_dsl_at, draft.last_edited_at = at, at
    _share(draft, [*draft.grants, draft.dsl_grant()], "state", "sent_to_dsl_at", "last_edited_at")
    hidden = apart.answers.get("anonymity", {}).get("wanted") is not False
    own = [grant for grant in apart.grants if grant != draft.dsl_grant()]
    _share(apart, own if hidden else [*own, draft.dsl_grant()])
    for lead in authors.dsls(draft.organisation_id or 0):
        _tell("concerns.draft-waiting", lead, draft, reverse("concerns:approve", args=[draft.pk]), at)
    return draft


@deed("concerns.return-draft")
def give_back(*, by: Actor, at: datetime, draft: Draft, note: str) -> Draft:
    """Back to the author, with what should be changed."""
    return _decide(by, at, draft, "return", note, SAY_WHAT)


@deed("concerns.keep-back")
def keep_back(*, by: Actor, at: datetime, draft: Draft, reason: str) -> Draft:
    """Not sent. The reason is kept longer than the draft."""
    return _decide(by, at, draft, "keep-back", reason, SAY_WHY)


def _decide(by: Actor, at: datetime, draft: Draft, move: str, note: str, missing: object) -> Draft:
    draft = lock(draft)
    policies.draft_decide(by, draft).require()
    if not note.strip():
        raise Incomplete(missing, field="note")
    DRAFTS.move(draft, move)
    draft.dsl_note, draft.decided_by_id, draft.decided_at, draft.last_edited_at = note, by.user_id, at, at
    draft.save_next("state", "dsl_note", "decided_by", "decided_at", "last_edited_at")
    author = draft.author_user
    if author is not None:
        _tell("concerns.draft-returned", author, draft, reverse("concerns:draft", args=[draft.pk]), at)
    return draft


def _share(row: Draft | DraftApart, grants: list[str], *fields: str) -> None:
    row.grants = list(dict.fromkeys(grants))
    row.save_next("grants", *fields)


def _tell(code: str, to: object, draft: Draft, link: str, at: datetime) -> None:
    key = f"{code}:{draft.pk}:{draft.version}:{to.pk}"  # type: ignore[attr-defined]
    outbox.post(code, to=to, key=key, authority_id=draft.authority_id, link=link, at=at)  # type: ignore[arg-type]
