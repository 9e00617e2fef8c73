"""A library as the tests need it: a resource for everybody, one for partners, one taken out; something awaited."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.cast import Side
from waymark.delivery.library.actions import awaiting, resources, teaching
from waymark.delivery.library.actions.awaiting import Hoped
from waymark.delivery.library.actions.resources import Said
from waymark.delivery.library.models import Awaited, Resource
from waymark.delivery.training.models import CourseVersion
from waymark.foundation.kernel import clock

LINK = "https://www.guidance.example/prevent"


def said(side: Side, **given: Any) -> Said:
    """Guidance for staff that stands at a link, for everybody."""
    held = {
        "title": "Guidance that is invented", "kind": "guidance", "for_whom": "staff", "phase": "all", "language": "en",
        "publisher": "Invented Office", "sharing": "public", "owner_id": side.officer.pk, "link": LINK,
    }  # fmt: skip
    return Said(**(held | given))


def added(side: Side, *, days: int = 100, **given: Any) -> Resource:
    """By the officer, to be looked at again in so many days."""
    on = clock.today() + timedelta(days=days)
    with side.acting("officer") as by:
        return resources.add(by=by, authority_id=side.authority.pk, said=said(side, **given), review_on=on)


def for_partners(side: Side, **given: Any) -> Resource:
    held = {"title": "Lesson that is invented", "kind": "lesson", "sharing": "partners", "link": ""}
    return added(side, **(held | given))


def taken_out(side: Side) -> Resource:
    held = added(side, title="Leaflet that is invented")
    with side.acting("officer") as by:
        return resources.take_out(by=by, resource=held, version=held.version, because="Out of date")


def hoped(side: Side, *, days: int = 30, **given: Any) -> Hoped:
    """New slides, from an invented office, in so many days."""
    on = clock.today() + timedelta(days=days)
    held = {"what": "Slides that are invented", "from_whom": "Invented Office", "owner_id": side.officer.pk}
    return Hoped(**(held | {"expected_on": on} | given))


def awaited(side: Side, **given: Any) -> Awaited:
    with side.acting("officer") as by:
        return awaiting.note(by=by, authority_id=side.authority.pk, hoped=hoped(side, **given))


class Library:
    def __init__(self, side: Side) -> None:
        self.side = side
        self.public, self.partners, self.out = added(side), for_partners(side), taken_out(side)
        self.awaited = awaited(side)

    def looked_at(self) -> Library:
        """The one for partners, which has no link, by the officer, for another year."""
        on = clock.today() + timedelta(days=365)
        with self.side.acting("officer") as by:
            resources.review(by=by, resource=self.partners, version=self.partners.version, next_on=on)
        return self

    def taught(self, version: CourseVersion) -> Library:
        """Two of them are what the version is taught with."""
        keys = [self.public.pk, self.partners.pk]
        with self.side.acting("officer") as by:
            teaching.teach_with(by=by, taught=version, resources=keys)
        return self
