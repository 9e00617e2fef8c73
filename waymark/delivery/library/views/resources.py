"""The resource library: the list, one resource; added, changed, looked at again, taken out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from waymark.delivery.library import forms, link_checks, policies, queries, shown
from waymark.delivery.library.actions import resources
from waymark.delivery.library.models import Resource, TaughtWith
from waymark.delivery.library.permissions import Permission
from waymark.delivery.training.permissions import Permission as Training
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import version_of
from waymark.foundation.access.loading import load
from waymark.foundation.interface import filters
from waymark.foundation.kernel import clock
from waymark.foundation.ledger import reads
from waymark.foundation.vault import clamd, serving
from waymark.foundation.vault import presenters as documents
from waymark.foundation.vault.models import Document
from waymark.foundation.vault.policies import open_document

from .found import actor_of, asked, authority_of, fill, owners_of, resource_of, with_table

BOTH = require_http_methods(["GET", "POST"])
LISTED, LATE, OUT = "listed", "late", "out"


@requires(Permission.READ)
@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """What stands in the list; those who keep it see what was taken out, too."""
    actor = actor_of(request)
    keeps = actor.may(Permission.KEEP)
    given = with_table(asked(request, queries.resources(actor), *([_standing()] if keeps else [])))
    return render(request, "library/resources.html", {**given, "keeps": keeps})


def _standing() -> filters.One:
    choices = [
        (LISTED, _("In the list")), (LATE, _("Past its review")), (OUT, _("Taken out of the list")),
    ]  # fmt: skip
    return filters.One("stands", _("How it stands"), choices, _narrowed, public=True)


def _narrowed(found: QuerySet[Resource], value: str) -> QuerySet[Resource]:
    if value == LATE:
        return queries.past_review(found, clock.today())
    return found.filter(taken_out_at__isnull=value == LISTED)


@requires(Permission.READ)
@require_GET
def one(request: HttpRequest, reference: str) -> HttpResponse:
    found, actor = resource_of(request, reference), actor_of(request)
    policies.read(actor, found).require()
    keeps = bool(policies.keep(actor, found.authority_id))
    rows = [*shown.resource_rows(found), *shown.taught_rows(_taught(actor, found))]
    given = {
        "resource": found, "rows": rows, "site": shown.site(found), "keeps": keeps,
        "may_change": bool(policies.change(actor, found)), "checks": link_checks.is_on(),
        "reviews": shown.review_table(found.reviews.select_related("looked_by")) if keeps else None,
        "documents": documents.of_record(actor, found), "documents_href": documents.url("documents", found),
    }  # fmt: skip
    return render(request, "library/resource.html", given)


def _taught(actor: Actor, found: Resource) -> Iterable[TaughtWith]:
    return queries.versions_with(actor, found) if actor.may(Training.SEE) else ()


@requires(Permission.READ, shows=Document)
@require_GET
def document(request: HttpRequest, resource_id: UUID, document_id: UUID) -> HttpResponse:
    """A document of a resource that somebody may read, as a file to keep."""
    actor = actor_of(request)
    found = load(queries.resources(actor), actor, pk=resource_id)
    policies.read(actor, found).require()
    held = Document.objects.filter(about_table=found._meta.db_table, about_id=found.pk)
    one = load(held, actor, pk=document_id)
    open_document(actor, one, checker_runs=clamd.is_there()).require()
    response = serving.served(one)
    reads.note(request, one)
    return response  # type: ignore[return-value]  # the same to the middleware


@requires(Permission.KEEP)
@BOTH
def add(request: HttpRequest) -> HttpResponse:
    authority_id, actor = authority_of(request), actor_of(request)
    form = forms.Describe(
        request.POST or None, owners=owners_of(authority_id), initial={"owner": str(actor.user_id)}
    )
    return fill(
        request, form=form, may=policies.keep(actor, authority_id), record=None,
        act=lambda said: resources.add(
            by=actor, authority_id=authority_id, said=form.said(), review_on=said["review_on"]
        ),
        given={"title": _("Add a resource"), "up": reverse("library:resources"), "up_text": _("Resource library")},
        back=lambda done: ("library:resource", done.reference),
    )  # fmt: skip


def _up(found: Resource) -> dict[str, Any]:
    here = reverse("library:resource", args=[found.reference])
    return {"up": here, "up_text": _("Back to the resource"), "caption": found.title}


@requires(Permission.KEEP)
@BOTH
def change(request: HttpRequest, reference: str) -> HttpResponse:
    found, actor = resource_of(request, reference), actor_of(request)
    held = {name: getattr(found, name) for name in forms.Describe.base_fields}
    form = forms.Describe(
        request.POST or None, owners=owners_of(found.authority_id), first=False, version=found.version,
        initial=held | {"owner": str(found.owner_id)},
    )  # fmt: skip
    return fill(
        request, form=form, may=policies.change(actor, found), record=None,
        act=lambda said: resources.change(
            by=actor, resource=found, version=version_of(request), said=form.said()
        ),
        given={"title": _("Change this resource"), **_up(found)}, back=("library:resource", reference),
    )  # fmt: skip


@requires(Permission.KEEP)
@BOTH
def review(request: HttpRequest, reference: str) -> HttpResponse:
    found, actor = resource_of(request, reference), actor_of(request)
    form = forms.LookAgain(request.POST or None, link=bool(found.link), version=found.version)
    return fill(
        request, form=form, may=policies.change(actor, found), record=None,
        act=lambda said: resources.review(
            by=actor, resource=found, version=version_of(request), next_on=said["next_on"],
            link_works=said.get("link_works"),
        ),
        given={
            "title": _("I have looked at it again"), **_up(found),
            "lead": _("Is it still right, and still the newest? If not, change it or take it out of the list."),
        },
        back=("library:resource", reference),
    )  # fmt: skip


@requires(Permission.KEEP)
@BOTH
def take_out(request: HttpRequest, reference: str) -> HttpResponse:
    found, actor = resource_of(request, reference), actor_of(request)
    return fill(
        request, form=forms.Because(request.POST or None, version=found.version), record=None,
        may=policies.change(actor, found),
        act=lambda said: resources.take_out(
            by=actor, resource=found, version=version_of(request), because=said["because"]
        ),
        given={
            "title": _("Take it out of the list"), **_up(found),
            "lead": _("Nobody sees it any more but those who keep the library. It cannot be put back."),
        },
        back=("library:resource", reference),
    )  # fmt: skip
