"""An issue is raised, the institution is asked, replies, and somebody closes it."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from waymark.delivery.engagement import messages, policies, worklist
from waymark.delivery.engagement.models import Issue
from waymark.delivery.engagement.states import ISSUES, IssueState
from waymark.delivery.training import due
from waymark.delivery.training.actions.granting import for_planners
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.directory.models import Place, where
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.references import Letter, new_reference
from waymark.foundation.kernel.refusals import Incomplete, NotNow, Refusal
from waymark.foundation.ledger.deeds import deed


@deed("engagement.raise-issue")
def raise_issue(
    *, by: Actor, at: datetime, authority_id: int, place: Place, source: str, words: str, reply_by: date
) -> tuple[Issue, bool]:
    """The issue, and whether the contact of the place was written to: False where no address is known."""
    policies.keep(by, authority_id).require()
    if not words:
        raise Incomplete(_("Say what was raised."), field="words")
    if reply_by < clock.uk_date(at):
        raise Refusal(_("The date must be today or later."), field="reply_by")
    issue = Issue.objects.create(
        **for_planners(authority_id), **where(place), reference=new_reference(Letter.ISSUE), source=source, words=words,
        raised_at=at, raised_by_id=by.user_id, reply_by=reply_by,
    )  # fmt: skip
    worklist.raised(issue, by, at)
    addresses = due.addresses_at(authority_id, place, clock.uk_date(at))
    for address in addresses[:1]:
        messages.ask(issue, address, at)
    return issue, bool(addresses)


@deed("engagement.note-reply")
def note_reply(*, by: Actor, at: datetime, issue: Issue, version: int, reply: str) -> Issue:
    """What they said by letter, or when somebody called."""
    issue = lock(issue, version)
    policies.note_reply(by, issue).require()
    return _replied(issue, by, at, reply)


@deed("engagement.reply")
def reply(*, by: Actor, at: datetime, issue: Issue, reply: str) -> Issue:
    """By the link that was sent to the institution; `by` is the job that opens it."""
    issue = lock(issue)
    if issue.state != IssueState.ASKED:
        raise NotNow(_("A reply is here already. Write to us if you want to add something."))
    return _replied(issue, by, at, reply)


def _replied(issue: Issue, by: Actor, at: datetime, words: str) -> Issue:
    if not words:
        raise Incomplete(_("Write the reply."), field="reply")
    ISSUES.move(issue, "answer")
    issue.reply, issue.replied_at, issue.replied_by_id = words, at, by.user_id
    issue.save_next("state", "reply", "replied_at", "replied_by")
    worklist.replied(issue, by, at)
    return issue


@deed("engagement.close-issue")
def close(*, by: Actor, at: datetime, issue: Issue, version: int, because: str) -> Issue:
    """With or without a reply, and why."""
    issue = lock(issue, version)
    policies.close_issue(by, issue).require()
    if not because:
        raise Incomplete(_("Say why it is closed."), field="because")
    ISSUES.move(issue, "close")
    issue.closed_at, issue.closed_because = at, because
    issue.save_next("state", "closed_at", "closed_because")
    worklist.closed(issue, by, at)
    return issue
