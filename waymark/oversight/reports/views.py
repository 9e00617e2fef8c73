"""Reports: the list, one of them as a page and on paper, begun, written, signed, corrected."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from waymark.foundation.access import filling
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import version_of
from waymark.foundation.access.loading import load
from waymark.foundation.access.working_for import where_may
from waymark.foundation.interface import paging
from waymark.foundation.interface.doors import MARKING
from waymark.foundation.interface.forms import Form, TypedAgain
from waymark.foundation.ledger import reads

from . import figures, forms, listed, paper, policies, quoting, sections
from .actions import writing
from .models import Release, Report
from .page import Page, passage
from .permissions import Permission

BOTH = require_http_methods(["GET", "POST"])
REPORT = "reports:report"
fill = partial(filling.fill, record=None, template="reports/form.html")


def _actor(request: HttpRequest) -> Actor:
    return request.actor  # type: ignore[attr-defined]


def _report(request: HttpRequest, report_id: UUID) -> Report:
    return load(Report.objects.select_related("signed_by", "corrects"), _actor(request), pk=report_id)


def _up(report: Report | None = None) -> dict[str, Any]:
    if report is None:
        return {"up": reverse("reports:list"), "up_text": _("Reports")}
    return {
        "up": reverse(REPORT, args=[report.pk]),
        "up_text": _("Back to the report"),
        "caption": report.title,
    }


def _back(done: Report) -> tuple[Any, ...]:
    return (REPORT, done.pk)


@requires(Permission.READ)
@require_GET
def listing(request: HttpRequest) -> HttpResponse:
    """Those that whoever reads may see, the newest first."""
    actor = _actor(request)
    page = paging.page(Report.objects.visible_to(actor).select_related("signed_by"), request)
    given = {"table": listed.table(page.rows), "page": page, "writes": actor.may(Permission.WRITE)}
    return render(request, "reports/reports.html", given)


def _page(request: HttpRequest, report: Report) -> Page:
    """A draft is counted now; what is signed shows as it was signed, and to those who write what would differ today."""
    actor = _actor(request)
    writes = bool(policies.writes(actor, report.authority_id, report.kind))
    said = quoting.of(report, actor)
    if report.signed_at is None:
        return Page.of(report, figures.counted(report, actor), links=writes, quotes=said)
    then = figures.kept(report)
    moved = figures.moved(then, figures.counted(report, actor)) if writes else []
    return Page.of(report, then, moved, links=writes, quotes=said)


@requires(Permission.READ)
@require_GET
def report(request: HttpRequest, report_id: UUID) -> HttpResponse:
    found, actor = _report(request, report_id), _actor(request)
    given = {
        "report": found,
        "shown": _page(request, found),
        "links": listed.links(actor, found),
        "places": listed.places(found) if policies.change(actor, found) else [],
        "newer": Report.objects.visible_to(actor).filter(corrects=found).first(),
        "releases": listed.releases(_releases(actor, found)) if found.is_restricted else None,
        "marking": MARKING if found.is_restricted else "",
    }
    return render(request, "reports/report.html", given)


def _releases(actor: Actor, report: Report) -> QuerySet[Release]:
    found = Release.objects.visible_to(actor).filter(report=report)
    return found.select_related("asked_by", "answered_by")


@requires(Permission.READ)
@require_GET
def pdf(request: HttpRequest, report_id: UUID) -> HttpResponse:
    found = _report(request, report_id)
    if found.is_restricted:  # a copy in the hand can leave by itself: the ledger says who took it
        reads.note(request, found)
    answer = HttpResponse(paper.of(found, _page(request, found)), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="report-{found.pk}.pdf"'
    return answer


@requires(Permission.WRITE)
@BOTH
def begin(request: HttpRequest) -> HttpResponse:
    actor = _actor(request)
    authority_id = where_may(request, policies.kinds)
    first, *_others = kinds = policies.kinds(actor, authority_id)
    form = forms.About(request.POST or None, kinds=kinds)
    return fill(
        request, form=form, may=policies.writes(actor, authority_id, first),
        act=lambda said: writing.begin(by=actor, authority_id=authority_id, **({"kind": first} | form.said())),
        given={"title": _("Begin a report"), **_up()}, back=_back,
    )  # fmt: skip


@requires(Permission.WRITE)
@BOTH
def change(request: HttpRequest, report_id: UUID) -> HttpResponse:
    found, actor = _report(request, report_id), _actor(request)
    first = {"title": found.title, "period": forms.OWN, "from_on": found.from_on, "until_on": found.until_on}
    form = forms.About(request.POST or None, version=found.version, initial=first)
    return fill(
        request, form=form, may=policies.change(actor, found),
        act=lambda said: writing.change(by=actor, report=found, version=version_of(request), **form.said()),
        given={"title": _("Change title and period"), **_up(found)}, back=_back,
    )  # fmt: skip


@requires(Permission.WRITE)
@BOTH
def write(request: HttpRequest, report_id: UUID, place: str) -> HttpResponse:
    """Where somebody else saved meanwhile, what stands now shows beside what was typed, which stays."""
    found, actor = _report(request, report_id), _actor(request)
    if place not in sections.places(found.kind):
        raise Http404
    stands = passage(found, place)
    first = {"headline": stands.heading, "words": stands.words} if stands else {}
    form = forms.Write(request.POST or None, initial=first)
    posted = request.method == "POST" and not isinstance(request.POST, TypedAgain)
    stale = posted and version_of(request) != found.version
    return fill(
        request, form=form, may=policies.change(actor, found),
        act=lambda said: writing.write(by=actor, report=found, version=version_of(request), place=place, **said),
        given={
            "title": _("Your own words"), "lead": sections.places(found.kind)[place], "version": found.version,
            "stands": stands, "stale": stale, "button": _("Save"), **_up(found),
        },
        back=_back, template="reports/write.html",
    )  # fmt: skip


@requires(Permission.WRITE)
@BOTH
def quotes(request: HttpRequest, report_id: UUID) -> HttpResponse:
    """Words that people allow to be quoted, for whoever may read them."""
    found, actor = _report(request, report_id), _actor(request)
    offered = quoting.offered(found, actor)
    first = {"keys": [one.key for one in offered if one.key in found.chosen_quotes]}
    form = forms.Quotes(request.POST or None, version=found.version, initial=first, offered=offered)
    lead = _("Only words whose giver said yes. What is taken back goes out of a draft by itself.")
    return fill(
        request, form=form, may=policies.quote(actor, found),
        act=lambda said: writing.quote(by=actor, report=found, version=version_of(request), keys=said["keys"]),
        given={
            "title": _("Words of people"), "button": _("Save"), **_up(found),
            "lead": lead if offered else _("Nobody has allowed words of this period to be quoted yet."),
        },
        back=_back,
    )  # fmt: skip


@requires(Permission.SIGN)
@BOTH
def sign(request: HttpRequest, report_id: UUID) -> HttpResponse:
    found, actor = _report(request, report_id), _actor(request)
    return fill(
        request, form=Form(request.POST or None, version=found.version), may=policies.sign(actor, found),
        act=lambda said: writing.sign(by=actor, report=found, version=version_of(request)),
        given={
            "title": _("Sign the report"), **_up(found),
            "lead": _("Its figures are counted now and stay as they are. A signed report is never changed; "
                      "what is wrong in it is corrected by a new version."),
        },
        back=_back,
    )  # fmt: skip


@requires(Permission.WRITE)
@BOTH
def correct(request: HttpRequest, report_id: UUID) -> HttpResponse:
    found, actor = _report(request, report_id), _actor(request)
    return fill(
        request, form=forms.Correct(request.POST or None), may=policies.correct(actor, found),
        act=lambda said: writing.correct(by=actor, report=found, **said),
        given={
            "title": _("Correct the report"), **_up(found),
            "lead": _("The signed report stays. You get a draft that begins as it was, with figures counted anew."),
        },
        back=_back,
    )  # fmt: skip
