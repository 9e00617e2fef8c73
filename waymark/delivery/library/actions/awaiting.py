"""Something is awaited from elsewhere: it is noted, changed, arrives, becomes a resource, or is given up."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from waymark.delivery.library import policies, worklist
from waymark.delivery.library.models import Awaited
from waymark.delivery.library.states import AWAITING
from waymark.delivery.training.actions.granting import for_planners
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel.references import Letter, new_reference
from waymark.foundation.kernel.refusals import Incomplete
from waymark.foundation.ledger.deeds import deed

from . import resources
from .resources import Said


@dataclass(frozen=True)
class Hoped:
    """What is awaited, from which body, by when, and who sees to it."""

    what: str
    from_whom: str
    expected_on: date
    owner_id: UUID
    notes: str = ""

    def check(self, authority_id: int) -> None:
        """Incomplete or Refusal at the field that is wrong. The day may have passed: then somebody asks after it."""
        if not self.what:
            raise Incomplete(_("Say what is awaited."), field="what")
        if not self.from_whom:
            raise Incomplete(_("Say from whom it is to come."), field="from_whom")
        resources.check_owner(authority_id, self.owner_id)


@deed("library.await")
def note(*, by: Actor, at: datetime, authority_id: int, hoped: Hoped) -> Awaited:
    policies.keep(by, authority_id).require()
    hoped.check(authority_id)
    return Awaited.objects.create(
        **for_planners(authority_id), reference=new_reference(Letter.AWAITED), noted_at=at, noted_by_id=by.user_id,
        **asdict(hoped),
    )  # fmt: skip


@deed("library.change-awaited")
def change(*, by: Actor, at: datetime, awaited: Awaited, version: int, hoped: Hoped) -> Awaited:
    """It is expected on another day, say. The task of its owner is done; when the new day passes there is another."""
    awaited = lock(awaited, version)
    policies.change_awaited(by, awaited).require()
    hoped.check(awaited.authority_id)
    if (awaited.owner_id, awaited.expected_on) != (hoped.owner_id, hoped.expected_on):
        worklist.seen_to(awaited, by, at)
    for name, value in asdict(hoped).items():
        setattr(awaited, name, value)
    awaited.save_next(*asdict(hoped))
    return awaited


@deed("library.arrive")
def arrive(
    *, by: Actor, at: datetime, awaited: Awaited, version: int,
    said: Said | None = None, review_on: date | None = None,
) -> Awaited:  # fmt: skip
    """It is there. With what there is to say of it, and a day for the first review, it is a resource from now on."""
    awaited = lock(awaited, version)
    policies.change_awaited(by, awaited).require()
    if said and review_on:
        awaited.resource = resources.add(
            by=by, at=at, authority_id=awaited.authority_id, said=said, review_on=review_on
        )
    AWAITING.move(awaited, "arrive")
    awaited.ended_at = at
    awaited.save_next("state", "ended_at", "resource")
    worklist.seen_to(awaited, by, at)
    return awaited


@deed("library.give-up")
def give_up(*, by: Actor, at: datetime, awaited: Awaited, version: int, because: str) -> Awaited:
    awaited = lock(awaited, version)
    policies.change_awaited(by, awaited).require()
    if not because:
        raise Incomplete(_("Say why it is given up."), field="because")
    AWAITING.move(awaited, "give-up")
    awaited.ended_at, awaited.because = at, because
    awaited.save_next("state", "ended_at", "because")
    worklist.seen_to(awaited, by, at)
    return awaited
