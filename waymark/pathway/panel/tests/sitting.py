"""A panel as the tests need it: people with their roles, seats that began in the past."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from tests.cast import Side
from waymark.foundation.access.models import Membership
from waymark.foundation.accounts.models import User
from waymark.foundation.kernel import clock
from waymark.foundation.places.models import Organisation
from waymark.pathway.panel.actions import arranging, seating
from waymark.pathway.panel.models import Chairs, Panel, Seat, Sector

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
