"""The page of a person, and the pages that change it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from waymark.foundation.access.decisions import Decision
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import fill, shown, version_of
from waymark.foundation.access.loading import load
from waymark.foundation.interface.forms import Form
from waymark.foundation.kernel import clock
from waymark.pathway.people import actions, policies, presenters
from waymark.pathway.people.forms import equality
from waymark.pathway.people.forms import person as forms
from waymark.pathway.people.models import Person
from waymark.pathway.people.permissions import Permission

BOTH = require_http_methods(["GET", "POST"])
FORM = "people/form.html"


def person_of(request: HttpRequest, reference: str) -> Person:
    """The person of that reference, if the actor may see them; otherwise there is none (404)."""
    return load(Person.objects.all(), request.actor, reference=reference)


@requires(Permission.READ, shows=Person)
def record(request: HttpRequest, reference: str) -> HttpResponse:
    """Everything on record of who the person is, with where it comes from."""
    person = person_of(request, reference)
    return shown(request, person, "people/person.html", presenters.page(person))


@requires(Permission.CHANGE, shows=Person)
@BOTH
def correct_name(request: HttpRequest, reference: str) -> HttpResponse:
    person = person_of(request, reference)
    form = forms.Name(request.POST or None, version=person.version)
    return _page(
        request,
        person,
        form,
        lambda given: actions.correct_name(
            by=request.actor, person=person, version=version_of(request), name=form.parts()
        ),
        "correct_name",
    )


@requires(Permission.CHANGE, shows=Person)
@BOTH
def add_name(request: HttpRequest, reference: str) -> HttpResponse:
    person = person_of(request, reference)
    form = forms.AnotherName(request.POST or None)
    return _page(
        request,
        person,
        form,
        lambda given: actions.add_name(by=request.actor, person=person, name=form.parts()),
        "add_name",
    )


@requires(Permission.CHANGE, shows=Person)
@BOTH
def change_birth(request: HttpRequest, reference: str) -> HttpResponse:
    person = person_of(request, reference)
    held = presenters.birth_initial(person)
    form = forms.ChangeBirth(request.POST or None, version=person.version, initial=held)
    return _page(
        request,
        person,
        form,
        lambda given: actions.change_birth(
            by=request.actor, person=person, version=version_of(request), birth=form.birth()
        ),
        "change_birth",
    )


@requires(Permission.CHANGE, shows=Person)
@BOTH
def add_address(request: HttpRequest, reference: str) -> HttpResponse:
    person = person_of(request, reference)
    form = forms.AddAddress(request.POST or None)
    return _page(
        request,
        person,
        form,
        lambda given: actions.add_address(by=request.actor, person=person, address=form.parts()),
        "add_address",
    )


@requires(Permission.EQUALITY_RECORD, shows=Person)
@BOTH
def record_equality(request: HttpRequest, reference: str) -> HttpResponse:
    """Written, never shown: the page is empty however often it is opened."""
    person = person_of(request, reference)
    return _page(
        request,
        person,
        equality.Equality(request.POST or None, age=person.age_on(clock.today())),
        lambda given: actions.record_equality(by=request.actor, person=person, answers=given),
        "equality",
        may=policies.equality_record(request.actor, person),
        more=presenters.equality_answered(person),
    )


def _page(
    request: HttpRequest,
    person: Person,
    form: Form,
    act: Callable[[dict[str, Any]], Any],
    about: str,
    may: Decision | None = None,
    more: str = "",
) -> HttpResponse:
    given = {
        "person": person,
        "title": presenters.TITLES[about],
        "intro": presenters.INTROS[about],
        "more": more,
    }
    return fill(
        request,
        form=form,
        may=may or policies.change(request.actor, person),
        act=act,
        record=person,
        template=FORM,
        given=given,
        back=("people:person", person.reference),
    )
