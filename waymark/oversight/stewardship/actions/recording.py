"""A request is written down, and what becomes known of it: identity, the child’s view, a dispute, its end."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotNow, Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.oversight.stewardship import policies, worklist
from waymark.oversight.stewardship.models import Asker, ChildView, Request
from waymark.oversight.stewardship.states import REQUESTS

BEFORE = _("This was before the request came.")


@deed("stewardship.record")
def record(
    *, by: Actor, at: datetime, authority_id: int, asker: str, about: str, answer_to: str, received_on: date,
    asked_by: str = "",
) -> Request:  # fmt: skip
    """It is due from the day on which it came until proof of identity is seen later."""
    policies.records(by, authority_id).require()
    if asker != Asker.SELF and not asked_by:
        raise Incomplete(_("Enter who asks."), field="asked_by")
    request = Request(
        authority_id=authority_id,
        grants=[f"authority:{authority_id}:subject-access", f"system:{authority_id}"],
        asker=asker, about=about, asked_by=asked_by, answer_to=answer_to, received_on=received_on,
        child_view=ChildView.NOT_ASKED if asker == Asker.PARENT else "", recorded_by_id=by.user_id,
    )  # fmt: skip
    request.due_on, request.due_by = worklist.due(request, worklist.ANSWER_IN, received_on)
    request.save(force_insert=True)
    worklist.waits(request, by, at)
    return request


@deed("stewardship.see-identity")
def see_identity(
    *, by: Actor, at: datetime, request: Request, version: int, seen_on: date, how: str, had_to_ask: bool
) -> Request:
    """Time runs from this day where proof had to be asked for; otherwise from the day on which the request came."""
    request = _changed(by, request, version)
    if seen_on < request.received_on:
        raise Refusal(BEFORE, field="seen_on")
    if request.extended_on is not None:
        raise NotNow(_("More time was given already. It does not change any more when the answer is due."))
    request.identity_seen_on, request.identity_how = seen_on, how
    start = seen_on if had_to_ask else request.received_on
    request.due_on, request.due_by = worklist.due(request, worklist.ANSWER_IN, start)
    request.save_next("identity_seen_on", "identity_how", "due_on", "due_by")
    worklist.waits(request, by, at)
    return request


@deed("stewardship.hear-child")
def hear_child(
    *, by: Actor, at: datetime, request: Request, version: int, child_view: str, child_words: str
) -> Request:
    request = _changed(by, request, version)
    if request.asker != Asker.PARENT:
        raise NotNow(_("A parent did not ask for this."))
    if not child_words:
        raise Incomplete(_("Write down what the child says, or how you know."), field="child_words")
    request.child_view, request.child_words = child_view, child_words
    request.save_next("child_view", "child_words")
    return request


@deed("stewardship.dispute")
def dispute(
    *, by: Actor, at: datetime, request: Request, version: int, disputed: str, settled: str
) -> Request:
    """Somebody does not agree. `settled` says what was decided about it; until then nothing is given."""
    request = _changed(by, request, version)
    if not disputed and request.child_view != ChildView.OBJECTS:
        raise Incomplete(_("Write down who does not agree, and why."), field="disputed")
    request.disputed, request.dispute_settled = disputed, settled
    request.save_next("disputed", "dispute_settled")
    return request


@deed("stewardship.extend")
def extend(
    *, by: Actor, at: datetime, request: Request, version: int, because: str, told_on: date
) -> Request:
    """Once, and only if the person is told why before the first time is over."""
    request = _changed(by, request, version)
    if request.extended_on is not None:
        raise NotNow(_("More time was given already."))
    if told_on < request.received_on:
        raise Refusal(BEFORE, field="told_on")
    if max(told_on, clock.uk_date(at)) > request.due_on:
        raise Refusal(_("They had to be told before the answer was due."), field="told_on")
    request.extended_on, request.extended_because, request.extended_told_on = (
        clock.uk_date(at),
        because,
        told_on,
    )
    request.due_on, longer = worklist.due(request, worklist.LONGER_BY, request.due_on)
    request.due_by = f"{request.due_by}\n{longer}"
    request.save_next("extended_on", "extended_because", "extended_told_on", "due_on", "due_by")
    worklist.waits(request, by, at)
    return request


@deed("stewardship.close")
def close(*, by: Actor, at: datetime, request: Request, version: int, because: str) -> Request:
    """It ends without an answer from the records: taken back, nothing held, identity never shown."""
    request = lock(request, version)
    policies.close(by, request).require()
    REQUESTS.move(request, "close")
    request.closed_because, request.closed_by_id, request.ended_on = because, by.user_id, clock.uk_date(at)
    request.save_next("state", "closed_because", "closed_by", "ended_on")
    worklist.nothing_more(request, by, at)
    return request


def _changed(by: Actor, request: Request, version: int) -> Request:
    request = lock(request, version)
    policies.change(by, request).require()
    return request
