"""A panel as the tests need it: people with their roles, seats that began in the past."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from tests.cast import Cast, Side
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.models import Membership
from waymark.foundation.accounts.models import User
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.references import Letter, new_reference
from waymark.foundation.meetings.actions.planning import When
from waymark.foundation.places.models import Organisation, PoliceForce
from waymark.pathway.panel import items
from waymark.pathway.panel.actions import agenda, arranging, meeting, seating
from waymark.pathway.panel.models import Chairs, Item, Panel, PanelMeeting, Seat, Sector

BEGAN = timedelta(days=60)


def today(days: int = 0) -> date:
    return clock.today() + timedelta(days=days)


def give_role(user: User, role: str, organisation: Organisation, side: Side) -> Membership:
    return Membership.objects.create(
        user=user, organisation=organisation, authority=side.authority, role=role, starts_on=today(-90)
    )


def another(side: Side, name: str, organisation: Organisation, role: str = "panel_member") -> User:
    """Somebody of that organisation who has nothing but a role at the panel."""
    user = User.objects.create_user(f"{name}@{side.code.lower()}.example", full_name=f"{name} of {side.name}")
    give_role(user, role, organisation, side)
    return user


def when_of(starts: datetime, **given: Any) -> When:
    """Two hours in the town hall."""
    return When(starts, starts + timedelta(hours=2), **{"place": "Town hall, room 4"} | given)


MATTERS: dict[str, items.Found] = {}


def matter(area: int) -> str:
    """The reference of a record that can be put on an agenda: a kind of the tests’ own, until cases offer theirs."""
    found = items.Found(uuid4(), new_reference(Letter.CASE), area)
    MATTERS[found.reference] = found
    return found.reference


def _shown(actor: Actor, key: UUID) -> list[dict[str, Any]]:
    return [{"key": {"text": "Name"}, "value": {"text": "Somebody Invented"}}]


items.offer(items.Offer("tests.matter", "Matter", lambda actor, typed: MATTERS.get(typed), _shown))


class Table:
    """A panel of one side with its chair and its police member. `seat` adds more."""

    def __init__(self, side: Side, **given: Any) -> None:
        self.side = side
        with side.acting("coordinator") as by:
            self.panel: Panel = arranging.add(
                by=by,
                authority=side.authority,
                **{"name": "Channel panel", "kind": "standing", "begins_on": today(-60)} | given,
            )
        self.chair = self.seat(
            Sector.AUTHORITY, side.organisation("council"), side.user("chair"), chairs=Chairs.CHAIR
        )
        self.police = self.seat(Sector.POLICE, side.organisation("police"), side.user("panel_police"))

    def seat(self, sector: str, organisation: Organisation, holder: User | None, **given: Any) -> Seat:
        with self.side.acting("coordinator") as by:
            return seating.add_seat(
                by=by,
                panel=self.panel,
                sector=sector,
                organisation=organisation,
                holder_id=holder.pk if holder else None,
                **{"from_on": today(-60)} | given,
            )

    def call(self, starts: datetime, **given: Any) -> PanelMeeting:
        with self.side.acting("coordinator") as by:
            return meeting.call(by=by, panel=self.panel, when=when_of(starts, **given))

    def put(self, by: Actor, held: PanelMeeting, area: Side | None = None) -> Item:
        """Something about a person of the area on the agenda."""
        reference = matter((area or self.side).authority.pk)
        return agenda.put(by=by, meeting=held, purpose="first", reference=reference)

    def mark(self, held: PanelMeeting, came: dict[Seat, object]) -> PanelMeeting:
        """An hour after it began."""
        said = {seat.pk: str(who) for seat, who in came.items()}
        at = held.meeting.starts_at + timedelta(hours=1)
        with clock.travelled(at), self.side.acting("coordinator") as by:
            return meeting.mark(by=by, meeting=held, came=said)

    def terms(self, **given: Any) -> Any:
        with self.side.acting("coordinator") as by:
            return arranging.agree_terms(
                by=by,
                panel=self.panel,
                **{
                    "words": "The panel weighs how to help one person.",
                    "meets": "Each month",
                    "agreed_on": today(-50),
                    "in_force_from": today(-40),
                    "review_on": today(300),
                    "quorum": ["health"],
                    "quorum_number": 3,
                }
                | given,
            )


def combined(cast: Cast) -> Table:
    """A panel of two authorities with one police force. Its police seat stands for both, its chair’s for the first."""
    force = PoliceForce.objects.create(code="E23999001", name="Bothshire Police")
    for side in (cast.here, cast.there):
        side.authority.force = force
        side.authority.save()
    return Table(cast.here, others=[cast.there.authority.pk], chairing_agreed_on=today(-70))
