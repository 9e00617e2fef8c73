"""What the pages of training show: plain rows, made once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from operator import itemgetter
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waymark.foundation.access.actors import Actor
from waymark.foundation.interface.moments import moment
from waymark.foundation.interface.tables import Column, Table, link, reference
from waymark.foundation.kernel import clock
from waymark.foundation.places.models import Institution, Organisation

from . import beside, policies, queries
from .forms.certificates import Check
from .models import (
    Booking,
    Certificate,
    Course,
    CourseVersion,
    KeptPlaces,
    Session,
    SignIn,
    StaffRole,
    TrainingRequest,
    WaitingRule,
)
from .states import OVER, REQUEST_WORDS, SESSION_WORDS, BookingState, RequestState, SessionState


def row(key: str, value: Any) -> dict[str, Any]:
    return {"key": {"text": key}, "value": {"text": value}}


def day(on: date | None) -> str:
    return date_format(on, "j F Y") if on else ""


def places(authority_id: int) -> list[tuple[str, str]]:
    """Where people work: open institutions of the area, then other organisations. Two queries."""
    open_ = Institution.objects.filter(authority_id=authority_id, status__in=("open", "closing"))
    schools = [(f"i:{one.pk}", f"{one} ({one.urn})") for one in open_.order_by("name", "id")]
    others = Organisation.objects.filter(authority_id=authority_id, institution__isnull=True)
    return schools + [(f"o:{one.pk}", one.name) for one in others.order_by("name", "id")]


def whom(authority_id: int) -> list[tuple[str, str]]:
    """For whom places can be kept: phases of the area, kinds of organisation, places. Three queries."""
    phases = Institution.objects.filter(authority_id=authority_id).exclude(phase="")
    held = [(f"p:{one}", one) for one in sorted(set(phases.values_list("phase", flat=True)))]
    kinds = [(f"k:{value}", str(text)) for value, text in Organisation.Kind.choices]
    return held + kinds + places(authority_id)


def kept_lines(held: Iterable[KeptPlaces]) -> list[str]:
    """What whoever books is told of places that are kept."""
    return [
        ngettext(
            "%(number)s place is kept for %(whom)s until %(day)s. Free of these: %(left)s.",
            "%(number)s places are kept for %(whom)s until %(day)s. Free of these: %(left)s.",
            one.number,
        )
        % {"number": one.number, "whom": str(one), "day": day(one.until), "left": one.left}
        for one in held
    ]


def roles(authority_id: int) -> list[tuple[str, str]]:
    return [(str(one.pk), one.name) for one in queries.offered(StaffRole, authority_id)]


def session_table(rows: Iterable[Session]) -> Table:
    """Sessions by their reference."""

    def at(one: Session) -> Any:
        return reference(reverse("training:session", args=[one.reference]), one.reference)

    return Table(
        _("Sessions"),
        (
            Column(_("Reference"), at),
            Column(_("When"), lambda s: moment(s.starts_at)),
            Column(_("Course"), lambda s: s.taught.course.name),
            Column(_("For"), lambda s: str(s.institution or s.organisation or s.taught.course.audience.name)),
            Column(_("Where"), lambda s: s.place or _("Online")),
            Column(_("Places taken"), lambda s: f"{s.taken}/{s.capacity}", number=True),
            Column(_("How it stands"), lambda s: str(SESSION_WORDS[SessionState(s.state)])),
        ),
        rows,
        empty=_("No session here. A session is one course, taught once: plan the first one."),
    )


def waited(one: TrainingRequest) -> str:
    """When it was asked; and how long it has waited, as long as it is not answered."""
    if one.state != RequestState.ASKED:
        return moment(one.asked_at)
    days = (clock.today() - clock.uk_date(one.asked_at)).days
    words = ngettext("%(moment)s: waits %(days)s day", "%(moment)s: waits %(days)s days", days)
    return words % {"moment": moment(one.asked_at), "days": days}


def trainer_table(rows: Iterable[tuple[str, int, int]]) -> Table:
    """Who can teach, and how much each has before them."""
    return Table(
        _("Who can teach, and what is planned"),
        (
            Column(_("Name"), itemgetter(0)),
            Column(_("Sessions in the next 4 weeks"), itemgetter(1), number=True),
            Column(_("Sessions in the next 12 weeks"), itemgetter(2), number=True),
        ),
        rows,
        empty=_("Nobody has a role that lets them teach. An administrator gives the role of trainer."),
    )


def answer_by(due_at: datetime | None) -> str:
    """The day of an answer that waits, and whether it is over; a dash where nothing waits."""
    if due_at is None:
        return "–"
    words = day(clock.uk_date(due_at))
    return _("%(words)s: overdue") % {"words": words} if due_at < clock.now() else words


def request_table(rows: Iterable[TrainingRequest], due: Mapping[UUID, datetime]) -> Table:
    """Requests by their reference; nobody is named who asked. `due`: until when those that wait are answered."""

    def stands(one: TrainingRequest) -> str:
        words = str(REQUEST_WORDS[RequestState(one.state)])
        if one.pk not in due:
            return words
        return _("%(words)s, answer by %(by)s") % {"words": words, "by": answer_by(due[one.pk])}

    return Table(
        _("Requests"),
        (
            Column(
                _("Reference"),
                lambda r: reference(reverse("training:request", args=[r.reference]), r.reference),
            ),
            Column(_("Asked"), waited),
            Column(_("For"), lambda r: str(r.institution or r.organisation or r.elsewhere)),
            Column(_("Who will come"), lambda r: str(r.audience or "–")),
            Column(_("How many"), "number", number=True),
            Column(_("Who answers"), lambda r: r.owner.get_full_name() if r.owner else _("Nobody yet")),
            Column(_("How it stands"), stands),
        ),
        rows,
        empty=_(
            "Nobody has asked yet. Schools and others find the way to ask on the first page of this site."
        ),
    )


def course_table(rows: Iterable[Course]) -> Table:
    return Table(
        _("Courses"),
        (
            Column(_("Course"), lambda c: link(reverse("training:course", args=[c.pk]), c.name)),
            Column(_("For"), lambda c: c.audience.name),
            Column(_("Level"), "level", number=True),
            Column(_("Needs before it"), lambda c: c.needs.name if c.needs else "–"),
            Column(_("How it stands"), lambda c: _("Ended") if c.ended_on else _("Taught")),
        ),
        rows,
        empty=_("There is no course yet. Begin with the usual ones, and change them as you need."),
    )


@dataclass(frozen=True)
class CoursePage:
    """A course with its newest version whole, and the older ones with what changed."""

    summary: list[dict[str, Any]]
    newest: CourseVersion | None
    sections: list[beside.Section]
    versions: Table

    @staticmethod
    def of(course: Course, actor: Actor) -> CoursePage:
        held = list(course.versions.all())
        rows = [row(_("For"), course.audience.name), row(_("Level"), course.level)]
        if course.needs:
            rows.append(row(_("Needs before it"), course.needs.name))
        if course.ended_on:
            rows.append(row(_("Ended"), day(course.ended_on)))
        newest = held[0] if held else None
        sections = beside.sections_of(actor, newest) if newest else []
        return CoursePage(rows, newest, sections, _versions(held, beside.links_of(actor, held)))


def _versions(rows: list[CourseVersion], links: dict[object, list[dict[str, str]]]) -> Table:
    def more(one: CourseVersion) -> Any:
        ways = ((link(way["href"], way["text"]),) for way in links[one.pk])
        return format_html_join("", "<div>{}</div>", ways) or "–"

    return Table(
        _("Versions"),
        (
            Column(_("Version"), lambda v: str(v.number)),
            Column(_("Taught from"), lambda v: day(v.from_on)),
            Column(_("Why"), lambda v: v.get_reason_display()),
            Column(_("What changed"), "because"),
            Column(_("Minutes"), "minutes", number=True),
            Column(_("More"), more),
        ),
        rows,
    )


def when_and_where(session: Session) -> list[dict[str, Any]]:
    course = session.taught.course
    before = [row(_("Needs before it"), course.needs.name)] if course.needs else []
    rows = [
        row(_("Course"), course.name),
        *before,
        row(_("Begins"), moment(session.starts_at)),
        row(_("Ends"), moment(session.ends_at)),
        row(_("Where"), session.place or _("Online")),
    ]
    if session.joining:
        rows.append(row(_("Before you come"), session.joining))
    return rows


@dataclass(frozen=True)
class Place:
    """One booking as its link shows it."""

    stands: str
    summary: list[dict[str, Any]]
    online_link: str
    may_give_up: bool
    may_take: bool
    may_replace: bool
    is_coming: bool

    @staticmethod
    def of(booking: Booking, at: datetime) -> Place:
        session = booking.session
        over = session.state == SessionState.CANCELLED or booking.state in OVER
        has_place = booking.state == BookingState.CONFIRMED and not over
        open_ = not over and not session.has_begun(at)
        return Place(
            stands=_stands(booking, at),
            summary=when_and_where(session),
            online_link=session.joined_at(at) if has_place else "",
            may_give_up=open_,
            may_take=bool(policies.take_place(booking, session, at)),
            may_replace=bool(policies.replaceable(booking, at)),
            is_coming=has_place and open_,
        )


def _stands(booking: Booking, at: datetime) -> str:
    if booking.session.state == SessionState.CANCELLED:
        return _("This session is cancelled: %(because)s") % {"because": booking.session.cancelled_because}
    if booking.state == BookingState.CANCELLED:
        return _("This booking is cancelled.")
    if booking.state == BookingState.EXPIRED or _ran_out(booking, at):
        return _("The offer of this place has run out. If you still want to come, book again.")
    places = ngettext("%(number)s place", "%(number)s places", booking.number) % {"number": booking.number}
    if booking.state == BookingState.WAITING:
        return _("On the waiting list: %(places)s. You get an email when there is room.") % {"places": places}
    if booking.offered_until and booking.state == BookingState.OFFERED:
        words = {"places": places, "until": moment(booking.offered_until)}
        return (
            _("There is room for you: %(places)s. Say yes by %(until)s, or we ask the next person.") % words
        )
    return _("You have %(places)s at this session.") % {"places": places}


def _ran_out(booking: Booking, at: datetime) -> bool:
    """Before the job has come to it."""
    until = booking.offered_until
    return booking.state == BookingState.OFFERED and until is not None and until <= at


def waiting_table(rows: Iterable[WaitingRule]) -> Table:
    def how(one: WaitingRule) -> str:
        if one.hours is None:
            return _("Whoever waits longest has a free place at once")
        words = ngettext(
            "%(hours)s hour to say yes to a free place",
            "%(hours)s hours to say yes to a free place",
            one.hours,
        )
        return words % {"hours": one.hours}

    return Table(
        _("How free places are given"),
        (
            Column(_("Holds from"), lambda r: day(r.from_on)),
            Column(_("How"), how),
            Column(_("Why"), "because"),
        ),
        rows,
        empty=_("No rule is set. Whoever waits longest has a free place at once."),
    )


def attendance_lead(sign_ins: list[SignIn]) -> str:
    """How a register is filled in; and who said by the code that they are there, if anybody did."""
    said = [_("What you leave empty stays as it is. You can come back and correct it.")]
    typed = [one.typed for one in sign_ins if one.typed]
    if sign_ins:
        booked = sum(one.booking_id is not None for one in sign_ins)
        words = {"booked": booked, "nameless": len(sign_ins) - booked - len(typed)}
        said.append(
            _(
                "Signed in by the code: %(booked)s who had booked by name (marked below), %(nameless)s without a name."
            )
            % words
        )
    if typed:
        names = {"names": ", ".join(typed)}
        said.append(_("Not among the bookings by name: %(names)s. These names go when you save.") % names)
    return " ".join(said)


def certificate_table(rows: Iterable[Certificate]) -> Table:
    def paper(one: Certificate) -> Any:
        return reference(reverse("training:certificate", args=[one.pk]), one.code)

    def stands(one: Certificate) -> Any:
        if one.withdrawn_at:
            return _("Withdrawn: %(because)s") % {"because": one.withdrawn_because}
        return link(
            reverse("training:certificate-withdraw", args=[one.pk]),
            _("Withdraw %(code)s") % {"code": one.code},
        )

    return Table(
        _("Certificates"),
        (
            Column(_("Name"), lambda c: c.attendance.trainee.name if c.attendance.trainee else "–"),
            Column(_("Code (PDF)"), paper),
            Column(_("Made"), lambda c: moment(c.issued_at)),
            Column(_("How it stands"), stands),
        ),
        rows,
        empty=_(
            "No certificate has been made for this session yet. Each holds a code that anybody can check."
        ),
    )


def checked(form: Check, found: queries.Checked | None) -> str:
    """What whoever checks a code is told; empty before anything was asked."""
    if not form.is_bound or not form.is_valid():
        return ""
    if found is None:
        return _("There is no certificate with this code. Look at the code again.")
    words = {"course": found.course, "day": day(found.held_on)}
    if not found.stands:
        return _("This certificate was withdrawn: %(course)s, %(day)s. It does not count.") % words
    said = _("This certificate is valid: %(course)s, %(day)s.") % words
    if not form.cleaned_data["name"]:
        return said
    fits = (
        _("The name you typed is the one on it.")
        if found.name_fits
        else _("The name you typed is not the one on it.")
    )
    return f"{said} {fits}"
