"""What the pages of panels show: plain rows, made once, with no query left in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.interface.moments import moment
from waymark.foundation.interface.tables import Column, Table, reference

from . import policies, queries
from .models import Deputy, Panel, PanelMeeting, Seat, Sector, Terms


def day(on: date | None) -> str:
    return date_format(on, "j F Y") if on else ""


def lasting(from_on: date, until_on: date | None) -> str:
    if until_on is None:
        return _("since %(day)s") % {"day": day(from_on)}
    if from_on == until_on:
        return _("on %(day)s") % {"day": day(from_on)}
    return _("%(first)s to %(last)s") % {"first": day(from_on), "last": day(until_on)}


def named(seat: Seat) -> str:
    who = seat.holder.get_full_name() if seat.holder else _("Nobody named yet")
    return f"{seat.get_sector_display()}: {who}, {seat.organisation.name}"


def deputises(deputy: Deputy) -> str:
    words = {"who": deputy.person.get_full_name(), "when": lasting(deputy.from_on, deputy.until_on)}
    return _("%(who)s stands in, %(when)s") % words


def panel_table(rows: Iterable[Panel], today: date) -> Table:
    def stands(row: Panel) -> str:
        if row.ended_on:
            return _("Until %(day)s") % {"day": day(row.ended_on)}
        return capfirst(lasting(row.begins_on, None))

    return Table(
        _("Panels"),
        (
            Column(
                _("Reference"), lambda r: reference(reverse("panel:panel", args=[r.reference]), r.reference)
            ),
            Column(_("Name"), "name"),
            Column(_("Kind"), lambda r: r.get_kind_display()),
            Column(_("Kept by"), lambda r: r.authority.name),
            Column(_("How it stands"), stands),
        ),
        rows,
        empty=_("You sit on no panel. Whoever arranges a panel gives you a seat; then it stands here."),
    )


def who_may_sit(panel: Panel) -> list[tuple[str, str]]:
    """Each person with the organisation they work for; then each organisation, for a seat that is vacant."""
    people = {
        f"{m.user_id}:{m.organisation_id}": f"{m.user.get_full_name()}, {m.organisation.name}"
        for m in queries.members(panel.authority_id)
    }
    vacant = {
        f":{one.pk}": _("%(organisation)s: nobody named yet") % {"organisation": one.name}
        for one in queries.partners(panel.covers)
    }
    return list((people | vacant).items())


def meeting_table(rows: Iterable[PanelMeeting]) -> Table:
    """Meetings by their reference; a cancelled one says so."""

    def where(row: PanelMeeting) -> str:
        return _("Cancelled") if row.meeting.cancelled_at else row.meeting.place or _("Online")

    return Table(
        _("Meetings"),
        (
            Column(
                _("Reference"), lambda r: reference(reverse("panel:meeting", args=[r.reference]), r.reference)
            ),
            Column(_("When"), lambda r: moment(r.meeting.starts_at)),
            Column(_("Where"), where),
        ),
        rows,
        empty=_("The panel has not been called to a meeting yet."),
    )


def who_may_come(authority_id: int) -> list[tuple[str, str]]:
    """Those whose role lets them take part in a panel of this authority."""
    people = {
        f"{m.user_id}:{m.organisation_id}": f"{m.user.get_full_name()}, {m.organisation.name}"
        for m in queries.members(authority_id)
    }
    return list(people.items())


@dataclass(frozen=True)
class SeatShown:
    title: str
    rows: list[dict[str, Any]]
    links: list[dict[str, str]]


@dataclass(frozen=True)
class Page:
    """One panel as its page shows it. `arranges`: the links to change it stand there too."""

    summary: list[dict[str, Any]]
    gaps: list[str]
    seats: list[SeatShown]
    past: list[str]
    terms: Terms | None
    terms_rows: list[dict[str, Any]]
    older: list[str]
    meetings: Table
    arranges: bool

    @staticmethod
    def of(actor: Actor, panel: Panel, today: date) -> Page:
        held = list(queries.seats(panel))
        now = [s for s in held if s.until_on is None or s.until_on >= today]
        areas, gone = queries.areas_of(panel), queries.left(panel, now)
        terms, everything = queries.terms_on(panel, today), list(panel.terms.all())
        arranges = bool(policies.arrange(actor, panel))
        return Page(
            summary=_summary(panel, areas),
            gaps=[] if panel.is_over(today) else _gaps(panel, now, gone, terms, areas, today),
            seats=[_seat(panel, s, s.pk in gone, areas, today, arranges) for s in now],
            past=[f"{named(s)}, {lasting(s.from_on, s.until_on)}" for s in held if s not in now],
            terms=terms,
            terms_rows=_terms(terms) if terms else [],
            older=[_version(t, today) for t in everything if t != terms],
            meetings=meeting_table(queries.meetings(actor, panel).order_by("-meeting__starts_at", "id")[:24]),
            arranges=arranges,
        )


def _row(key: str, value: str) -> dict[str, Any]:
    return {"key": {"text": key}, "value": {"text": value}}


def _summary(panel: Panel, areas: dict[int, str]) -> list[dict[str, Any]]:
    rows = [
        _row(_("Kind"), panel.get_kind_display()),
        _row(_("Serves"), ", ".join(areas.values())),
        _row(_("Lasts"), capfirst(lasting(panel.begins_on, panel.ended_on))),
    ]
    if panel.is_combined:
        words = _("%(authority)s, agreed on %(day)s")
        rows.append(
            _row(
                _("Chaired by"),
                words % {"authority": panel.authority.name, "day": day(panel.chairing_agreed_on)},
            )
        )
    if panel.ended_because:
        rows.append(_row(_("Why it ended"), panel.ended_because))
    return rows


def _gaps(
    panel: Panel, held: list[Seat], gone: set[Any], terms: Terms | None, areas: dict[int, str], today: date
) -> list[str]:
    """What keeps the panel from working as the law and its own terms want it."""
    seated = [s for s in queries.in_force(held, today) if s.pk not in gone]
    gaps = []
    if not queries.has_chair(seated):
        gaps.append(_("Nobody chairs this panel today. By law it is chaired by the local authority."))
    for sector in queries.LAWFUL:
        for area in queries.empty_areas(seated, sector, panel.covers):
            words = {"sector": Sector(sector).label, "area": areas[area]}
            gaps.append(
                _("No one sits for %(area)s in the seat “%(sector)s”. No case of that area can be decided.")
                % words
            )
    gaps += [_("%(seat)s: they have no role here any more. End the seat and name somebody.") % {"seat": named(s)}
             for s in held if s.pk in gone]  # fmt: skip
    gaps += [_("%(seat)s. Ask the organisation whom it sends.") % {"seat": named(s)}
             for s in held if s.holder_id is None]  # fmt: skip
    if terms is None:
        gaps.append(_("No terms of reference hold today."))
    elif terms.review_on <= today:
        gaps.append(
            _("The terms of reference were to be looked at again on %(day)s.") % {"day": day(terms.review_on)}
        )
    return gaps


def _seat(
    panel: Panel, seat: Seat, gone: bool, areas: dict[int, str], today: date, arranges: bool
) -> SeatShown:
    chairs = f" ({seat.get_chairs_display()})" if seat.chairs else ""
    who = seat.holder.get_full_name() if seat.holder else _("Nobody named yet")
    rows = [
        _row(_("Held by"), who + chairs + (_(", who has no role here any more") if gone else "")),
        _row(_("Organisation"), seat.organisation.name),
        _row(_("When"), capfirst(lasting(seat.from_on, seat.until_on))),
    ]
    if panel.is_combined:
        rows.append(_row(_("Speaks for"), ", ".join(areas[a] for a in seat.areas if a in areas)))
    links = []
    if arranges:
        here = [panel.reference, seat.pk]
        if not seat.ended_because:
            links.append({"href": reverse("panel:end-seat", args=here), "text": _("End this seat")})
        if seat.holder_id:
            links.append({"href": reverse("panel:add-deputy", args=here), "text": _("Name a deputy")})
    for deputy in queries.deputies_of(seat, today):
        rows.append(_row(_("Deputy"), deputises(deputy)))
        if arranges:
            there = reverse("panel:end-deputy", args=[panel.reference, deputy.pk])
            links.append({"href": there, "text": _("End a deputy")})
    return SeatShown(seat.get_sector_display(), rows, links)


def _terms(terms: Terms) -> list[dict[str, Any]]:
    wanted = ", ".join(str(Sector(one).label) for one in terms.quorum) or _(
        "None beside those the law demands"
    )
    return [
        _row(_("In force"), capfirst(lasting(terms.in_force_from, None))),
        _row(_("Agreed"), day(terms.agreed_on)),
        _row(_("Looked at again"), day(terms.review_on)),
        _row(_("Meets"), terms.meets),
        _row(_("Agencies the panel wants present"), wanted),
        _row(_("How many agencies in all"), str(terms.quorum_number)),
    ]


def _version(terms: Terms, today: date) -> str:
    words = _("In force from %(day)s") if terms.in_force_from > today else _("Were in force from %(day)s")
    return words % {"day": day(terms.in_force_from)}
