"""What waits for those who plan: a reply that is due, a reply to be read."""

from __future__ import annotations

from datetime import datetime, time

from django.utils.translation import gettext_lazy as _

from waymark.foundation import tasks
from waymark.foundation.kernel import clock
from waymark.foundation.ledger.deeds import Doer
from waymark.foundation.tasks import LOCAL, ClockDefault, Kind, Unit

from .models import Issue

CHASE = Kind("engagement.chase-reply", _("See that an institution replies to an issue"), "engagement:issue")
READ = Kind(
    "engagement.read-reply",
    _("Read the reply to an issue, and close it"),
    "engagement:issue",
    "engagement.read",
)
READING = ClockDefault(
    "engagement.read", _("Reading the reply of an institution"), 5, Unit.WORKING_DAYS,
    LOCAL,
)  # fmt: skip


def declare_tasks() -> None:
    """Called in AppConfig.ready."""
    tasks.declare_clock(READING)
    tasks.declare(CHASE, READ)


def _to(issue: Issue) -> str:
    return f"authority:{issue.authority_id}:training-plan"


def raised(issue: Issue, by: Doer, at: datetime) -> None:
    """Due at the end of the day by which the institution replies."""
    due_at = datetime.combine(issue.reply_by, time(23, 59), clock.UK)
    tasks.ask(CHASE.code, about=issue, to=_to(issue), by=by, at=at, due_at=due_at)


def replied(issue: Issue, by: Doer, at: datetime) -> None:
    tasks.done(CHASE.code, about=issue, by=by, at=at)
    tasks.ask(READ.code, about=issue, to=_to(issue), by=by, at=at)


def closed(issue: Issue, by: Doer, at: datetime) -> None:
    tasks.done(CHASE.code, READ.code, about=issue, by=by, at=at)
