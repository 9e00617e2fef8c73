"""What is held is gathered in the background, as whoever asked for it: row security and the vault make the cut."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app as queue

from waymark.foundation.access import own_data
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting, lent
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel.refusals import NotAllowed, Refusal
from waymark.foundation.ledger import reads
from waymark.foundation.ledger.deeds import deed
from waymark.oversight.stewardship import policies
from waymark.oversight.stewardship.models import Gathering, Item, Request
from waymark.oversight.stewardship.states import REQUESTS, RequestState

MAKE = "stewardship.gather"
UNKNOWN = _(
    "You can see no record of that reference. Enter that of the person, a referral or a Channel case."
)


@deed("stewardship.ask-gathering")
def ask(*, by: Actor, at: datetime, request: Request, version: int, reference: str) -> Gathering:
    """The queue gathers once this is written. Twice adds what is new."""
    request = lock(request, version)
    policies.gather(by, request).require()
    if not own_data.find(by, reference):
        raise Refusal(UNKNOWN, field="reference")
    if request.state == RequestState.RECEIVED:
        REQUESTS.move(request, "gather")
        request.save_next("state")
    gathering = Gathering.objects.create(
        authority_id=request.authority_id, grants=list(request.grants), request=request,
        looked_for=reference.strip().upper(), asked_by_id=by.user_id, organisation_id=by.organisation_id,
        asked_at=at,
    )  # fmt: skip
    queue.configure_task(MAKE).defer(gathering_id=str(gathering.pk), authority_id=request.authority_id)
    return gathering


@deed("stewardship.gather")
def make(*, by: Actor, at: datetime, gathering: Gathering) -> Gathering:
    """Every row that they may see, one item each, undecided. Each row is entered as read by them."""
    gathering = lock(gathering)
    if gathering.made_at is not None:
        return gathering
    request = lock(gathering.request)
    policies.gather(by, request).require()
    found = list(own_data.gather(by, own_data.find(by, gathering.looked_for)))
    for held in found:
        reads.enter("stewardship:gather", held.source)
    with lent(request.authority_id):
        gathering.found = sum(_keep(by, request, held) for held in found)
    gathering.made_at = at
    gathering.save_next("made_at", "found")
    return gathering


@deed("stewardship.fail-gathering")
def fail(*, by: Actor, at: datetime, gathering: Gathering) -> Gathering:
    """It could not be gathered: the page says so."""
    gathering = lock(gathering)
    gathering.failed_at = at
    gathering.save_next("failed_at")
    return gathering


def make_as_asker(gathering_id: UUID, authority_id: int) -> None:
    """The job: as the person who asked, with what they may see now. One that cannot be made says so."""
    job = Actor.job(MAKE, authority_id)
    with acting(job):
        found = Gathering.objects.filter(
            pk=gathering_id, made_at__isnull=True, failed_at__isnull=True
        ).first()
    if found is None:
        return
    try:
        with acting(Actor.of_user(found.asked_by_id, found.organisation_id)) as by:
            make(by=by, gathering=found)
    except Exception:
        with acting(job) as by:
            fail(by=by, gathering=found)
        raise


def _keep(by: Actor, request: Request, held: own_data.Held) -> int:
    """A new item; or, for one that a colleague gathered, their name beside it. How many are new."""
    user_id = by.user_id
    if user_id is None:
        raise NotAllowed(policies.NO_RIGHT)
    own = [f"user:{user_id}", f"authority:{request.authority_id}:subject-release", request.system_grant()]
    known = Item.objects.filter(request=request, kind=held.label, source_id=held.source_id).first()
    if known is None:
        Item.objects.create(
            authority_id=request.authority_id, grants=[*own, *held.tokens], request=request, kind=held.label,
            source_id=held.source_id, record_id=held.record_id, on=held.on, words=held.words,
            others=held.others, is_document=held.is_document, gathered_by=[user_id],
        )  # fmt: skip
        return 1
    if user_id not in known.gathered_by:
        known.gathered_by = [*known.gathered_by, user_id]
        known.grants = list(dict.fromkeys([*known.grants, *own]))
        known.save_next("gathered_by", "grants")
    return 0
