"""A line of a list of one’s own, on it from a day on, and taken off; and only what is on it that day is chosen."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, TypeVar

from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from waymark.delivery.training.models.catalogue import Listed
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Refusal

Line = TypeVar("Line", bound=Listed)


def added(list_of: type[Line], given: dict[str, Any], name: str, from_on: date) -> Line:
    """The last of its list. `given`: authority and grants of the row. Refusal at `name` if it stands there already."""
    held = list_of._default_manager.filter(authority_id=given["authority_id"])
    if held.filter(name__iexact=name).exists():
        raise Refusal(_("This stands in the list already."), field="name")
    last = held.aggregate(last=Max("place"))["last"]
    line = list_of(**given, name=name, place=0 if last is None else last + 1, from_on=from_on)
    line.save(force_insert=True)
    return line


def ended(line: Line, at: datetime) -> Line:
    """It is not offered any more from that day; one that has not begun yet never was. What names it stays as it is."""
    if line.ended_on is None:
        line.ended_on = max(clock.uk_date(at), line.from_on)
        line.save_next("ended_on")
    return line


def check(line: Listed, at: datetime, field: str) -> None:
    """Refusal, at the field, unless it is offered on that day: it may have ended while a page stood open."""
    now = type(line)._default_manager.filter(line.is_offered(clock.uk_date(at)), pk=line.pk)
    if not now.exists():
        raise Refusal(_("This is not offered any more. Choose another."), field=field)
