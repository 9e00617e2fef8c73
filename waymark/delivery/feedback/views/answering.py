"""Answering by a link, without an account and without a name; and seeing that one has answered."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from waymark.delivery.feedback import links, queries
from waymark.delivery.feedback.actions import answering
from waymark.delivery.feedback.forms import Answer
from waymark.delivery.feedback.links import Asked
from waymark.delivery.feedback.models import Reply, Round
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.interface.doors import open_to_all
from waymark.foundation.interface.forms import Form
from waymark.foundation.kernel.refusals import Refusal

BY_LINK = "By a signed link sent to whoever came, or shown in the room; it names nobody."
BOTH = require_http_methods(["GET", "POST"])


def _job(authority_id: int) -> Actor:
    return Actor.job("feedback-answer", authority_id)


@open_to_all(BY_LINK)
@BOTH
def answer(request: HttpRequest, token: str, way: str) -> HttpResponse:
    """The questions; or, when the link was used as often as people came by it, that it was. Opening changes nothing."""
    link = Asked.read(way, token)
    with acting(_job(link.authority_id)) as by:
        found = answering.opened(link)
        if found is None:
            raise Http404
        round_, most = found
        if answering.left(round_, link, most) <= 0:
            return _used(request, round_, link, most)
        asked = queries.asked(round_)
        form = Answer(request.POST or None, asked=asked, language=get_language() or "en")
        if request.method == "POST" and form.is_valid():
            try:
                reply = answering.answer(by=by, round_=round_, link=link, most=most, said=form.said())
            except Refusal as refusal:
                form.refuse(refusal)
            else:
                return redirect("feedback:mine", token=links.of_reply(reply))
        return render(request, "feedback/answer.html", {"form": form, "round": round_})


def _used(request: HttpRequest, round_: Round, link: Asked, most: int) -> HttpResponse:
    """A link of one person leads to their own answers; one of several says that it is used up."""
    mine = queries.used(round_, link.hashed).first() if most == 1 else None
    if mine is not None:
        return redirect("feedback:mine", token=links.of_reply(mine))
    return render(request, "feedback/used.html", {"round": round_})


@open_to_all("By a signed link that only whoever answered has; it names nobody.")
@BOTH
def mine(request: HttpRequest, token: str) -> HttpResponse:
    """Thanks; and, for who said that their words may be quoted, a button to take that back."""
    authority_id, key = links.read(f"feedback.{links.MINE}", token)
    form = Form()
    with acting(_job(authority_id)) as by:
        found = Reply.objects.select_related("round__session__taught__course").filter(pk=key).first()
        if found is None:
            raise Http404
        if request.method == "POST":
            try:
                answering.take_back(by=by, reply=found)
                return redirect("feedback:mine", token=token)
            except Refusal as refusal:
                form.refuse(refusal)
        return render(request, "feedback/mine.html", {"reply": found, "form": form})
