"""What every row of this room carries, and how it is signed."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, Refusal
from waymark.pathway.channel.models import Case
from waymark.pathway.referrals.actions.deciding import signed_as


def carried(case: Case) -> dict[str, Any]:
    """A row under a case carries what the case does."""
    return {"authority_id": case.authority_id, "grants": list(case.grants)}


def signed(by: Actor, at: datetime) -> dict[str, Any]:
    return {"signed_by_id": by.user_id, "signed_as": signed_as(by), "signed_at": at}


def happened(day: date, at: datetime, field: str) -> None:
    """Refusal when a day on which something happened has not come yet."""
    if day > clock.uk_date(at):
        raise Refusal(_("The day cannot be in the future."), field=field)


def said(words: str, field: str) -> None:
    """Incomplete where nothing is said."""
    if not words:
        raise Incomplete(_("Say why."), field=field)
