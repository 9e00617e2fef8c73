"""What waits for the second person."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from waymark.foundation import tasks
from waymark.foundation.ledger.deeds import Doer
from waymark.foundation.tasks import ClockDefault, Kind, Unit, clocks

from .models import Purge

SOON = ClockDefault(
    "purging.decide", _("Deciding whether an item is taken out"), 1, Unit.WORKING_DAYS,
    _("Proposed by this service: what must not be here goes at once"),
)  # fmt: skip
DECIDE = Kind("purging.decide", _("Decide whether an item is taken out"), "purging:one")


def waits(purge: Purge, by: Doer, at: datetime) -> None:
    due = clocks.due(SOON.code, at, authority_id=purge.authority_id)
    tasks.ask(DECIDE.code, about=purge, to=f"authority:{purge.authority_id}:purge", by=by, at=at, due_at=due)


def decided(purge: Purge, by: Doer, at: datetime) -> None:
    tasks.done(DECIDE.code, about=purge, by=by, at=at)
