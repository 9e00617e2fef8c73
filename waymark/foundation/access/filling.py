"""How every form page goes: ask the policy, fill in, one action; about a protected record also one read entry."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from waymark.foundation.interface.forms import Form
from waymark.foundation.kernel.refusals import NotAllowed, Refusal
from waymark.foundation.ledger import reads

from . import alongside
from .decisions import Decision


def version_of(request: HttpRequest) -> int:
    """The version that the page was drawn from; 0 (and so stale) when it is missing or forged."""
    text = request.POST.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def shown(request: HttpRequest, record: Model, template: str, given: dict[str, Any]) -> HttpResponse:
    """The page, with the one entry that it was read."""
    reads.note(request, record)
    return render(request, template, {"alongside": alongside.links_of(request, record), **given})


def fill(
    request: HttpRequest,
    *,
    form: Form,
    may: Decision,
    act: Callable[[dict[str, Any]], Any],
    record: Model | None,
    template: str,
    given: dict[str, Any],
    back: tuple[Any, ...] | Callable[[Any], tuple[Any, ...]],
) -> HttpResponse:
    """One form page. A refusal of the action shows at its field, and what was typed stays.

    `record` is what the page shows of a person; None says that it shows nothing of anybody, and so leaves no read
    entry. `back` is the url name (and its arguments, or one path) to go to, or says it from what was done.
    """
    if request.method != "POST":
        may.require()
    elif not may:
        form.refuse(NotAllowed(may.sentence))
    elif form.is_valid():
        try:
            done = act(form.cleaned_data)
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            return redirect(*(back(done) if callable(back) else back))
    if record is None:
        return render(request, template, {"form": form, **given})
    return shown(request, record, template, {"form": form, **given})
