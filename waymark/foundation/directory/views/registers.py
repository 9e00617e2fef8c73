"""Somebody loads a register: upload, see what it would change, do it."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods

from waymark.foundation.access.doors import requires
from waymark.foundation.accounts.stepping_up import step_up
from waymark.foundation.directory import presenters
from waymark.foundation.directory.actions import registers as actions
from waymark.foundation.directory.forms.registers import Upload
from waymark.foundation.directory.permissions import Permission
from waymark.foundation.kernel.refusals import Refusal
from waymark.foundation.places.models import RegisterUpload

WAYS = require_http_methods(["GET", "HEAD", "POST"])


@requires(Permission.IMPORT)
@step_up
@WAYS
def upload(request: HttpRequest) -> HttpResponse:
    form = Upload(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        register = form.cleaned_data["register"]
        try:
            held = actions.upload(by=request.actor, name=register.name, content=register.read())  # type: ignore[attr-defined]
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            return redirect("directory:register", held.pk)
    return render(request, "directory/register_upload.html", {"form": form})


@requires(Permission.IMPORT)
@step_up
@WAYS
def register(request: HttpRequest, upload_id: UUID) -> HttpResponse:
    """What the register would change; after a post, what it changed."""
    held = get_object_or_404(RegisterUpload.objects.defer("content"), pk=upload_id)
    refused = ""
    if request.method == "POST":
        try:
            actions.confirm(by=request.actor, held=held)  # type: ignore[attr-defined]
        except Refusal as refusal:
            refused = str(refusal)
        else:
            return redirect("directory:register", held.pk)
    context = {
        "held": held,
        "shown": held.shown,
        "fields": presenters.fields_changed(held.shown.get("fields", [])),
        "refused": refused,
    }
    return render(request, "directory/register.html", context)
