"""Courses and their versions, and the lists that the authority keeps."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from waymark.delivery.training import policies, presenters, queries
from waymark.delivery.training.actions import catalogue
from waymark.delivery.training.forms import catalogue as forms
from waymark.delivery.training.models import Audience, Course, StaffRole
from waymark.delivery.training.permissions import Permission
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import version_of
from waymark.foundation.access.loading import load
from waymark.foundation.interface.forms import Form

from .found import actor_of, course_of, fill, planning_for

BOTH = require_http_methods(["GET", "POST"])
LISTS: dict[str, type[Audience] | type[StaffRole]] = {"audiences": Audience, "roles": StaffRole}
CONTENT = ("aims", "minutes", "materials", "trainer_notes")


@requires(Permission.SEE)
@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    actor = actor_of(request)
    held = list(queries.courses(actor)[:300])
    given = {"table": presenters.course_table(held), "plans": actor.may(Permission.PLAN), "begun": bool(held)}
    return render(request, "training/courses.html", given)


def _up(course: Course | None = None) -> dict[str, str]:
    if course is not None:
        there = reverse("training:course", args=[course.pk])
        return {"up": there, "up_text": _("Back to the course"), "caption": course.name}
    return {"up": reverse("training:courses"), "up_text": _("Courses")}


@requires(Permission.PLAN)
@BOTH
def begin(request: HttpRequest) -> HttpResponse:
    """The usual lists and courses."""
    authority, actor = planning_for(request), actor_of(request)
    return fill(
        request, form=Form(request.POST or None), may=policies.plans(actor, authority.pk),
        act=lambda said: catalogue.begin(by=actor, authority=authority),
        given={
            "title": _("Begin with the usual courses"), **_up(),
            "lead": _("You get the courses of GOV.UK, one course for each kind of school, and the lists of audiences "
                      "and roles. Change or end each of them as you need."),
        },
        back=lambda done: ("training:courses",),
    )  # fmt: skip


@requires(Permission.SEE)
@require_GET
def course(request: HttpRequest, course_id: UUID) -> HttpResponse:
    found, actor = course_of(request, course_id), actor_of(request)
    given = {
        "course": found,
        "shown": presenters.CoursePage.of(found, actor),
        "plans": bool(policies.change_course(actor, found)),
    }
    return render(request, "training/course.html", given)


@requires(Permission.PLAN)
@BOTH
def add(request: HttpRequest) -> HttpResponse:
    authority, actor = planning_for(request), actor_of(request)
    audiences = {str(one.pk): one for one in queries.offered(Audience, authority.pk)}
    courses = {str(one.pk): one for one in queries.courses(actor).filter(ended_on__isnull=True)}
    form = forms.AddCourse(
        request.POST or None, audiences=[(key, one.name) for key, one in audiences.items()],
        courses=[(key, one.name) for key, one in courses.items()],
    )  # fmt: skip

    def act(said: dict[str, Any]) -> Course:
        given = said | {"audience": audiences[said["audience"]], "needs": courses.get(said["needs"])}
        return catalogue.add_course(by=actor, **given)[0]

    return fill(
        request, form=form, may=policies.plans(actor, authority.pk), act=act,
        given={"title": _("Add a course"), **_up()}, back=lambda done: ("training:course", done.pk),
    )  # fmt: skip


@requires(Permission.PLAN)
@BOTH
def add_version(request: HttpRequest, course_id: UUID) -> HttpResponse:
    found, actor = course_of(request, course_id), actor_of(request)
    newest = found.versions.first()
    before = {name: getattr(newest, name) for name in CONTENT} if newest else {}
    return fill(
        request, form=forms.AddVersion(request.POST or None, initial=before), may=policies.change_course(actor, found),
        act=lambda said: catalogue.add_version(by=actor, course=found, **said),
        given={
            "title": _("Add a new version"), **_up(found),
            "lead": _("What was taught before stays with the sessions at which it was taught."),
        },
        back=lambda done: ("training:course", found.pk),
    )  # fmt: skip


@requires(Permission.PLAN)
@BOTH
def end(request: HttpRequest, course_id: UUID) -> HttpResponse:
    found, actor = course_of(request, course_id), actor_of(request)
    return fill(
        request, form=Form(request.POST or None, version=found.version), may=policies.change_course(actor, found),
        act=lambda said: catalogue.end_course(by=actor, course=found, version=version_of(request)),
        given={
            "title": _("End this course"), "lead": _("No new session of it can be planned. What was taught stays."),
            **_up(found),
        },
        back=lambda done: ("training:course", found.pk),
    )  # fmt: skip


def _list_of(code: str) -> type[Audience] | type[StaffRole]:
    try:
        return LISTS[code]
    except KeyError as unknown:
        raise Http404 from unknown


@requires(Permission.PLAN)
@require_GET
def lists(request: HttpRequest) -> HttpResponse:
    """Audiences, and roles of those who are trained."""
    authority = planning_for(request)
    given = {code: queries.lines(model, authority.pk) for code, model in LISTS.items()}
    return render(request, "training/lists.html", given)


@requires(Permission.PLAN)
@BOTH
def add_line(request: HttpRequest, code: str) -> HttpResponse:
    authority, actor, list_of = planning_for(request), actor_of(request), _list_of(code)
    titles = {"audiences": _("Add an audience"), "roles": _("Add a role")}
    return fill(
        request, form=forms.AddLine(request.POST or None), may=policies.plans(actor, authority.pk),
        act=lambda said: catalogue.add_line(by=actor, authority=authority, list_of=list_of, **said),
        given={"title": titles[code], "up": reverse("training:lists"), "up_text": _("Lists")},
        back=lambda done: ("training:lists",),
    )  # fmt: skip


@requires(Permission.PLAN)
@BOTH
def end_line(request: HttpRequest, code: str, line_id: UUID) -> HttpResponse:
    actor = actor_of(request)
    found = load(_list_of(code).objects.all(), actor, pk=line_id)
    return fill(
        request, form=Form(request.POST or None), may=policies.plans(actor, found.authority_id),
        act=lambda said: catalogue.end_line(by=actor, line=found),
        given={
            "title": _("Take off the list"), "caption": found.name, "up": reverse("training:lists"),
            "up_text": _("Lists"), "lead": _("It is not offered any more. What names it stays as it is."),
        },
        back=lambda done: ("training:lists",),
    )  # fmt: skip
