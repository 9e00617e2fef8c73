"""What those see who book for their own people: requests, bookings, sessions that are open to them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import QuerySet, Sum
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from waymark.foundation.access.actors import Actor
from waymark.foundation.interface.moments import moment
from waymark.foundation.interface.tables import Column, Table, reference
from waymark.foundation.kernel import clock
from waymark.foundation.places.models import Organisation

from . import declared_shown, kept, links, policies, queries, worklist
from .actions.booking import Where
from .forms.attending import place_of
from .models import Booking, KeptPlaces, Session, TrainingRequest
from .presenters import answer_by, kept_lines, row, when_and_where
from .states import BOOKING_WORDS, OVER, REQUEST_WORDS, BookingState, RequestState, SessionState

ALL_BOOKED = gettext_noop(
    "You have booked at each session that is open now. Open it under “Your bookings” to book for more people."
)


def works_at(actor: Actor, authority_id: int) -> Where | None:
    """Where in that authority the people of whoever books work, if it is known: not of a visitor. One query."""
    found = (
        Organisation.objects.filter(pk=actor.organisation_id, authority=authority_id).first()
        if actor.organisation_id
        else None
    )
    if found is None:
        return None
    if found.institution_id:
        return Where(institution_id=found.institution_id)
    return Where(organisation_id=found.pk)


def requests(actor: Actor) -> QuerySet[TrainingRequest]:
    found = TrainingRequest.objects.visible_to(actor)
    return found.select_related(
        "audience", "institution", "organisation", "owner", "session", "asked_by", "visitor"
    )


def _own(actor: Actor) -> dict[str, Any]:
    return {"visitor_id": actor.visitor_id} if actor.kind == "visitor" else {"booked_by_id": actor.user_id}


@dataclass(frozen=True)
class Page:
    asked: Table
    booked: Table
    open: Table
    declared: Table

    @staticmethod
    def of(actor: Actor, at: datetime) -> Page:
        own = {"visitor_id": actor.visitor_id} if actor.kind == "visitor" else {"asked_by_id": actor.user_id}
        booked = Booking.objects.visible_to(actor).filter(**_own(actor)).exclude(state__in=OVER)
        places = dict(booked.values_list("session_id").annotate(all=Sum("number")))
        mine = list(queries.to_come(actor, at).filter(pk__in=places)[:50])
        open_ = (
            queries.to_come(actor, at)
            .filter(state=SessionState.PLANNED, starts_at__gt=at)
            .exclude(pk__in=places)
        )
        if not any(actor.holds(f"authority:{key}:training") for key in actor.authority_ids):
            open_ = open_.filter(grants__meets=list(actor.grants))
        by = (
            {"visitor_id": actor.visitor_id} if actor.kind == "visitor" else {"declared_by_id": actor.user_id}
        )
        declared = queries.declared(actor).filter(**by).order_by("-declared_at")[:50]
        booked_all = any(not one.has_begun(at) for one in mine)
        return Page(
            declared=declared_shown.table(declared, "mine-declared"),
            asked=_asked(requests(actor).filter(**own).order_by("-asked_at")[:20]),
            booked=_sessions(_("Your bookings"), mine, _("You have booked no place."), places),
            open=_sessions(
                _("Sessions you can book"),
                open_.prefetch_related("kept")[:50],
                _(ALL_BOOKED) if booked_all else _("No session is open now. Ask for training."),
                None,
            ),
        )


def _sessions(caption: str, rows: Any, empty: str, places: dict[Any, int] | None) -> Table:
    def last(one: Session) -> int:
        return places[one.pk] if places is not None else kept.room(one, kept.standing(one, clock.today()))

    label = _("Places you booked") if places is not None else _("Places left")
    return Table(
        caption,
        (
            Column(
                _("Session"),
                lambda s: reference(reverse("training:offered", args=[s.reference]), s.reference),
            ),
            Column(_("Course"), lambda s: s.taught.course.name),
            Column(_("When"), lambda s: moment(s.starts_at)),
            Column(_("Where"), lambda s: s.place or _("Online")),
            Column(label, last, number=True),
        ),
        rows,
        empty=empty,
    )


def _asked(rows: Any) -> Table:
    return Table(
        _("What you asked for"),
        (
            Column(
                _("Request"), lambda r: reference(reverse("training:asked", args=[r.reference]), r.reference)
            ),
            Column(_("Asked"), lambda r: moment(r.asked_at)),
            Column(_("How it stands"), lambda r: str(REQUEST_WORDS[RequestState(r.state)])),
        ),
        rows,
        empty=_(
            "You have asked for nothing yet. When you do, you see here who answers, and when there is a date."
        ),
    )


@dataclass(frozen=True)
class Asked:
    """One request, with what came of it. `whole`: with how to reach whoever asked."""

    summary: list[dict[str, Any]]
    session: str

    @staticmethod
    def of(request: TrainingRequest, whole: bool = False) -> Asked:
        where = str(request.institution or request.organisation or request.elsewhere)
        rows = [
            row(_("How it stands"), str(REQUEST_WORDS[RequestState(request.state)])),
            row(_("For"), where),
            row(_("Who will come"), str(request.audience or "–")),
            row(_("How many"), request.number),
            row(_("When"), request.wished or "–"),
            row(_("About"), request.words or "–"),
            row(_("Asked"), moment(request.asked_at)),
            row(_("Who answers"), request.owner.get_full_name() if request.owner else _("Nobody yet")),
        ]
        if request.declined_because:
            rows.append(row(_("Why not"), request.declined_because))
        if whole:
            asker = request.asked_by or request.visitor
            rows += [row(_("Asked by"), request.name), row(_("Email"), asker.email if asker else "–")]
            rows.append(row(_("Phone"), request.phone or "–"))
            if request.state == RequestState.ASKED:
                due = worklist.answer_by([request])
                rows.append(row(_("Answer by"), answer_by(due.get(request.pk))))
        return Asked(rows, request.session.reference if request.session else "")


@dataclass(frozen=True)
class Offered:
    summary: list[dict[str, Any]]
    bookings: list[dict[str, Any]]
    kept: list[str]
    may_book: bool

    @staticmethod
    def of(actor: Actor, session: Session, at: datetime) -> Offered:
        held = queries.standing(session).filter(**_own(actor))
        open_ = not session.has_begun(at) and session.state != SessionState.CANCELLED
        lines = [_line(one, open_) for one in held]
        day = clock.uk_date(at)
        standing = [one for one in queries.kept_of(session) if one.released_at is None and day < one.until]
        rows = [*when_and_where(session), *_left(actor, session, standing)]
        return Offered(rows, lines, kept_lines(standing), bool(policies.book(actor, session, at)))


def _left(actor: Actor, session: Session, standing: list[KeptPlaces]) -> list[dict[str, Any]]:
    """For everybody; and, where some are kept for people of whoever looks, for them."""
    rows = [row(_("Places left"), kept.room(session, standing))]
    where = works_at(actor, session.authority_id) if standing else None
    mine = kept.matching(standing, where.institution_id, where.organisation_id) if where else None
    if mine is not None:
        rows.append(row(_("Places left for your people"), kept.room(session, standing, mine)))
    return rows


def _line(booking: Booking, open_: bool) -> dict[str, Any]:
    who = (
        booking.trainee.name
        if booking.trainee
        else _("%(number)s without names") % {"number": booking.number}
    )
    words = {"who": who, "where": place_of(booking), "stands": BOOKING_WORDS[BookingState(booking.state)]}
    answers = open_ and booking.state == BookingState.OFFERED
    return {
        "text": _("%(who)s, %(where)s: %(stands)s") % words,
        "who": who,
        "href": reverse("training:mine-cancel", args=[booking.reference]) if open_ else "",
        "replace": reverse("training:mine-replace", args=[booking.reference])
        if open_ and booking.trainee and booking.state == BookingState.CONFIRMED
        else "",
        "answer": links.to_place(booking) if answers else "",
    }
