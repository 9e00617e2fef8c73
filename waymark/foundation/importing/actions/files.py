"""A file comes in, its columns are matched, its rows checked, and the good ones saved when that is confirmed."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from procrastinate.contrib.django import app as queue

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.importing import kinds
from waymark.foundation.importing.checking import Result, check, set_apart
from waymark.foundation.importing.models import Import
from waymark.foundation.interface import shell
from waymark.foundation.kernel.refusals import Incomplete, NotNow, Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.vault import apart, taking
from waymark.foundation.vault.inspecting import Unacceptable

from . import layouts

ENDINGS = ("csv", "xlsx", "ods")
FIELD = "list"
# More rows than this are worked on in the background.
AT_ONCE = 2_000
CHECK, TAKE = "importing.check", "importing.take"


@deed("importing.upload")
def upload(
    *, by: Actor, at: datetime, code: str, authority_id: int, about: str, name: str, content: bytes
) -> Import:
    """Incomplete (at the field) when the file cannot be read or has no rows."""
    kinds.find(code).may(by, authority_id, about).require()
    ending = name.rpartition(".")[2].strip().lower()
    if ending not in ENDINGS:
        raise Incomplete(_("The file must be CSV, Excel (xlsx) or OpenDocument (ods)"), field=FIELD)
    try:
        table = json.loads(apart.clean(f"rows-{ending}", content))
    except Unacceptable as problem:
        raise Incomplete(taking.WORDS[problem.code], field=FIELD) from problem
    if not table["rows"]:
        raise Incomplete(_("The file has headings and no rows"), field=FIELD)
    user = by.user_id
    return Import.objects.create(
        authority_id=authority_id, grants=[f"user:{user}", f"system:{authority_id}"], kind=code, about=about,
        name=taking.name_of(name, ending), table=table, rows=len(table["rows"]), came_at=at, sent_by_id=user,
        working_for_id=by.organisation_id, language=shell.language(),
    )  # fmt: skip


@deed("importing.match")
def match(*, by: Actor, at: datetime, held: Import, version: int, matching: kinds.Matching) -> Import:
    """Says which column is which field; checks a short list at once, a long one in the background."""
    held = lock(held, version)
    kind = kinds.find(held.kind)
    kind.may(by, held.authority_id, held.about).require()
    if held.confirmed_at is not None:
        raise NotNow(_("These rows are being saved, or have been."))
    for one in kind.fields:
        if one.required and one.code not in matching:
            raise Incomplete(kinds.unchosen(one), field=one.code)
        if one.every and one.code not in matching:
            raise Incomplete(kinds.UNSAID, field=kinds.EVERY + one.code)
    _each_once(matching)
    held.matching, held.matched_at, held.checked_at = dict(matching), at, None
    held.done, held.problem = 0, ""
    held.save_next("matching", "matched_at", "checked_at", "done", "problem")
    if held.rows <= AT_ONCE:
        note_checked(held, _checked(held, by), at)
    else:
        _defer(CHECK, held)
    layouts.remember(by, at, held)
    return held


@deed("importing.confirm")
def confirm(*, by: Actor, at: datetime, held: Import, version: int) -> Import:
    """The good rows are saved: all of them, or none. The others were shown."""
    held = lock(held, version)
    kinds.find(held.kind).may(by, held.authority_id, held.about).require()
    if held.checked_at is None or held.confirmed_at is not None:
        raise NotNow(_("These rows are being saved, or have been."))
    held.confirmed_at, held.done = at, 0
    held.save_next("confirmed_at", "done")
    if held.good <= AT_ONCE:
        take(by=by, at=at, held=held)
    else:
        _defer(TAKE, held)
    return held


@deed("importing.take")
def take(*, by: Actor, at: datetime, held: Import) -> Import:
    """Saves what is good now, which may be less than was shown: others work too. Once only."""
    kind = kinds.find(held.kind)
    kind.may(by, held.authority_id, held.about).require()
    known = kind.begin(by, held.authority_id, held.about)
    checked = check(kind, known, held.table["rows"], held.matching)
    result = set_apart(kind, by, held.authority_id, held.about, checked)
    held.new = _saved(kind, by, at, held, known, result)
    held.there, held.bad, held.taken_at = result.there, len(result.faults), at
    held.done, held.faults = held.rows, _kept(result)
    held.save_next("new", "there", "bad", "taken_at", "done", "faults")
    return held


def _saved(kind: kinds.Importable, by: Actor, at: datetime, held: Import, known: Any, result: Result) -> int:
    if not result.good:
        return 0
    whose = {"authority_id": held.authority_id, "about": held.about}
    return kind.take(by=by, at=at, **whose, known=known, rows=result.good)


def _each_once(matching: kinds.Matching) -> None:
    chosen: set[int] = set()
    for code, place in matching.items():
        if place in chosen:
            raise Refusal(_("This column is chosen for something else already"), field=code)
        if isinstance(place, int):
            chosen.add(place)


def note_checked(held: Import, result: Result, at: datetime) -> None:
    held.good, held.there, held.bad = len(result.good), result.there, len(result.faults)
    held.done, held.checked_at, held.faults = held.rows, at, _kept(result)
    held.save_next("good", "there", "bad", "done", "checked_at", "faults")


def _checked(held: Import, by: Actor) -> Result:
    kind = kinds.find(held.kind)
    result = check(kind, kind.begin(by, held.authority_id, held.about), held.table["rows"], held.matching)
    return set_apart(kind, by, held.authority_id, held.about, result)


def _kept(result: Result) -> dict[str, Any]:
    return {"found": [list(fault) for fault in result.faults]}


def _defer(task: str, held: Import) -> None:
    queue.configure_task(task, queueing_lock=f"{task}:{held.pk}:{held.version}").defer(
        import_id=str(held.pk), authority_id=held.authority_id
    )
