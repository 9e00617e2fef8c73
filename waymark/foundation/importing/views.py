"""Send a list, match its columns, see what is wrong, save what is good."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_GET, require_http_methods

from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import version_of
from waymark.foundation.access.loading import load
from waymark.foundation.access.working_for import where_may
from waymark.foundation.kernel.refusals import Refusal

from . import guessing, kinds, presenters
from .actions import files, layouts
from .forms import Match, Upload
from .models import Import
from .permissions import Permission

BOTH = require_http_methods(["GET", "POST"])


@requires(Permission.USE)
@BOTH
def begin(request: HttpRequest, code: str, about: str = "") -> HttpResponse:
    kind = kinds.find(code)
    authority_id = where_may(request, lambda actor, key: kind.may(actor, key, about))
    form = Upload(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data["list"]
        try:
            held = files.upload(
                by=request.actor, code=code, authority_id=authority_id, about=about, name=sent.name,  # type: ignore[attr-defined]
                content=sent.read(),
            )  # fmt: skip
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            return redirect("importing:match", held.pk)
    given = {"form": form, "kind": kind, "back_href": kind.page(about)}
    return render(request, "importing/begin.html", given)


@requires(Permission.USE)
@BOTH
def match(request: HttpRequest, import_id: UUID) -> HttpResponse:
    held, kind = _held(request, import_id, whole=True)
    if held.confirmed_at is not None:
        return redirect("importing:import", held.pk)
    before = None if held.matching else layouts.recall(request.actor, held)  # type: ignore[attr-defined]
    guessed = held.matching or (
        before.matching if before else guessing.guess(kind.fields, held.table["columns"])
    )
    columns = presenters.columns(held)
    form = Match(
        request.POST or None, asked=kind.fields, columns=columns, guessed=guessed, version=held.version
    )
    if request.method == "POST" and form.is_valid():
        try:
            files.match(
                by=request.actor, held=held, version=version_of(request), matching=form.matching  # type: ignore[attr-defined]
            )  # fmt: skip
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            return redirect("importing:import", held.pk)
    return render(
        request, "importing/match.html", {"form": form, "kind": kind, "held": held, "before": before}
    )


@requires(Permission.USE)
@BOTH
def show(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """How far it is, what is wrong, and the button that saves; afterwards, what came of it."""
    held, kind = _held(request, import_id)
    if held.matched_at is None:
        return redirect("importing:match", held.pk)
    refused = ""
    if request.method == "POST":
        try:
            files.confirm(by=request.actor, held=held, version=version_of(request))  # type: ignore[attr-defined]
        except Refusal as refusal:
            refused = str(refusal)
        else:
            return redirect("importing:import", held.pk)
    given: dict[str, Any] = {
        "held": held,
        "kind": kind,
        "refused": refused,
        "back_href": kind.page(held.about),
    }
    if held.bad and not held.is_waiting:
        given["faults"] = presenters.faults(kind, held)
    return render(request, "importing/import.html", given)


@requires(Permission.USE)
@require_GET
def to_mend(request: HttpRequest, import_id: UUID) -> HttpResponse:
    """The rows with a fault, given back to whoever sent them."""
    held, kind = _held(request, import_id, whole=True)
    answer = HttpResponse(presenters.to_mend(kind, held), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="rows-to-mend.csv"'
    add_never_cache_headers(answer)
    return answer


def _held(request: HttpRequest, import_id: UUID, whole: bool = False) -> tuple[Import, kinds.Importable]:
    """The import of whoever asks; its rows only where they are needed."""
    found = Import.objects.all() if whole else Import.objects.defer("table")
    held = load(found, request.actor, pk=import_id)  # type: ignore[attr-defined]
    return held, kinds.find(held.kind)
