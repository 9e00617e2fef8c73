"""A release of restricted figures: asked, looked at, answered by another, taken away on paper."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from waymark.foundation.access.doors import requires
from waymark.foundation.access.loading import load
from waymark.foundation.accounts.stepping_up import step_up
from waymark.foundation.interface.doors import MARKING

from . import disclosure, figures, forms, listed, paper, policies
from .actions import releasing
from .models import Release, Report
from .permissions import Permission
from .views import fill

ONE = "reports:released"


def _release(request: HttpRequest, release_id: UUID) -> Release:
    found = Release.objects.select_related("report", "asked_by", "answered_by")
    return load(found, request.actor, pk=release_id)  # type: ignore[attr-defined]


def _copy(release: Release) -> list[dict[str, Any]]:
    """What left; before that, what would."""
    return release.copy or disclosure.copy(figures.kept(release.report), release.codes)


@requires(Permission.WRITE)
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, report_id: UUID) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    report = load(Report.objects.all(), actor, pk=report_id)
    offered = disclosure.releasable(figures.kept(report)) if report.is_restricted else []
    form = forms.Ask(request.POST or None, offered=[(one.code, figures.said(one.title)) for one in offered])
    return fill(
        request, form=form, may=policies.ask_release(actor, report),
        act=lambda said: releasing.ask(by=actor, report=report, **said),
        given={
            "title": _("Ask for a release of figures"), "caption": report.title, "marking": MARKING,
            "lead": _("A second person sees what would leave, with small numbers held back, and says yes or no."),
            "up": reverse("reports:report", args=[report.pk]), "up_text": _("Back to the report"),
        },
        back=lambda done: (ONE, done.pk),
    )  # fmt: skip


@requires(Permission.READ)
@require_GET
def released(request: HttpRequest, release_id: UUID) -> HttpResponse:
    found = _release(request, release_id)
    actor = request.actor  # type: ignore[attr-defined]
    columns = [_("Of these"), _("Number")]
    given = {
        "release": found,
        "stands": listed.how_it_stands(found),
        "tables": [
            {"kept": kept, "about": figures.said(kept["definition"]),
             "table": disclosure.drawn(figures.said(kept["title"]), columns, rows)}
            for kept, rows in disclosure.tables(_copy(found))
        ],
        "may_answer": policies.answer_release(actor, found),
        "marking": MARKING,
    }  # fmt: skip
    return render(request, "reports/release.html", given)


@requires(Permission.APPROVE_RELEASE)
@require_http_methods(["GET", "POST"])
@step_up
def answer(request: HttpRequest, release_id: UUID) -> HttpResponse:
    found = _release(request, release_id)
    actor = request.actor  # type: ignore[attr-defined]

    return fill(
        request, form=forms.Answer(request.POST or None, version=found.version),
        may=policies.answer_release(actor, found),
        act=lambda said: releasing.answer(by=actor, release=found, **said),
        given={
            "title": _("Answer a release"), "caption": found.recipient, "marking": MARKING,
            "lead": found.purpose, "up": reverse(ONE, args=[found.pk]), "up_text": _("Back to what would leave"),
        },
        back=lambda done: (ONE, done.pk),
    )  # fmt: skip


@requires(Permission.READ)
@require_GET
def pdf(request: HttpRequest, release_id: UUID) -> HttpResponse:
    """The copy that leaves. There is none before the approval."""
    found = _release(request, release_id)
    if not found.approved:
        raise Http404
    answer = HttpResponse(paper.released(found), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="figures-{found.pk}.pdf"'
    return answer
