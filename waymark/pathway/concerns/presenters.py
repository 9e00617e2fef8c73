"""What the pages of drafts, submissions and enquiries show: plain rows, no queries of their own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest
from django.template.defaultfilters import linebreaksbr
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waymark.foundation.interface.moments import moment

from .form import reading, versions
from .form.asking import Page
from .form.filling import Filled, Status
from .models import AddedInformation, Draft, Enquiry, Progress, Step, Submission

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
