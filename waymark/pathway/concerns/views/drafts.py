"""Writing a referral: the task list, a page at a time, several rows of one kind."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from waymark.foundation.access.doors import requires
from waymark.foundation.access.loading import load
from waymark.foundation.kernel.refusals import Refusal
from waymark.foundation.ledger import reads
from waymark.pathway.concerns import policies, presenters
from waymark.pathway.concerns.actions import drafting
from waymark.pathway.concerns.form import versions
from waymark.pathway.concerns.form.asking import Page, Rows, rows_of
from waymark.pathway.concerns.forms.pages import More, PageForm
from waymark.pathway.concerns.models import Draft, DraftApart
from waymark.pathway.concerns.permissions import Permission

from .starting import VISITORS

CHECK = "check"


@requires(Permission.REFER, shows=Draft, visitors=VISITORS)
def draft(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """The task list. It shows no answer, but the note of the safeguarding lead."""
    found = mine(request, draft_id)
    reads.note(request, found)
    filled = drafting.filled(found, apart_of(found))
    given = {"draft": found, "tasks": presenters.tasks(found, filled)}
    given |= {"is_whole": not filled.missing(), "may_write": bool(policies.draft_write(request.actor, found))}
    return render(request, "concerns/draft.html", given)


@requires(Permission.REFER, shows=Draft, visitors=VISITORS)
def page(request: HttpRequest, draft_id: UUID, code: str) -> HttpResponse:
    """One page of questions; for a page of several rows, the rows so far and whether there are more."""
    found, asked = _asked(request, draft_id, code)
    if asked.rows is not None:
        return _rows(request, found, asked, asked.rows)
    part = drafting.part_of(found, asked)
    form = _form(request, asked, part, (part.answers or {}).get(asked.code))
    if request.method == "POST":
        done = _save(request, found, asked, form, lambda values, seen: drafting.save_page(
            by=request.actor, draft=found, page=asked, values=values, seen=seen))  # fmt: skip
        if done:
            return redirect(_onward(request, done, asked))
        part = drafting.part_of(Draft.objects.get(pk=found.pk), asked)
    return _shown(request, found, asked, form, part)


@requires(Permission.REFER, shows=Draft, visitors=VISITORS)
def row(request: HttpRequest, draft_id: UUID, code: str, place: int) -> HttpResponse:
    """One row of a page of several, new or changed."""
    found, asked = _asked(request, draft_id, code)
    part = drafting.part_of(found, asked)
    rows = rows_of(part.answers, asked.code)
    if asked.rows is None or not 1 <= place <= min(len(rows) + 1, asked.rows.most):
        raise Http404
    form = _form(request, asked, part, rows[place - 1] if place <= len(rows) else None, new=place > len(rows))
    if request.method == "POST":
        done = _save(request, found, asked, form, lambda values, seen: drafting.save_row(
            by=request.actor, draft=found, page=asked, place=place, values=values, seen=seen))  # fmt: skip
        if done:
            return redirect(_address("concerns:draft-page", found, asked, request))
        part = drafting.part_of(Draft.objects.get(pk=found.pk), asked)
    return _shown(request, found, asked, form, part)


@require_POST
@requires(Permission.REFER, visitors=VISITORS)
def remove_row(request: HttpRequest, draft_id: UUID, code: str, place: int) -> HttpResponse:
    found, asked = _asked(request, draft_id, code)
    seen = request.POST.get("seen", "")
    drafting.remove_row(by=request.actor, draft=found, page=asked, place=place, seen=seen)
    return redirect(_address("concerns:draft-page", found, asked, request))


@requires(Permission.REFER, visitors=VISITORS)
def discard(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Throw the draft away: asked first."""
    found = mine(request, draft_id)
    policies.draft_write(request.actor, found).require()
    if request.method == "POST":
        drafting.discard_draft(by=request.actor, draft=found)
        return redirect("concerns:mine")
    return render(request, "concerns/draft_discard.html", {"draft": found})


def mine(request: HttpRequest, draft_id: UUID) -> Draft:
    """The actor’s own draft; a 404 for anybody else’s, also for the safeguarding lead (they have their own page)."""
    found = load(Draft.objects.select_related("author_user", "author_visitor"), request.actor, pk=draft_id)
    if not found.is_by(request.actor):
        raise Http404
    return found


def apart_of(found: Draft) -> DraftApart | None:
    return DraftApart.objects.filter(draft=found).first()


def _asked(request: HttpRequest, draft_id: UUID, code: str) -> tuple[Draft, Page]:
    found = mine(request, draft_id)
    policies.draft_write(request.actor, found).require()
    filled = drafting.filled(found, apart_of(found))
    asked = next((p for p in filled.version.asked(filled.answers) if p.code == code), None)
    if asked is None:
        raise Http404
    return found, asked


def _form(request: HttpRequest, asked: Page, part: Any, values: Any, *, new: bool = False) -> PageForm:
    if request.method == "POST" or request.POST:
        return PageForm(asked, request.POST, values=values)
    typed = part.typed.get(asked.code)
    # What was typed on a row belongs to the next new row: rows that are whole keep their own page.
    if typed and (asked.rows is None or new):
        return PageForm(asked, typed, values=values)
    return PageForm(asked, values=values or presenters.suggested(request, asked))


def _save(request: HttpRequest, found: Draft, asked: Page, form: PageForm, act: Any) -> Draft | None:
    """The draft, saved; None when the page comes back, with what was typed kept."""
    if form.is_valid():
        try:
            return act(form.answers(), request.POST.get("seen", ""))
        except Refusal as refusal:
            form.refuse(refusal)
    drafting.keep_typed(by=request.actor, draft=found, page=asked, typed=form.typed())
    return None


def _shown(request: HttpRequest, found: Draft, asked: Page, form: PageForm, part: Any) -> HttpResponse:
    reads.note(request, found)
    given = {
        "draft": found,
        "page": asked,
        "form": form,
        "seen": drafting.stamp(part, asked),
        "caption": versions.of(found.form_version).sections[asked.section],
        "back_to": _back(request, found, asked),
    }
    return render(request, "concerns/draft_page.html", given)


def _rows(request: HttpRequest, found: Draft, asked: Page, kind: Rows) -> HttpResponse:
    part = drafting.part_of(found, asked)
    rows = rows_of(part.answers, asked.code)
    form = More(kind, request.POST or None, count=len(rows))
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["more"]:
            return redirect(_address("concerns:draft-row", found, asked, request, len(rows) + 1))
        done = drafting.finish_rows(by=request.actor, draft=found, page=asked)
        return redirect(_onward(request, done, asked))
    reads.note(request, found)
    given = {
        "draft": found,
        "page": asked,
        "form": form,
        "rows": presenters.row_list(found, asked, rows, _query(request)),
        "seen": drafting.stamp(part, asked),
        "caption": versions.of(found.form_version).sections[asked.section],
        "back_to": reverse("concerns:draft", args=[found.pk]),
    }
    return render(request, "concerns/draft_rows.html", given)


def _onward(request: HttpRequest, found: Draft, asked: Page) -> str:
    """After a page: the next of the section, the task list at its end, or back to checking."""
    filled = drafting.filled(found, apart_of(found))
    following = filled.version.after(asked, filled.answers)
    if request.GET.get("to") == CHECK and not filled.missing():
        return reverse("concerns:draft-check", args=[found.pk])
    if following is None:
        return reverse("concerns:draft", args=[found.pk])
    return _address("concerns:draft-page", found, following, request)


def _back(request: HttpRequest, found: Draft, asked: Page) -> str:
    if asked.rows is not None:
        return _address("concerns:draft-page", found, asked, request)
    if request.GET.get("to") == CHECK:
        return reverse("concerns:draft-check", args=[found.pk])
    return reverse("concerns:draft", args=[found.pk])


def _query(request: HttpRequest) -> str:
    return f"?to={CHECK}" if request.GET.get("to") == CHECK else ""


def _address(name: str, found: Draft, asked: Page, request: HttpRequest, *more: int) -> str:
    return reverse(name, args=[found.pk, asked.code, *more]) + _query(request)
