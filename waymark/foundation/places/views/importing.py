"""An administrator loads a register: upload, see what it would change, do it.

The access part stands above this one, so these views come without a door: `doors(...)` gives them theirs.
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods

from waymark.foundation.interface.doors import View
from waymark.foundation.kernel.refusals import Refusal
from waymark.foundation.places import presenters
from waymark.foundation.places.actions import importing as actions
from waymark.foundation.places.forms.importing import Upload
from waymark.foundation.places.models import RegisterUpload


def upload(request: HttpRequest) -> HttpResponse:
    form = Upload(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        register = form.cleaned_data["register"]
        try:
            held = actions.upload(by=request.actor, name=register.name, content=register.read())  # type: ignore[attr-defined]
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            return redirect("places-import:preview", held.pk)
    return render(request, "places/import_upload.html", {"form": form})


def preview(request: HttpRequest, upload_id: UUID) -> HttpResponse:
    """What the register would change; after a post, what it changed."""
    held = get_object_or_404(RegisterUpload.objects.defer("content"), pk=upload_id)
    refused = ""
    if request.method == "POST":
        try:
            actions.take(by=request.actor, upload=held)  # type: ignore[attr-defined]
        except Refusal as refusal:
            refused = str(refusal)
        else:
            return redirect("places-import:preview", held.pk)
    context = {
        "held": held,
        "shown": held.shown,
        "fields": presenters.fields_changed(held.shown.get("fields", [])),
        "refused": refused,
    }
    return render(request, "places/import_preview.html", context)


def urls(door: Callable[[View], View]) -> tuple[list[URLPattern], str]:
    """For `include()`: the two pages behind `door`, as `places-import:upload` and `places-import:preview`."""
    ways = require_http_methods(["GET", "HEAD", "POST"])
    return (
        [
            path("", ways(door(upload)), name="upload"),
            path("<uuid:upload_id>/", ways(door(preview)), name="preview"),
        ],
        "places-import",
    )
