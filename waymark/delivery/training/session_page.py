"""What the page of a session shows: when, where, who teaches, who booked, who came, what can be done now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.interface.moments import moment
from waymark.foundation.interface.tables import Column, Table, link

from . import policies, queries
from .forms.attending import place_of
from .importing import OF_SESSION
from .models import Attendance, Booking, KeptPlaces, Session, Substitution, Trainee
from .presenters import day, row, when_and_where
from .states import BOOKING_WORDS, SESSION_WORDS, BookingState, SessionState


@dataclass(frozen=True)
class Page:
    summary: list[dict[str, Any]]
    bookings: Table
    others: Table | None
    instead: Table | None
    kept: Table | None
    links: list[dict[str, str]]
    online_link: str

    @staticmethod
    def of(actor: Actor, session: Session, at: datetime) -> Page:
        held = session.state == SessionState.HELD
        marks = list(queries.attendances(session)) if held else []
        came = {one.booking_id: one for one in marks if one.booking_id}
        walked_in = [one for one in marks if one.booking_id is None]
        may_cancel = bool(policies.change_session(actor, session, at))
        return Page(
            summary=_summary(session),
            bookings=_bookings(list(queries.standing(session)), came, may_cancel),
            others=_others(walked_in) if held else None,
            kept=_kept(list(queries.kept_of(session)), may_cancel),
            instead=_instead(list(queries.substitutions(session))),
            links=_links(actor, session, at),
            online_link=session.joined_at(at),
        )


def _summary(session: Session) -> list[dict[str, Any]]:
    taught = session.taught
    version = _("%(number)s, taught from %(day)s") % {"number": taught.number, "day": day(taught.from_on)}
    rows = [
        row(_("How it stands"), SESSION_WORDS[SessionState(session.state)]),
        *when_and_where(session),
        row(_("Version"), version),
        row(_("For"), str(session.institution or session.organisation or taught.course.audience.name)),
        row(_("Delivered by"), session.get_delivered_by_display()),
        row(_("Teaches"), ", ".join(queries.names_of_trainers(session)) or _("Nobody named yet")),
        row(_("Places"), _("%(taken)s of %(all)s taken") % {"taken": session.taken, "all": session.capacity}),
    ]
    if session.cancelled_because:
        rows.append(row(_("Cancelled because"), session.cancelled_because))
    return rows


def _who(booking: Booking) -> str:
    if booking.trainee is not None:
        return booking.trainee.name
    return _("%(number)s without names") % {"number": booking.number}


def _ways(booking: Booking) -> Any:
    """What can be done with it."""
    way = [("booking-cancel", _("Cancel %(r)s"))]
    if booking.trainee and booking.state == BookingState.CONFIRMED:
        way.append(("booking-replace", _("Replace who comes: %(r)s")))
    links = (
        (link(reverse(f"training:{page}", args=[booking.reference]), words % {"r": booking.reference}),)
        for page, words in way
    )
    return format_html_join(" ", "{}", links)


def _bookings(rows: list[Booking], came: dict[Any, Attendance], may_cancel: bool) -> Table:
    def stands(booking: Booking) -> str:
        mark = came.get(booking.pk)
        if mark is None and booking.offered_until and booking.state == BookingState.OFFERED:
            return _("Offered until %(until)s") % {"until": moment(booking.offered_until)}
        if mark is None:
            return str(BOOKING_WORDS[BookingState(booking.state)])
        words = str(mark.get_came_display())
        return words if booking.trainee else f"{words}: {mark.number}"

    return Table(
        _("Bookings"),
        (
            Column(_("Who"), _who),
            Column(_("Where they work"), place_of),
            Column(_("As what"), lambda b: str(b.role) if b.role else "–"),
            Column(_("What they need"), "needs"),
            Column(_("How it stands"), stands),
            Column(_("Booking"), _ways if may_cancel else "reference"),
        ),
        rows,
        empty=_(
            "Nobody has booked yet. Schools and others book their own people; you book for those who ring you."
        ),
    )


def _others(rows: list[Attendance]) -> Table:
    return Table(
        _("Others who came"),
        (
            Column(_("Where they work"), place_of),
            Column(_("As what"), lambda a: str(a.role) if a.role else "–"),
            Column(_("How many"), "number", number=True),
        ),
        rows,
        empty=_("Nobody else came."),
    )


def _instead(rows: list[Substitution]) -> Table | None:
    """Who had a place and could not come. None where nobody was replaced."""

    def name(person: Trainee | None) -> str:
        return person.name if person else "–"

    def by(one: Substitution) -> str:
        if one.changed_by:
            return one.changed_by.get_full_name()
        return _("By the link to the place") if one.by_link else _("Somebody without an account")

    if not rows:
        return None
    return Table(
        _("Who comes instead"),
        (
            Column(_("Had the place"), lambda s: name(s.before)),
            Column(_("Comes instead"), lambda s: name(s.after)),
            Column(_("When it was changed"), lambda s: moment(s.changed_at)),
            Column(_("Changed by"), by),
        ),
        rows,
    )


def _kept(rows: list[KeptPlaces], may_release: bool) -> Table | None:
    """Places that are or were kept for some. None where there are none."""

    def stands(one: KeptPlaces) -> Any:
        if one.released_at:
            return _("Open to everybody since %(when)s") % {"when": moment(one.released_at)}
        until = _("Kept until %(day)s") % {"day": day(one.until)}
        if not may_release:
            return until
        text = _("Let go: %(whom)s") % {"whom": str(one)}
        return format_html_join(
            " · ", "{}", ((until,), (link(reverse("training:kept-release", args=[one.pk]), text),))
        )

    if not rows:
        return None
    return Table(
        _("Kept places"),
        (
            Column(_("For"), str),
            Column(_("Places"), "number", number=True),
            Column(_("Given"), "taken", number=True),
            Column(_("How it stands"), stands),
        ),
        rows,
    )


def _links(actor: Actor, session: Session, at: datetime) -> list[dict[str, str]]:
    def to(name: str, text: str) -> dict[str, str]:
        return {"href": reverse(f"training:{name}", args=[session.reference]), "text": text}

    links = []
    if policies.take_attendance(actor, session, at):
        links.append(to("session-attendance", _("Say who came")))
        from_list = reverse("importing:begin-about", args=[OF_SESSION, session.reference])
        links.append({"href": from_list, "text": _("Add who came from a list")})
    if policies.certify(actor, session):
        links.append(to("certificates", _("Certificates")))
    if policies.teaches(actor, session):
        links.append(to("session-sheet", _("Sign-in sheet (PDF)")))
    if policies.show_code(actor, session):
        links.append(to("session-room", _("Sign-in by code")))
    if policies.change_session(actor, session, at):
        links += [
            to("session-book", _("Book places")),
            to("session-keep", _("Keep places")),
            to("session-move", _("Move the session")),
            to("session-cancel", _("Cancel the session")),
        ]
    return links
