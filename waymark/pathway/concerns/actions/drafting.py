"""Writing a referral: each page that is sent saves the draft, whole or not."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel.refusals import NotNow, Stale
from waymark.foundation.ledger.deeds import deed
from waymark.pathway.concerns import authors, policies
from waymark.pathway.concerns.form import versions
from waymark.pathway.concerns.form.asking import Page, rows_of
from waymark.pathway.concerns.form.filling import Filled
from waymark.pathway.concerns.models import Draft, DraftApart
from waymark.pathway.concerns.states import DRAFTS

CHANGED = _(
    "This page was changed in another window. Compare what is saved with what you typed, then continue to save yours."
)
TOO_MANY = _("You cannot add more here. Put the rest under “Other information”.")
MARKS = dict.fromkeys(range(32)) | {0x7F: None}
MARKS.pop(9), MARKS.pop(10), MARKS.pop(13)


@deed("concerns.start-draft")
def start_draft(*, by: Actor, at: datetime, authority_id: int | None = None) -> Draft:
    """A new draft of the newest form, for one of the author’s authorities. Nobody but its author sees it."""
    written = authors.written_by(by, authority_id)
    grants = [by.ledger_name, f"system:{written['authority_id']}"]
    draft = Draft.objects.create(
        **written,
        grants=grants,
        form_version=versions.newest().number,
        state=str(DRAFTS.first),
        started_at=at,
        last_edited_at=at,
    )
    DraftApart.objects.create(authority_id=draft.authority_id, grants=grants, draft=draft)
    return draft


@deed("concerns.save-page")
def save_page(
    *, by: Actor, at: datetime, draft: Draft, page: Page, values: dict[str, Any], seen: str
) -> Draft:
    """A page that is whole. Stale when the page is no longer what the author saw (`stamp`) when they opened it."""
    draft, part = _open(by, draft, page)
    _unchanged(part, page, seen)
    part.answers[page.code] = values
    part.typed.pop(page.code, None)
    return _saved(draft, part, at)


@deed("concerns.save-row")
def save_row(
    *, by: Actor, at: datetime, draft: Draft, page: Page, place: int, values: dict[str, Any], seen: str
) -> Draft:
    """One row of a page of several; `place` from 1, one more than there are adds one."""
    draft, part = _open(by, draft, page)
    _unchanged(part, page, seen)
    rows = rows_of(part.answers, page.code)
    if not 1 <= place <= len(rows) + 1:
        raise Stale(CHANGED)
    if page.rows and place > page.rows.most:
        raise NotNow(TOO_MANY)
    rows[place - 1 : place] = [values]
    part.answers[page.code] = {"rows": rows}
    part.typed.pop(page.code, None)
    return _saved(draft, part, at)


@deed("concerns.remove-row")
def remove_row(*, by: Actor, at: datetime, draft: Draft, page: Page, place: int, seen: str) -> Draft:
    draft, part = _open(by, draft, page)
    _unchanged(part, page, seen)
    rows = rows_of(part.answers, page.code)
    if not 1 <= place <= len(rows):
        raise Stale(CHANGED)
    del rows[place - 1]
    part.answers[page.code] = {"rows": rows}
    return _saved(draft, part, at)


@deed("concerns.finish-rows")
def finish_rows(*, by: Actor, at: datetime, draft: Draft, page: Page) -> Draft:
    """The author has no more rows to add."""
    draft, part = _open(by, draft, page)
    part.answers[page.code] = {"rows": rows_of(part.answers, page.code), "done": True}
    part.typed.pop(page.code, None)
    return _saved(draft, part, at)


@deed("concerns.save-pages")
def save_pages(*, by: Actor, at: datetime, draft: Draft, answers: Mapping[str, Any]) -> Draft:
    """Whole pages that were written elsewhere, in one deed. Stale when the draft has one of them already."""
    draft = lock(draft)
    policies.draft_write(by, draft).require()
    apart = DraftApart.objects.get(draft=draft)
    for page in versions.of(draft.form_version).pages:
        if page.code not in answers:
            continue
        part = apart if page.apart else draft
        if page.code in part.answers:
            raise Stale(CHANGED)
        if page.rows and len(answers[page.code]["rows"]) > page.rows.most:
            raise NotNow(TOO_MANY)
        part.answers[page.code] = answers[page.code]
    apart.save_next("answers")
    return _saved(draft, draft, at)


@deed("concerns.keep-typed")
def keep_typed(*, by: Actor, at: datetime, draft: Draft, page: Page, typed: dict[str, str]) -> Draft:
    """What was typed on a page that came back with errors, so that it is there tomorrow. Marks no database holds go."""
    draft, part = _open(by, draft, page)
    part.typed[page.code] = {name: text.translate(MARKS) for name, text in typed.items()}
    return _saved(draft, part, at)


@deed("concerns.discard-draft")
def discard_draft(*, by: Actor, at: datetime, draft: Draft) -> Draft:
    """The author throws the draft away; nothing of it stays but that it was."""
    draft = lock(draft)
    policies.draft_write(by, draft).require()
    key = draft.pk
    draft.delete()
    draft.pk = key
    return draft


def filled(draft: Draft, apart: DraftApart | None = None) -> Filled:
    """All of a draft that may be seen: with the pages kept apart where `apart` is given."""
    return Filled(
        versions.of(draft.form_version),
        {**draft.answers, **(apart.answers if apart else {})},
        {**draft.typed, **(apart.typed if apart else {})},
    )


def stamp(part: Draft | DraftApart, page: Page) -> str:
    """Tells one state of a page’s answers from another."""
    held = json.dumps(part.answers.get(page.code), sort_keys=True)
    return hashlib.sha256(f"{part.salt}{held}".encode()).hexdigest()[:16]


def part_of(draft: Draft, page: Page) -> Draft | DraftApart:
    """The row that holds a page."""
    return DraftApart.objects.get(draft=draft) if page.apart else draft


def _open(by: Actor, draft: Draft, page: Page) -> tuple[Draft, Draft | DraftApart]:
    draft = lock(draft)
    policies.draft_write(by, draft).require()
    return draft, part_of(draft, page)


def _unchanged(part: Draft | DraftApart, page: Page, seen: str) -> None:
    if seen != stamp(part, page):
        raise Stale(CHANGED)


def _saved(draft: Draft, part: Draft | DraftApart, at: datetime) -> Draft:
    draft.last_edited_at = at
    if part is not draft:
        part.save_next("answers", "typed")
        draft.save_next("last_edited_at")
    else:
        draft.save_next("answers", "typed", "last_edited_at")
    return draft
