"""One person asks for release, another releases or sends it back; what was handed over is entered as a disclosure."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.access.roles import signed_as
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotNow, Refusal
from waymark.foundation.ledger.deeds import deed, disclosed
from waymark.oversight.stewardship import policies, worklist
from waymark.oversight.stewardship.models import Disclosure, Item, Request
from waymark.oversight.stewardship.states import REQUESTS

BASIS = "UK GDPR, article 15"


@deed("stewardship.ask-release")
def ask(*, by: Actor, at: datetime, request: Request, version: int) -> Request:
    request = lock(request, version)
    policies.ask(by, request).require()
    REQUESTS.move(request, "ask")
    request.ready_by_id, request.ready_at = by.user_id, at
    request.save_next("state", "ready_by", "ready_at")
    worklist.waits_for_release(request, by, at)
    return request


@deed("stewardship.send-back")
def send_back(*, by: Actor, at: datetime, request: Request, version: int, because: str) -> Request:
    request = lock(request, version)
    policies.send_back(by, request).require()
    REQUESTS.move(request, "send-back")
    request.sent_back_because = because
    request.save_next("state", "sent_back_because")
    worklist.sent_back(request, by, at)
    return request


@deed("stewardship.release")
def release(*, by: Actor, at: datetime, request: Request, version: int) -> Request:
    """The second person answers for it. From now on nothing of it changes."""
    request = lock(request, version)
    policies.release(by, request).require()
    REQUESTS.move(request, "release")
    request.released_by_id, request.released_at = by.user_id, at
    request.released_as, request.ended_on = signed_as(by.roles), clock.uk_date(at)
    request.save_next("state", "released_by", "released_at", "released_as", "ended_on")
    worklist.nothing_more(request, by, at)
    return request


@deed("stewardship.hand-over")
def hand_over(*, by: Actor, at: datetime, request: Request, how: str, on: date) -> Disclosure:
    """What was given out, to whom in kind, on what basis: in the ledger, and kept here without content."""
    policies.hand_over(by, request).require()
    if request.ended_on is None or on < request.ended_on:
        raise Refusal(_("It was released after that day."), field="on")
    if Disclosure.objects.visible_to(by).filter(request_key=request.pk, taken_on=on, what=how).exists():
        raise NotNow(_("This is written down already."))
    made = Disclosure.objects.create(
        authority_id=request.authority_id, grants=list(request.grants), request_key=request.pk,
        request_reference=request.reference, what=how, counts=counts(request), taken_by_id=by.user_id, taken_on=on,
    )  # fmt: skip
    disclosed(request, recipient=request.get_asker_display(), what=f"{request.reference}: {how}", basis=BASIS)
    return made


def counts(request: Request) -> dict[str, int]:
    """How many items were given, and withheld by which law."""
    found: Counter[str] = Counter()
    for decision, exemption in Item.objects.filter(request=request).values_list("decision", "exemption"):
        found[decision if not exemption else f"{decision}:{exemption}"] += 1
    return dict(found)
