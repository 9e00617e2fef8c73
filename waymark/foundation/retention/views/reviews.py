"""A review: is it still necessary to keep this record? For its owner."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import version_of
from waymark.foundation.access.loading import load
from waymark.foundation.kernel.refusals import NotAllowed, Refusal
from waymark.foundation.retention import policies, presenters
from waymark.foundation.retention.actions import reviewing
from waymark.foundation.retention.forms.reviews import Answer
from waymark.foundation.retention.models import Review
from waymark.foundation.retention.permissions import Permission


@requires(Permission.REVIEW)
@require_http_methods(["GET", "POST"])
def review(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """What to weigh, the record to look at, and the answer."""
    found = load(Review.objects.all(), request.actor, pk=review_id)  # type: ignore[attr-defined]
    form = Answer(request.POST or None, version=found.version)
    may = policies.review(request.actor, found)  # type: ignore[attr-defined]
    if request.method == "POST":
        try:
            if not may:
                raise NotAllowed(may.sentence)
            if form.is_valid():
                reviewing.answer(
                    by=request.actor,  # type: ignore[attr-defined]
                    review=found,
                    version=version_of(request),
                    **{name: form.cleaned_data[name] for name in ("decision", "reason", "keep_until")},
                )
                return redirect("home:my-day")
        except Refusal as refusal:
            form.refuse(refusal)
    return render(request, "retention/review.html", {"form": form, **presenters.review(found)})
