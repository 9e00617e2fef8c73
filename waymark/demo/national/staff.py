"""Whoever works in each authority: one organisation of each kind, and people in every role. All invented."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from random import Random

from waymark.demo.national import names
from waymark.demo.national.plan import Plan
from waymark.demo.national.rows import uuid

DOMAIN = "national.example"
# Role, how many, and in which of the authority’s organisations.
POSTS = (
    ("prevent_lead", 1, "council"),
    ("prevent_officer", 3, "council"),
    ("police_coordinator", 1, "police"),
    ("front_door", 1, "children"),
    ("ig_lead", 1, "council"),
    ("administrator", 1, "council"),
    ("dsl", 2, "school"),
    ("partner", 2, "school"),
    ("partner", 2, "nhs"),
)
ORGANISATIONS = {
    "council": ("council", "Invented Prevent team of {}"),
    "police": ("police", "Invented police team of {}"),
    "children": ("council", "Invented children’s front door of {}"),
    "nhs": ("nhs", "Invented health trust of {}"),
    "school": ("school", "Invented Academy 1 of {}"),
}


@dataclass(frozen=True)
class Worker:
    id: str
    name: str
    email: str
    role: str
    place: str


@dataclass
class Office:
    """One authority and its people. `organisations` by the keys above; `schools` are invented institutions."""

    id: int
    code: str
    name: str
    people: int = 0
    referrals: int = 0
    organisations: dict[str, int] = field(default_factory=dict)
    schools: list[tuple[int, str]] = field(default_factory=list)
    workers: list[Worker] = field(default_factory=list)

    def of(self, *roles: str) -> list[Worker]:
        return [worker for worker in self.workers if worker.role in roles]

    def grants(self) -> list[str]:
        return [f"authority:{self.id}:triage", f"system:{self.id}"]

    def sealed(self) -> list[str]:
        return [f"authority:{self.id}:lead", f"system:{self.id}"]


def workers(plan: Plan, office: Office) -> Iterator[Worker]:
    dice = plan.random("staff", office.code)
    for role, number, place in POSTS:
        for nth in range(1, number + 1):
            where = "" if place == "council" or role == "dsl" else f".{place}"
            word = role.replace("_", ".") + where
            yield _worker(dice, role, place, f"{word}{nth}@{office.code.lower()}.{DOMAIN}")


def _worker(dice: Random, role: str, place: str, email: str) -> Worker:
    return Worker(uuid(dice), names.whole(dice), email, role, place)


def since(plan: Plan) -> str:
    return (plan.since - timedelta(days=30)).date().isoformat()
