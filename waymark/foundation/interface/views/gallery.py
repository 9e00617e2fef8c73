"""Every component, field and skeleton on pages of its own, to look at and to test. Not there on a live service."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from waymark.foundation.interface import examples, filters
from waymark.foundation.interface.doors import open_to_all
from waymark.foundation.interface.paging import Page

SKELETONS = {
    "list": "skeletons/list.html",
    "record": "skeletons/record.html",
    "check-answers": "skeletons/check_answers.html",
    "confirmation": "skeletons/confirmation.html",
}


@open_to_all("Shows made-up content only, and is not there on a live service.")
def everything(request: HttpRequest) -> HttpResponse:
    form = examples.wrong() if "errors" in request.GET else examples.Everything()
    context = {
        "form": form,
        "marking": "OFFICIAL-SENSITIVE",
        "exit_page": True,
        "tasks": examples.tasks(),
        "timeline": examples.happened(),
        "identity": examples.IDENTITY,
        "shown": examples.table(),
        "none": type(examples.table())("No rows", [], [], empty="Nothing waits for you."),
        "charts": examples.drawn(),
        "next_steps": examples.NEXT,
        "summary": examples.SECTIONS[0]["rows"],
        "skeletons": SKELETONS,
    }
    return render(request, "interface/gallery.html", context)


@open_to_all("Shows made-up content only, and is not there on a live service.")
def question(request: HttpRequest) -> HttpResponse:
    """A question page that works: good answers lead to the confirmation."""
    form = examples.Question(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect("interface:gallery-skeleton", name="confirmation")
    return render(request, "interface/gallery_question.html", {"form": form})


@open_to_all("Shows made-up content only, and is not there on a live service.")
def skeleton(request: HttpRequest, name: str) -> HttpResponse:
    if name not in SKELETONS:
        raise Http404
    return render(
        request, "interface/gallery_skeleton.html", {"skeleton": SKELETONS[name], **_content(name, request)}
    )


def _content(name: str, request: HttpRequest) -> dict[str, Any]:
    if name == "list":
        page = Page([None], next="?after=example", previous="?before=example")
        return {"table": examples.table(), "filter": filters.read(request, *examples.SHOWN), "page": page}
    if name == "record":
        return {"identity": examples.IDENTITY, "side": examples.SIDE, "timeline": examples.happened()}
    if name == "check-answers":
        return {"sections": examples.SECTIONS}
    return {"reference": "K7M2-QX", "next_steps": examples.NEXT}
