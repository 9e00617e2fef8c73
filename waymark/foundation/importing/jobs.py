"""Long lists are checked and saved in the background, as whoever sent them: with the rights that they have then."""

from __future__ import annotations

from uuid import UUID

import structlog
from django.utils import translation
from procrastinate.contrib.django import app as queue

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.importing import kinds
from waymark.foundation.importing.actions import files
from waymark.foundation.importing.checking import check, set_apart
from waymark.foundation.importing.models import Import
from waymark.foundation.interface import nations
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Refusal

log = structlog.get_logger(__name__)


@queue.task(name=files.CHECK, queue="importing")
def check_rows(import_id: str, authority_id: int) -> None:
    """Checks every row; does nothing when that is done. How far it is stands in the row as it goes on."""
    sender = _sender(UUID(import_id), authority_id)
    with acting(sender) as by:
        held = Import.objects.filter(pk=import_id).first()
        if held is None or held.matched_at is None or held.checked_at is not None:
            return
        kind, table = kinds.find(held.kind), held.table["rows"]
        known, version = kind.begin(by, held.authority_id, held.about), held.version

    def told(done: int) -> None:
        with acting(sender):
            Import.objects.filter(pk=import_id, version=version).update(done=done)

    with translation.override(nations.said_in(held.language, sender.nation)):
        result = check(kind, known, table, held.matching, told)
    with acting(sender) as by:
        held = Import.objects.select_for_update().get(pk=import_id)
        if held.version == version:  # otherwise the columns were matched anew meanwhile
            result = set_apart(kind, by, held.authority_id, held.about, result)
            files.note_checked(held, result, clock.now())


@queue.task(name=files.TAKE, queue="importing")
def take_rows(import_id: str, authority_id: int) -> None:
    """Saves the good rows in one transaction; does nothing when that is done."""
    sender = _sender(UUID(import_id), authority_id)
    try:
        with acting(sender) as by:
            held = Import.objects.select_for_update().get(pk=import_id)
            if held.confirmed_at is None or held.taken_at is not None:
                return
            with translation.override(nations.said_in(held.language, sender.nation)):
                files.take(by=by, held=held)
    except Refusal as refusal:
        with acting(sender):
            Import.objects.filter(pk=import_id).update(problem=str(refusal)[:500])
        log.warning("importing.not-taken", id=import_id)


def _sender(import_id: UUID, authority_id: int) -> Actor:
    with acting(Actor.job("importing", authority_id)):
        held = Import.objects.only("sent_by_id", "working_for_id").get(pk=import_id)
    return Actor.of_user(held.sent_by_id, held.working_for_id)
