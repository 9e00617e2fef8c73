"""A resource is added, changed, looked at again, and taken out of the list."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from waymark.delivery.library import policies, queries, worklist
from waymark.delivery.library.models import LinkState, Resource, Review, Sharing
from waymark.delivery.training.actions.granting import for_planners
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.references import Letter, new_reference
from waymark.foundation.kernel.refusals import Incomplete, Refusal
from waymark.foundation.ledger.deeds import deed

LATER = _("The date must be later than today.")
NEEDS_A_LINK = _("Give the link: what is for everybody has to stand somewhere that everybody can open.")
NOT_A_KEEPER = _("Choose somebody who plans training.")


@dataclass(frozen=True)
class Said:
    """What there is to say of a resource. `link` is empty where it stands in documents that are added to it."""

    title: str
    kind: str
    for_whom: str
    phase: str
    language: str
    publisher: str
    sharing: str
    owner_id: UUID
    about: str = ""
    nation: str = ""
    link: str = ""

    def check(self, authority_id: int) -> None:
        """Incomplete or Refusal at the field that is wrong."""
        if not self.title:
            raise Incomplete(_("Say what it is called."), field="title")
        if not self.publisher:
            raise Incomplete(_("Say who published it."), field="publisher")
        if self.sharing == Sharing.PUBLIC and not self.link:
            raise Incomplete(NEEDS_A_LINK, field="link")
        check_owner(authority_id, self.owner_id)


def check_owner(authority_id: int, owner_id: UUID) -> None:
    """Refusal unless they plan training there."""
    if owner_id not in {one.pk for one in queries.keepers(authority_id)}:
        raise Refusal(NOT_A_KEEPER, field="owner")


def seen_by(authority_id: int, sharing: str, *, listed: bool = True) -> list[str]:
    """The grants of a resource: of those who keep the library; while it stands in the list, of its readers."""
    grants = list(for_planners(authority_id)["grants"])  # type: ignore[call-overload]
    grants += [f"authority:{authority_id}:library"] if listed else []
    return grants + (
        [f"authority:{authority_id}:library-public"] if listed and sharing == Sharing.PUBLIC else []
    )


@deed("library.add")
def add(*, by: Actor, at: datetime, authority_id: int, said: Said, review_on: date) -> Resource:
    policies.keep(by, authority_id).require()
    said.check(authority_id)
    _later(review_on, at, "review_on")
    return Resource.objects.create(
        authority_id=authority_id, grants=seen_by(authority_id, said.sharing), reference=new_reference(Letter.RESOURCE),
        review_on=review_on, added_at=at, added_by_id=by.user_id, **asdict(said),
    )  # fmt: skip


@deed("library.change")
def change(*, by: Actor, at: datetime, resource: Resource, version: int, said: Said) -> Resource:
    """When the link is another one, nobody has checked it yet. A new owner is asked anew."""
    resource = lock(resource, version)
    policies.change(by, resource).require()
    said.check(resource.authority_id)
    if resource.link != said.link:
        resource.link_state, resource.link_on = "", None
    if resource.owner_id != said.owner_id:
        worklist.seen_to(resource, by, at)
    for name, value in asdict(said).items():
        setattr(resource, name, value)
    resource.grants = seen_by(resource.authority_id, said.sharing)
    resource.save_next(*asdict(said), "link_state", "link_on", "grants")
    return resource


@deed("library.review")
def review(
    *,
    by: Actor,
    at: datetime,
    resource: Resource,
    version: int,
    next_on: date,
    link_works: bool | None = None,
) -> Review:
    """Somebody looked at it again, and opened its link, if it has one."""
    resource = lock(resource, version)
    policies.change(by, resource).require()
    _later(next_on, at, "next_on")
    day = clock.uk_date(at)
    if bool(resource.link) != (link_works is not None):
        raise Incomplete(_("Say whether the link still works."), field="link_works")
    made = Review.objects.create(
        authority_id=resource.authority_id, grants=for_planners(resource.authority_id)["grants"], resource=resource,
        looked_on=day, looked_by_id=by.user_id, next_on=next_on, link_works=link_works,
    )  # fmt: skip
    resource.review_on = next_on
    if resource.link:
        resource.link_state = LinkState.ANSWERED if link_works else LinkState.SILENT
        resource.link_on = day
    resource.save_next("review_on", "link_state", "link_on")
    worklist.seen_to(resource, by, at)
    return made


@deed("library.take-out")
def take_out(*, by: Actor, at: datetime, resource: Resource, version: int, because: str) -> Resource:
    """Nobody but those who keep the library sees it any more; it stays as it was."""
    resource = lock(resource, version)
    policies.change(by, resource).require()
    if not because:
        raise Incomplete(_("Say why it is taken out."), field="because")
    resource.taken_out_at, resource.taken_out_because = at, because
    resource.grants = seen_by(resource.authority_id, resource.sharing, listed=False)
    resource.save_next("taken_out_at", "taken_out_because", "grants")
    worklist.seen_to(resource, by, at)
    return resource


def _later(day: date, at: datetime, field: str) -> None:
    if day <= clock.uk_date(at):
        raise Refusal(LATER, field=field)
