"""What a version of a course is taught with: shown to the training team, chosen by those who keep the library."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from waymark.delivery.library import forms, policies, queries, shown
from waymark.delivery.library.actions import teaching
from waymark.delivery.library.permissions import Permission
from waymark.delivery.training.models import CourseVersion
from waymark.delivery.training.permissions import Permission as Training
from waymark.foundation.access.doors import requires
from waymark.foundation.access.loading import load

from .found import actor_of, fill


def _taught(request: HttpRequest, version_id: UUID) -> CourseVersion:
    return load(CourseVersion.objects.select_related("course"), actor_of(request), pk=version_id)


def _caption(taught: CourseVersion) -> str:
    return _("%(course)s, version %(number)s") % {"course": taught.course.name, "number": taught.number}


@requires(Training.SEE)
@require_GET
def listing(request: HttpRequest, version_id: UUID) -> HttpResponse:
    taught, actor = _taught(request, version_id), actor_of(request)
    table, note = shown.taught_with(actor, taught)
    given = {
        "taught": taught, "caption": _caption(taught), "table": table, "note": note,
        "chooses": bool(policies.teach_with(actor, taught)),
    }  # fmt: skip
    return render(request, "library/taught.html", given)


@requires(Permission.KEEP)
@require_http_methods(["GET", "POST"])
def choose(request: HttpRequest, version_id: UUID) -> HttpResponse:
    """What was taken out of the list is not offered any more: to save leaves it out."""
    taught, actor = _taught(request, version_id), actor_of(request)
    listed = queries.resources(actor).filter(taken_out_at__isnull=True).order_by("title", "id")
    offered = [(str(one.pk), shown.offered(one)) for one in listed]
    held = [str(one.pk) for one in queries.taught_with(actor, taught)[0]]

    def act(said: dict[str, Any]) -> CourseVersion:
        return teaching.teach_with(by=actor, taught=taught, resources=[UUID(key) for key in said["keys"]])

    return fill(
        request, form=forms.TeachWith(request.POST or None, offered=offered, initial={"keys": held}), record=None,
        may=policies.teach_with(actor, taught), act=act,
        given={
            "title": _("Choose what it is taught with"), "caption": _caption(taught), "button": _("Save"),
            "up": reverse("library:taught", args=[taught.pk]), "up_text": _("Back to the version"),
            "lead": "" if offered else _("There is nothing in the library yet. Add it there first."),
        },
        back=("library:taught", taught.pk),
    )  # fmt: skip
