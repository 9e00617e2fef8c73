"""When and where a meeting is."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from waymark.foundation.interface import fields
from waymark.foundation.interface.forms import Form
from waymark.foundation.kernel import clock
from waymark.foundation.meetings.actions.planning import When
from waymark.foundation.meetings.calendar_file import Planned

HOUR = re.compile(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])\Z")
NO_TIME = _("Enter a time, for example 14:30")


class Plan(Form):
    day = fields.Day(label=_("On which day?"), past=False, required=_("Enter the day on which it is"))
    starts = fields.Line(
        label=_("When does it begin?"),
        hint=_("For example, 14:30"),
        classes="govuk-input--width-5",
        required=_("Enter when it begins, for example 14:30"),
    )
    ends = fields.Line(
        label=_("When does it end?"),
        classes="govuk-input--width-5",
        required=_("Enter when it ends, for example 16:00"),
    )
    place = fields.Line(
        label=_("Where?"), hint=_("Leave empty if it is online only."), required=fields.UNMARKED
    )
    online_link = fields.Line(
        label=_("Link to join it online"),
        hint=_("It begins with https://"),
        max_length=500,
        required=fields.UNMARKED,
    )

    def clean_starts(self) -> time | None:
        return _hour(self.cleaned_data["starts"])

    def clean_ends(self) -> time | None:
        return _hour(self.cleaned_data["ends"])

    def clean_online_link(self) -> str:
        link = self.cleaned_data["online_link"]
        parts = urlsplit(link)
        if link and (parts.scheme != "https" or not parts.hostname or " " in link):
            raise ValidationError(_("Enter a link that begins with https://"))
        return link

    def when(self) -> When:
        """What was said, as one. Only of a form that is valid."""
        said = self.cleaned_data
        return When(
            _moment(said["day"], said["starts"]),
            _moment(said["day"], said["ends"]),
            said["place"],
            said["online_link"],
        )


class Cancel(Form):
    because = fields.Line(
        label=_("Why is it cancelled?"),
        hint=_("Everybody who was asked to come can read this. Do not name anybody."),
        max_length=500,
        required=_("Say why it is cancelled"),
    )


def first(meeting: Planned) -> dict[str, Any]:
    """What stands in the form when a meeting is moved."""
    starts, ends = (moment.astimezone(clock.UK) for moment in (meeting.starts_at, meeting.ends_at))
    return {
        "day": clock.uk_date(meeting.starts_at),
        "starts": f"{starts:%H:%M}",
        "ends": f"{ends:%H:%M}",
        "place": meeting.place,
        "online_link": meeting.online_link,
    }


def _hour(typed: str) -> time | None:
    found = HOUR.match(typed or "")
    if found is None:
        raise ValidationError(NO_TIME)
    return time(int(found[1]), int(found[2]))


def _moment(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, clock.UK)
