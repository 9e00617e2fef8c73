"""What the page of a meeting shows: when, where, who is asked to come, who came, who is missing by law."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waymark.foundation.access.actors import Actor
from waymark.foundation.interface.moments import moment
from waymark.foundation.meetings.models import Attendance

from . import policies, queries, quorum
from .agenda_page import Agenda
from .models import PanelMeeting, Sector


@dataclass(frozen=True)
class Page:
    summary: list[dict[str, Any]]
    places: list[dict[str, Any]]
    lacks: list[str]
    marked: bool
    arranges: bool
    may_move: bool
    may_mark: bool
    may_pack: bool
    online_link: str
    agenda: Agenda

    @staticmethod
    def of(actor: Actor, meeting: PanelMeeting, at: datetime) -> Page:
        held, arranges = meeting.meeting, bool(policies.mark_attendance(actor, meeting.panel))
        marks = {row.for_id: row for row in held.attendances.select_related("person")}
        over, begun = held.cancelled_at is not None, held.has_begun(at)
        return Page(
            summary=_summary(meeting),
            places=[_place(place, marks.get(place.seat.pk), begun) for place in queries.expected(meeting)],
            lacks=_lacks(meeting) if marks and not over else [],
            marked=bool(marks),
            arranges=arranges,
            may_move=arranges and not over and not begun,
            may_mark=arranges and not over and begun,
            may_pack=bool(policies.read_papers(actor, meeting)),
            online_link=held.joined_at(at),
            agenda=Agenda.of(actor, meeting),
        )


def _row(key: str, value: Any) -> dict[str, Any]:
    return {"key": {"text": key}, "value": {"text": value}}


def _summary(meeting: PanelMeeting) -> list[dict[str, Any]]:
    held = meeting.meeting
    rows = [
        _row(_("Panel"), meeting.panel.name),
        _row(_("Begins"), moment(held.starts_at)),
        _row(_("Ends"), moment(held.ends_at)),
    ]
    if held.place:
        rows.append(_row(_("Where"), held.place))
    if held.cancelled_because:
        rows.append(_row(_("Cancelled because"), held.cancelled_because))
    return rows


def _place(place: queries.Expected, mark: Attendance | None, begun: bool) -> dict[str, Any]:
    who = ", ".join(place.name_of(person) for person in place.people) or _("Nobody named yet")
    if not (mark or begun):
        return _row(_seat(place), who)
    came = mark.get_came_display() if mark else _("Not marked yet")  # type: ignore[attr-defined]
    if mark and mark.person:
        came = _("Present: %(name)s") % {"name": mark.person.get_full_name()}
    return _row(_seat(place), f"{who}. {came}.")


def _seat(place: queries.Expected) -> str:
    return f"{place.seat.get_sector_display()}, {place.seat.organisation.name}"


def _lacks(meeting: PanelMeeting) -> list[str]:
    """For each area what forbids a decision, then what the panel’s own terms miss: a warning."""
    lacks = []
    found = {area: quorum.present(meeting, area) for area in meeting.panel.covers}
    for area, name in queries.areas_of(meeting.panel).items():
        for sector in found[area].missing:
            lack = _(
                "No one is marked present for %(area)s in the seat “%(sector)s”. No case of it can be decided."
            )
            lacks.append(lack % {"area": name, "sector": Sector(sector).label})
    own = found[meeting.panel.authority_id]
    for sector in own.wanted:
        lacks.append(_("The panel’s terms want “%(sector)s” there.") % {"sector": Sector(sector).label})
    if own.short:
        lack = ngettext(
            "The panel’s terms want %(number)s more agency there.",
            "The panel’s terms want %(number)s more agencies there.",
            own.short,
        )
        lacks.append(lack % {"number": own.short})
    return lacks
