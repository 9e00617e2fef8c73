"""Training sessions: the list, one of them, planned, moved, cancelled, booked, who came, the sheet to sign."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from waymark.delivery.training import beside, policies, presenters, queries, session_page, sheet
from waymark.delivery.training.actions import attending, booking, sessions
from waymark.delivery.training.forms.attending import Attend
from waymark.delivery.training.forms.booking import Book
from waymark.delivery.training.forms.planning import PlanSession
from waymark.delivery.training.models import Course, CourseVersion, Session
from waymark.delivery.training.permissions import Permission
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import shown, version_of
from waymark.foundation.interface import paging
from waymark.foundation.interface.forms import Form
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Refusal
from waymark.foundation.ledger import reads
from waymark.foundation.meetings.forms.planning import Cancel, Plan, first

from .found import SESSION, actor_of, booking_of, fill, planning_for, session_of
from .found import replace as replaced

TOLD = gettext_lazy("Everybody who has a place or waits for one is told.")
BOTH = require_http_methods(["GET", "POST"])


@requires(Permission.SEE)
@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """Those to come, or (`?past`) those that are over."""
    actor, past = actor_of(request), "past" in request.GET
    found = queries.over(actor, clock.now()) if past else queries.to_come(actor, clock.now())
    order = ("-starts_at", "id") if past else ("starts_at", "id")
    page = paging.page(found, request, order)
    given = {"table": presenters.session_table(page.rows), "page": page, "past": past}
    return render(request, "training/sessions.html", given | {"plans": actor.may(Permission.PLAN)})


def _up(reference: str = "") -> dict[str, str]:
    if reference:
        return {
            "up": reverse(SESSION, args=[reference]),
            "up_text": _("Back to the session"),
            "caption": reference,
        }
    return {"up": reverse("training:sessions"), "up_text": _("Training")}


@requires(Permission.SEE, shows=Session)
@require_GET
def session(request: HttpRequest, reference: str) -> HttpResponse:
    found = session_of(request, reference)
    page = session_page.Page.of(actor_of(request), found, clock.now())
    given = {"session": found, "shown": page, "beside": beside.links_of(actor_of(request), [found])[found.pk]}
    return shown(request, found, "training/session.html", given)


def planning_form(
    request: HttpRequest, authority_id: int, **given: Any
) -> tuple[PlanSession, dict[str, Course]]:
    """The form, and the courses that it offers, by key."""
    courses = {str(one.pk): one for one in queries.courses(actor_of(request)).filter(ended_on__isnull=True)}
    form = PlanSession(
        request.POST or None,
        courses=[(key, f"{one.name} ({one.audience.name})") for key, one in courses.items()],
        places=presenters.places(authority_id),
        trainers=[(str(key), name) for key, name in queries.trainers(authority_id).items()],
        **given,
    )
    return form, courses


def taught_on(courses: dict[str, Course], form: PlanSession) -> CourseVersion:
    """The version of the chosen course that is taught on the chosen day. Refusal when there is none."""
    day = clock.uk_date(form.when().starts_at)
    taught = queries.taught_on(courses[form.cleaned_data["course"]], day)
    if taught is None:
        raise Refusal(_("This course is not taught yet on that day."), field="day")
    return taught


@requires(Permission.PLAN)
@BOTH
def plan(request: HttpRequest) -> HttpResponse:
    authority, actor = planning_for(request), actor_of(request)
    form, courses = planning_form(request, authority.pk)
    return fill(
        request, form=form, may=policies.plans(actor, authority.pk),
        act=lambda said: sessions.plan(by=actor, taught=taught_on(courses, form), when=form.when(), how=form.how()),
        given={"title": _("Plan a session"), **_up()}, back=lambda done: (SESSION, done.reference),
    )  # fmt: skip


@requires(Permission.PLAN)
@BOTH
def move(request: HttpRequest, reference: str) -> HttpResponse:
    found, actor = session_of(request, reference), actor_of(request)
    form = Plan(request.POST or None, version=found.version, initial=first(found))
    return fill(
        request, form=form, may=policies.change_session(actor, found),
        act=lambda said: sessions.move(by=actor, session=found, version=version_of(request), when=form.when()),
        given={"title": _("Move the session"), "lead": TOLD, **_up(reference)},
        back=lambda done: (SESSION, reference),
    )  # fmt: skip


@requires(Permission.PLAN)
@BOTH
def cancel(request: HttpRequest, reference: str) -> HttpResponse:
    found, actor = session_of(request, reference), actor_of(request)
    return fill(
        request, form=Cancel(request.POST or None, version=found.version), may=policies.change_session(actor, found),
        act=lambda said: sessions.cancel(by=actor, session=found, version=version_of(request), because=said["because"]),
        given={"title": _("Cancel the session"), "lead": TOLD, **_up(reference)},
        back=lambda done: (SESSION, reference),
    )  # fmt: skip


@requires(Permission.PLAN)
@BOTH
def book(request: HttpRequest, reference: str) -> HttpResponse:
    """By whoever plans, for anybody."""
    found, actor = session_of(request, reference), actor_of(request)
    form = Book(
        request.POST or None,
        places=presenters.places(found.authority_id),
        roles=presenters.roles(found.authority_id),
        before=found.taught.course.needs,
    )
    return fill(
        request, form=form, may=policies.book(actor, found),
        act=lambda said: booking.book(by=actor, session=found, where=form.where(), **form.asked()),
        given={"title": _("Book places"), **_up(reference)}, back=lambda done: (SESSION, reference),
    )  # fmt: skip


@requires(Permission.PLAN)
@BOTH
def cancel_booking(request: HttpRequest, reference: str) -> HttpResponse:
    """`reference` is the booking’s."""
    found, actor = booking_of(request, reference), actor_of(request)
    return fill(
        request, form=Form(request.POST or None, version=found.version), may=policies.cancel_booking(actor, found),
        act=lambda said: booking.cancel(by=actor, booking=found, version=version_of(request)),
        given={
            "title": _("Cancel a booking"), "lead": _("Whoever booked is told. Somebody who waits gets the place."),
            **_up(found.session.reference), "caption": reference,
        },
        back=lambda done: (SESSION, found.session.reference),
    )  # fmt: skip


@requires(Permission.PLAN)
@BOTH
def replace(request: HttpRequest, reference: str) -> HttpResponse:
    """`reference` is the booking’s."""
    return replaced(request, reference, SESSION)


@requires(Permission.TEACH, shows=Session)
@BOTH
def attend(request: HttpRequest, reference: str) -> HttpResponse:
    found, actor = session_of(request, reference), actor_of(request)
    sign_ins = list(found.sign_ins.filter(settled_at__isnull=True))
    form = Attend(
        request.POST or None, version=found.version, signed=frozenset(one.booking_id for one in sign_ins),
        bookings=list(queries.standing(found).select_related("attendance")),
        others=list(queries.walked_in(found)),
        places=presenters.places(found.authority_id), roles=presenters.roles(found.authority_id),
    )  # fmt: skip
    return fill(
        request, form=form, may=policies.take_attendance(actor, found), record=found,
        act=lambda said: attending.take(
            by=actor, session=found, version=version_of(request), of_bookings=form.of_bookings(), others=form.others()
        ),
        given={
            "title": _("Who came?"), "button": _("Save who came"), **_up(reference),
            "lead": presenters.attendance_lead(sign_ins),
        },
        back=lambda done: (SESSION, reference),
    )  # fmt: skip


@requires(Permission.TEACH, shows=Session)
@require_GET
def sign_in(request: HttpRequest, reference: str) -> HttpResponse:
    """The sheet that people sign when they come, as a PDF."""
    found = session_of(request, reference)
    reads.note(request, found)
    answer = HttpResponse(sheet.of(found, actor_of(request)), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{found.reference}.pdf"'
    return answer
