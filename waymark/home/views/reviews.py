"""The weekly list of looks to ask about, and the answer to each line."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import fill, shown, version_of
from waymark.foundation.access.loading import load
from waymark.foundation.interface.paging import page
from waymark.home import looks_shown, policies
from waymark.home.actions import reviewing
from waymark.home.forms.looks import AnswerLook
from waymark.home.models import Review, ReviewLine
from waymark.home.permissions import Permission


@requires(Permission.REVIEW_LOOKS)
def listing(request: HttpRequest) -> HttpResponse:
    """The weeks, newest first."""
    weeks = page(Review.objects.visible_to(request.actor), request, order=("-week_from", "id"))
    return render(request, "home/reviews.html", {"page": weeks})


@requires(Permission.REVIEW_LOOKS, shows=Review)
def week(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """One week’s lines, in the order of time, with the facts of each."""
    review = load(Review.objects.all(), request.actor, pk=review_id)
    rows = review.lines.select_related("reader").prefetch_related("answers__answered_by")
    lines = [looks_shown.line(row) for row in rows.order_by("first_at", "pk")]
    return shown(request, review, "home/review_week.html", {"review": review, "lines": lines})


@require_http_methods(["GET", "POST"])
@requires(Permission.REVIEW_LOOKS, shows=ReviewLine)
def answer(request: HttpRequest, line_id: UUID) -> HttpResponse:
    """What was it? Explained, ask, or refer; with a note."""
    rows = ReviewLine.objects.select_related("reader").prefetch_related("answers__answered_by")
    row = load(rows, request.actor, pk=line_id)
    return fill(
        request,
        form=AnswerLook(request.POST or None, version=row.version),
        may=policies.review_look(request.actor, row),
        act=lambda given: reviewing.answer(
            by=request.actor,
            line=row,
            version=version_of(request),
            answer=given["answer"],
            note=given["note"],
        ),
        record=row,
        template="home/review_answer.html",
        given={"line": looks_shown.line(row), "review_id": row.review_id},
        back=("home:review-week", str(row.review_id)),
    )
