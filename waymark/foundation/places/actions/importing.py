"""A register is uploaded, looked at, and then taken."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.kernel.refusals import NotNow, Refusal
from waymark.foundation.ledger.deeds import Doer, deed
from waymark.foundation.places.importing import register
from waymark.foundation.places.importing.reports import Report, WrongFile
from waymark.foundation.places.models import RegisterUpload

SHOWN_FAULTS = 100
# Enough for the names of the columns.
HEAD = 20_000


@deed("places.upload-register")
def upload(*, by: Doer, at: datetime, name: str, content: bytes) -> RegisterUpload:
    """Keeps the file with what it would change. Refusal (at `register`) when it is not a register."""
    held = RegisterUpload(name=name, content=gzip.compress(content, 6), recorded_at=at)
    try:
        look(held, at)
    except WrongFile as fault:
        raise Refusal(str(fault), field="register") from fault
    held.save()
    return held


@deed("places.keep-register")
def keep(*, by: Doer, at: datetime, name: str, content: bytes) -> RegisterUpload:
    """Keeps a long file; somebody looks at it later. Refusal when its first line is not that of a register."""
    try:
        register.wanted(register.read(content[:HEAD]).columns)
    except WrongFile as fault:
        raise Refusal(str(fault), field="register") from fault
    return RegisterUpload.objects.create(name=name, content=gzip.compress(content, 1), recorded_at=at)


def look(held: RegisterUpload, at: datetime, told: Callable[[int], None] = lambda _done: None) -> None:
    """Notes what the file would change. WrongFile when it is not a register."""
    sheet = register.read(gzip.decompress(bytes(held.content)))
    held.shown = in_numbers(register.load(held.name, sheet, apply=False, told=told))
    held.looked_at, held.done = at, len(sheet.rows)


@deed("places.import-register")
def take(*, by: Doer, at: datetime, upload: RegisterUpload) -> RegisterUpload:
    """Does what was shown; what the file held is then thrown away. NotNow when it was done before."""
    held = RegisterUpload.objects.select_for_update().get(pk=upload.pk)
    if held.applied_at:
        raise NotNow(_("This register has been loaded already."))
    report = register.load(held.name, register.read(gzip.decompress(bytes(held.content))))
    held.content, held.shown, held.applied_at = b"", in_numbers(report), at
    held.save(update_fields=["content", "shown", "applied_at"])
    return held


def in_numbers(report: Report) -> dict[str, Any]:
    """A report as JSON: counts, fields by how often they change, and the first faults with how many there are."""
    faults = report.faults
    return asdict(report) | {
        "fields": report.fields.most_common(),
        "faults": faults[:SHOWN_FAULTS],
        "refused": len(faults),
    }
