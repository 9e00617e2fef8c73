"""What the pages of drafts, submissions and enquiries show: plain rows, no queries of their own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.template.defaultfilters import linebreaksbr
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waymark.foundation.interface.moments import day, moment
from waymark.foundation.interface.tables import Column, Table

from .form import reading, versions
from .form.asking import Page
from .form.filling import Filled, Status
from .models import AddedInformation, Draft, Enquiry, Progress, Routing, Step, Submission

STATUS = {
    Status.DONE: lambda: {"text": _("Completed")},
    Status.STARTED: lambda: {"tag": {"text": _("In progress"), "classes": "govuk-tag--light-blue"}},
    Status.NOT_STARTED: lambda: {"tag": {"text": _("Not started"), "classes": "govuk-tag--blue"}},
}
MEANING = {
    Step.RECEIVED: gettext_lazy(
        "The council has received your referral. Somebody reads it, usually within one working day."
    ),
    Step.LOOKING: gettext_lazy("Somebody is looking at your referral."),
    Step.ASKED: gettext_lazy(
        "The council has asked for more information. If it is from you, you get a separate message."
    ),
    Step.PASSED: gettext_lazy("Your referral was passed to the service that can help best."),
    Step.FINISHED: gettext_lazy("The council has finished looking at your referral."),
}


def tasks(draft: Draft, filled: Filled) -> list[dict[str, Any]]:
    """The items of the task list: one for each section."""
    items = []
    for code, title in filled.version.sections.items():
        item: dict[str, Any] = {"title": {"text": title}, "status": STATUS[filled.status(code)]()}
        if draft.can_be_written:
            item["href"] = reverse("concerns:draft-page", args=[draft.pk, filled.first_page(code).code])
        items.append(item)
    return items


def suggested(request: HttpRequest, page: Page) -> dict[str, Any] | None:
    """What an account already says about its owner, to be checked by them."""
    if page.code == "referring" and request.user.is_authenticated:
        return {"name": request.user.full_name}  # type: ignore[union-attr]
    return None


def row_list(draft: Draft, page: Page, rows: list[dict[str, Any]], query: str) -> list[dict[str, Any]]:
    """The rows of a page of several: what they are called, where they are changed and removed."""
    return [
        {
            "title": reading.row_title(page, values),
            "change": reverse("concerns:draft-row", args=[draft.pk, page.code, place]) + query,
            "remove": reverse("concerns:draft-remove-row", args=[draft.pk, page.code, place]) + query,
            "place": place,
        }
        for place, values in enumerate(rows, start=1)
    ]


def answered(sections: Iterable[reading.Section], draft: Draft | None = None) -> list[dict[str, Any]]:
    """Summary lists, with Change links where a draft is given."""
    return [
        {"title": section.title, "rows": [_summary(row, draft) for row in section.rows]}
        for section in sections
    ]


def _summary(row: reading.Row, draft: Draft | None) -> dict[str, Any]:
    label = f"{row.label} ({row.place})" if row.place else row.label
    if row.local:
        label = _("%(question)s (asked by your council)") % {"question": label}
    shown: dict[str, Any] = {"key": {"text": label}, "value": {"html": linebreaksbr(escape(row.text))}}
    if draft is not None:
        name, args = ("concerns:draft-row", [draft.pk, row.page, row.place]) if row.place else (
            "concerns:draft-page", [draft.pk, row.page])  # fmt: skip
        href = reverse(name, args=args) + "?to=check"
        shown["actions"] = {"items": [{"href": href, "text": _("Change"), "visuallyHiddenText": label}]}
    return shown


def submitted(submission: Submission) -> list[dict[str, Any]]:
    """A submission with the questions it was asked."""
    version = versions.of(submission.form_version)
    return answered(reading.sections(version, submission.answers))


def progress(steps: Iterable[Progress]) -> list[dict[str, Any]]:
    """The timeline of a referrer’s page, newest first."""
    return [
        {
            "title": step.get_step_display(),
            "at": moment(step.happened_at),
            "datetime": step.happened_at.isoformat(),
            "text": step.note or str(MEANING[Step(step.step)]),
        }
        for step in reversed(list(steps))
    ]


def additions(added: Iterable[AddedInformation]) -> list[dict[str, Any]]:
    return [
        {"key": {"text": moment(one.added_at)}, "value": {"html": linebreaksbr(escape(one.words))}}
        for one in added
    ]


def draft_rows(drafts: Iterable[Draft]) -> list[dict[str, Any]]:
    """Drafts by date and state; no list names a person."""
    return [
        {
            "started": moment(draft.started_at),
            "state": draft.state_name,
            "href": reverse("concerns:draft", args=[draft.pk]),
            "edited": moment(draft.last_edited_at),
        }
        for draft in drafts
    ]


def enquiry_state(enquiry: Enquiry) -> str:
    return _("Answered") if enquiry.is_answered else _("Waiting for an answer")


def routing_table(rows: Iterable[Routing], today: date) -> Table:
    """Every setting of the authority, the newest first: what held, what holds, what comes."""
    return Table(
        _("What was set, newest first"),
        (
            Column(
                _("From"),
                lambda row: (
                    _("%(day)s (to come)") % {"day": day(row.from_date)}
                    if row.from_date > today
                    else day(row.from_date)
                ),
            ),
            Column(
                _("To whom"),
                lambda row: (
                    _("The council and the police at once") if row.with_police else _("The council first")
                ),
            ),
            Column(_("Where it was agreed"), "source"),
            Column(_("Confirmed by both"), lambda row: _("Yes") if row.confirmed else _("Not yet")),
            Column(_("Written down"), lambda row: moment(row.recorded_at)),
        ),
        rows,
        empty=_("Nothing was set. Without a setting the council has a referral first."),
    )
