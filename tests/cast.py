"""The cast of the tests: two authorities, and in each the people with their roles. No names that mean anything."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.access.models import Membership
from waymark.foundation.accounts.models import User
from waymark.foundation.places.models import Authority, Organisation

WHERE = {
    "teacher": ("partner", "school"),
    "dsl": ("dsl", "school"),
    "nurse": ("partner", "clinic"),
    "other_dsl": ("dsl", "clinic"),
    "officer": ("prevent_officer", "council"),
    "second_officer": ("prevent_officer", "council"),
    "lead": ("prevent_lead", "council"),
    "trainer": ("trainer", "council"),
    "police": ("police_coordinator", "police"),
    "supervisor": ("police_supervisor", "police"),
    "second_supervisor": ("police_supervisor", "police"),
    "front_door": ("front_door", "social care"),
    "coordinator": ("panel_coordinator", "council"),
    "chair": ("panel_chair", "council"),
    "panel_police": ("panel_member", "police"),
    "panel_health": ("panel_member", "clinic"),
    "mentor": ("intervention_provider", "provider"),
    "helper": ("support_provider", "housing"),
    "councillor": ("councillor", "council"),
    "ig_lead": ("ig_lead", "council"),
    "administrator": ("administrator", "council"),
}


class Side:
    """One authority and its people, made when first asked for: `cast.here.dsl`, `cast.here.actor("dsl")`."""

    def __init__(self, code: str, name: str) -> None:
        self.code, self.name = code, name
        self._organisations: dict[str, Organisation] = {}
        self._users: dict[str, User] = {}

    @cached_property
    def authority(self) -> Authority:
        return Authority.objects.create(
            code=self.code, name=self.name, kind="unitary", nation="england", uses_waymark=True
        )

    def organisation(self, kind: str) -> Organisation:
        if kind not in self._organisations:
            self._organisations[kind] = Organisation.objects.create(
                authority=self.authority, name=f"{self.name} {kind}", kind=KINDS[kind]
            )
        return self._organisations[kind]

    def user(self, who: str) -> User:
        if who not in self._users:
            role, kind = WHERE[who]
            user = User.objects.create_user(
                f"{who}@{self.code.lower()}.example", full_name=f"{who} of {self.name}"
            )
            Membership.objects.create(
                user=user, organisation=self.organisation(kind), authority=self.authority, role=role
            )
            self._users[who] = user
        return self._users[who]

    def actor(self, who: str) -> Actor:
        return Actor.of_user(self.user(who).pk)

    @contextmanager
    def acting(self, who: str) -> Iterator[Actor]:
        with acting(self.actor(who)) as actor:
            yield actor

    def __getattr__(self, who: str) -> Any:
        if who in WHERE:
            return self.user(who)
        raise AttributeError(who)


KINDS = {
    "school": "school",
    "clinic": "nhs",
    "council": "council",
    "police": "police",
    "social care": "council",
    "provider": "charity",
    "housing": "housing",
}


class Cast:
    """`here` is where the story plays; `there` is the other authority, whose people must see nothing of it."""

    def __init__(self) -> None:
        self.here = Side("E06999001", "Hereshire")
        self.there = Side("E06999002", "Thereshire")
