"""Long registers: read, and taken, as whoever sent them."""

from __future__ import annotations

from uuid import UUID

import structlog
from procrastinate.contrib.django import app as queue

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.kernel import clock
from waymark.foundation.places.actions import importing
from waymark.foundation.places.importing.reports import WrongFile
from waymark.foundation.places.models import RegisterUpload

from . import policies
from .actions.registers import LOOK, TAKE
from .permissions import Permission

log = structlog.get_logger(__name__)


@queue.task(name=LOOK, queue="importing")
def look_at_register(upload_id: str, user_id: str, organisation_id: int | None) -> None:
    """Notes what a register would change; how far it is stands in its row. Does nothing when that is done."""
    uploads = RegisterUpload.objects.filter(pk=upload_id)
    held = uploads.filter(looked_at__isnull=True, problem="").first()
    if held is None:
        return

    def told(done: int) -> None:
        uploads.update(done=done)

    try:
        importing.look(held, clock.now(), told)
    except WrongFile as fault:
        uploads.update(problem=str(fault)[:500])
        return
    uploads.update(shown=held.shown, looked_at=held.looked_at, done=held.done)


@queue.task(name=TAKE, queue="importing")
def take_register(upload_id: str, user_id: str, organisation_id: int | None) -> None:
    """Does what was shown, in one transaction, with the right that whoever confirmed it has now. Once."""
    actor = Actor.of_user(UUID(user_id), organisation_id)
    held = RegisterUpload.objects.filter(pk=upload_id, applied_at__isnull=True).first()
    if held is None:
        return
    if not actor.may(Permission.IMPORT):
        RegisterUpload.objects.filter(pk=upload_id).update(problem=str(policies.NO_RIGHT))
        log.warning("directory.register-not-taken", id=upload_id)
        return
    with acting(actor) as by:
        importing.take(by=by, upload=held)
