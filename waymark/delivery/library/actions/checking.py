"""Links are checked, where the settings allow their hosts. Nothing is asked of the outside inside a transaction."""

from __future__ import annotations

from datetime import datetime

from waymark.delivery.library import link_checks
from waymark.delivery.library.models import LinkState, Resource
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.places.models import Authority

# As many as can be waited for within an hour; the rest have waited longest the week after.
MOST = 200


def everywhere() -> int:
    """Of every authority: those that were never checked first, then the oldest answers. How many were noted."""
    if not link_checks.is_on():
        return 0
    held = list(Authority.objects.filter(uses_waymark=True).values_list("pk", flat=True))
    return sum(in_authority(authority_id) for authority_id in held)


def in_authority(authority_id: int) -> int:
    system = Actor.job("library", authority_id)
    with acting(system):
        found = Resource.objects.filter(authority_id=authority_id, taken_out_at__isnull=True).exclude(link="")
        links = [one for one in found.order_by("link_on") if link_checks.allowed(one.link)]
        links.sort(key=lambda one: one.link_on is not None)
    noted = 0
    for resource in links[:MOST]:
        state = link_checks.look(resource.link)
        if state:
            with acting(system) as by:
                note(by=by, at=clock.now(), resource=resource, link=resource.link, state=state)
            noted += 1
    return noted


@deed("library.check-link")
def note(*, by: Actor, at: datetime, resource: Resource, link: str, state: LinkState) -> Resource:
    """What came of asking. Nothing where somebody changed the link or took the resource out meanwhile. It is no change
    of what people wrote, so a form that somebody has open stays good."""
    resource = lock(resource)
    if resource.link == link and resource.is_listed:
        resource.link_state, resource.link_on = state, clock.uk_date(at)
        resource.save(update_fields=["link_state", "link_on"])
    return resource
