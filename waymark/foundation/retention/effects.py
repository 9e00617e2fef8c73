"""What a change of periods would do, worked out before it is done."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count

from .classes import RetentionClass
from .models import Life
from .periods import Period


@dataclass(frozen=True)
class Effect:
    """How many records of the class are held, and how many of them would go earlier, go later, be due on the day
    the change comes into force, or be sealed on it."""

    held: int
    earlier: int
    later: int
    due_at_once: int
    sealed_at_once: int
    from_date: date


def of(row: RetentionClass, authority_id: int, said: Mapping[str, Any], today: date) -> Effect:
    """Counts from the dates that are there now. One query, however many records. A day that a review gave stays."""
    day = max(today, said["from_date"])
    lives = Life.objects.filter(authority_id=authority_id, class_code=row.code)
    groups = lives.values("came_on", "began_on", "erase_on", "ceiling_on", "sealed_on", "seal_on").annotate(
        count=Count("pk")
    )
    counts = dict.fromkeys(("held", "earlier", "later", "due_at_once", "sealed_at_once"), 0)
    for group in groups:
        for name in ("held", *_changes(group, said, day)):
            counts[name] += group["count"]
    return Effect(**counts, from_date=day)


def _changes(group: Mapping[str, Any], said: Mapping[str, Any], day: date) -> list[str]:
    began = group["began_on"]
    ends = said["period"].after(began or group["came_on"])
    if group["ceiling_on"]:
        ends = min(ends, group["ceiling_on"])
    found = []
    if ends != group["erase_on"]:
        found.append("earlier" if ends < group["erase_on"] else "later")
    if began and ends <= day < group["erase_on"]:
        found.append("due_at_once")
    months = said.get("seal_months")
    waits = began and group["sealed_on"] is None and group["seal_on"]
    if waits and months is not None and Period(months=months).after(began) <= day < group["seal_on"]:
        found.append("sealed_at_once")
    return found
