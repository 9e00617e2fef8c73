"""The file that a calendar program reads: when and where, and the link of the page. No name, no case, no panel."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Protocol
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from waymark.foundation.interface.shell import SERVICE
from waymark.foundation.kernel import clock

TYPE = "text/calendar; charset=utf-8"


class Planned(Protocol):
    """What takes place at a time: a meeting, a training session."""

    pk: Any
    reference: str
    starts_at: datetime
    ends_at: datetime
    place: str
    online_link: str
    sequence: int
    cancelled_at: datetime | None


def of(meeting: Planned, *, link: str) -> bytes:
    """The meeting as RFC 5545 has it. `link` is a path of this service. The same key at every change, so that a
    calendar replaces what it holds; a cancelled one says so."""
    event = Event()
    event.add("uid", f"{meeting.pk}@{urlsplit(settings.WAYMARK_BASE_URL).hostname or 'localhost'}")
    event.add("dtstamp", clock.now())
    event.add("dtstart", meeting.starts_at.astimezone(clock.UK))
    event.add("dtend", meeting.ends_at.astimezone(clock.UK))
    event.add("summary", _("Meeting %(reference)s") % {"reference": meeting.reference})
    event.add("location", meeting.place or meeting.online_link)
    event.add("url", settings.WAYMARK_BASE_URL.rstrip("/") + link)
    event.add("class", "PRIVATE")
    event.add("sequence", meeting.sequence)
    event.add("status", "CANCELLED" if meeting.cancelled_at else "CONFIRMED")
    file = Calendar()
    file.add("prodid", f"-//{SERVICE}//EN")
    file.add("version", "2.0")
    file.add("method", "CANCEL" if meeting.cancelled_at else "PUBLISH")
    file.add_component(event)
    file.add_missing_timezones()
    return bytes(file.to_ical())
