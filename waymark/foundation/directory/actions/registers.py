"""A register by a page: looked into apart, read in the background when it is long, taken when that is confirmed."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app as queue

from waymark.foundation.access.actors import Actor
from waymark.foundation.kernel.refusals import Incomplete, NotNow
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.places.actions import importing
from waymark.foundation.places.importing.register import NOT_CSV, WRONG
from waymark.foundation.places.models import RegisterUpload
from waymark.foundation.vault import apart
from waymark.foundation.vault.inspecting import REGISTER, Unacceptable

# Text longer than this is read in the background.
AT_ONCE = 500_000
ROWS_AT_ONCE = 5_000
LOOK, TAKE = "directory.look-at-register", "directory.take-register"


def upload(*, by: Actor, name: str, content: bytes) -> RegisterUpload:
    """Incomplete (at `register`) when the file is none."""
    try:
        text = apart.clean(REGISTER, content)
    except Unacceptable as problem:
        raise Incomplete(WRONG.get(problem.code, NOT_CSV), field="register") from problem
    if len(text) <= AT_ONCE:
        return importing.upload(by=by, name=name, content=text)
    held = importing.keep(by=by, name=name, content=text)
    _defer(LOOK, by, held)
    return held


@deed("directory.confirm-register")
def confirm(*, by: Actor, at: datetime, held: RegisterUpload) -> RegisterUpload:
    """What was shown is done: at once, or in the background. NotNow when it was asked for before."""
    held = RegisterUpload.objects.select_for_update().get(pk=held.pk)
    if held.looked_at is None or held.confirmed_at is not None:
        raise NotNow(_("This register has been loaded already."))
    held.confirmed_at = at
    held.save(update_fields=["confirmed_at"])
    if held.done <= ROWS_AT_ONCE:
        return importing.take(by=by, at=at, upload=held)
    _defer(TAKE, by, held)
    return held


def _defer(task: str, by: Actor, held: RegisterUpload) -> None:
    queue.configure_task(task, queueing_lock=f"{task}:{held.pk}").defer(
        upload_id=str(held.pk), user_id=str(by.user_id), organisation_id=by.organisation_id
    )
