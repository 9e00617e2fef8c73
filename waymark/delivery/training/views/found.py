"""How the pages of training get their records, and how their form pages go."""

from __future__ import annotations

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from waymark.delivery.training import policies, queries
from waymark.delivery.training.actions import replacing
from waymark.delivery.training.forms.booking import Replace
from waymark.delivery.training.models import Booking, Course, Session
from waymark.delivery.training.permissions import Permission
from waymark.foundation.access import filling
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import load
from waymark.foundation.access.working_for import where_may
from waymark.foundation.places.models import Authority

SESSION = "training:session"

fill = partial(filling.fill, record=None, template="training/form.html")
"""A form page: `given` has `title`, `up` (where the way back leads) and `up_text`; `lead` and `button` if wanted.

With `record` it shows names, and writes that it was read.
"""


def actor_of(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined]


def session_of(request: HttpRequest, reference: str) -> Session:
    return load(queries.sessions(actor_of(request)), actor_of(request), reference=reference)


def course_of(request: HttpRequest, course_id: object) -> Course:
    return load(queries.courses(actor_of(request)), actor_of(request), pk=course_id)


def booking_of(request: HttpRequest, reference: str) -> Booking:
    found = Booking.objects.select_related(
        "session__taught__course__needs", "trainee", "institution", "organisation"
    )
    return load(found, actor_of(request), reference=reference)


def replace(request: HttpRequest, reference: str, page: str) -> HttpResponse:
    """Somebody else comes instead of whoever is booked; `page` is where the session is shown."""
    found, actor = booking_of(request, reference), actor_of(request)
    there, before = found.session.reference, found.session.taught.course.needs
    form = Replace(request.POST or None, version=found.version, before=before)
    return fill(
        request, form=form, may=policies.replace(actor, found),
        act=lambda said: replacing.replace(
            by=actor, booking=found, version=filling.version_of(request), instead=form.instead(),
            knows=form.knows(),
        ),
        given={
            "title": _("A colleague comes instead"), "caption": reference,
            "lead": _("The place stays where it is. Your colleague and whoever had the place get an email."),
            "up": reverse(page, args=[there]), "up_text": _("Back to the session"),
        },
        back=lambda done: (page, there),
    )  # fmt: skip


def authority_of(request: HttpRequest, permission: Permission, what: str) -> Authority:
    """Where whoever asks has that right in the role they act in. Http404 for nobody."""

    def may(actor: Actor, key: int) -> bool:
        return actor.may(permission) and actor.holds(f"authority:{key}:{what}")

    return Authority.objects.get(pk=where_may(request, may))


def booking_for(request: HttpRequest) -> int:
    """Whose training whoever asks may ask for and book. Http404 for nobody."""
    return where_may(request, lambda actor, key: actor.may_in(Permission.BOOK, key))


def planning_for(request: HttpRequest) -> Authority:
    return authority_of(request, Permission.PLAN, "training-plan")
