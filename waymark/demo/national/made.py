"""One referral of the national data set while its rows are made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from waymark.demo.national.persons import Somebody
from waymark.demo.national.plan import Plan
from waymark.demo.national.rows import Key, Pile
from waymark.demo.national.staff import Office, Worker
from waymark.foundation.access.models import token


@dataclass
class Case:
    """One referral while its rows are made. `outcome` is empty while it is open."""

    pile: Pile
    plan: Plan
    office: Office
    one: Somebody
    received_at: datetime
    state: str
    outcome: str
    lead: Worker
    officer: Worker
    author: Worker
    closed_at: datetime | None
    sealed_at: datetime | None
    id: str = ""
    person: str = ""
    submission: str = ""
    reference: str = ""
    key: Key | None = None
    sent_key: Key | None = None
    decision: str | None = None
    earlier: tuple[str, str] | None = None  # referral and person

    @property
    def dice(self) -> Random:
        return self.pile.dice

    @property
    def under_18(self) -> bool | None:
        age = self.one.age_on(self.received_at.date())
        return None if age is None else age < 18

    def grants(self) -> list[str]:
        """What every row under the referral carries."""
        if self.sealed_at:
            return [*self.office.sealed(), token(self.id)]
        if self.state == "police_assessment":
            return [*self.office.grants(), token(self.id)]
        return self.office.grants()

    def seen_by_police(self) -> list[str]:
        police = [f"authority:{self.office.id}:police"] if self.state == "police_assessment" else []
        return [*self.grants(), *police]

    def sent_grants(self) -> list[str]:
        """What was sent shows to its author as well, unless time has sealed it."""
        if self.sealed_at and self.outcome != "unfounded":
            return self.grants()
        own = [f"user:{self.author.id}"]
        if self.author.place == "school":
            own.append(f"organisation:{self.office.organisations['school']}:dsl")
        return [*own, *self.grants()]

    def own(self, at: datetime) -> dict[str, Any]:
        return {
            "authority_id": self.office.id,
            "grants": self.grants(),
            "recorded_at": at,
            "referral_id": self.id,
        }

    def after(self, days: float) -> datetime:
        """So long after it came, never later than it was closed or than now."""
        return min(self.received_at + timedelta(days=days), self.closed_at or self.plan.until)
