"""What the virus checker says of a document is written down. Without a clear word it stays where it is: unopened."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

import structlog
from django.db.models import Exists, OuterRef

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.sealing import Tampered
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.places.models import Authority
from waymark.foundation.vault import chunks, clamd, records, store
from waymark.foundation.vault.models import Document, RecordKey
from waymark.foundation.vault.states import Checked

from .adding import about, defer_check, key_of

JOB = "vault"
MOST_AT_ONCE = 100
log = structlog.get_logger(__name__)


def check(document_id: UUID, authority_id: int) -> str:
    """Has one document looked at, outside any transaction. What is known of it afterwards."""
    if not clamd.is_there():
        return str(Checked.WAITING)
    with acting(Actor.job(JOB, authority_id)):
        document = Document.objects.filter(pk=document_id, checked=Checked.WAITING).first()
        if document is None or document.is_taken_out:
            return ""
        secret = key_of(document)
    try:
        with store.place_of(document.stored_as).open("rb") as source:
            answer = clamd.look_at(chunks.unseal(secret, source, about(document)))
    except (clamd.Unanswered, Tampered, OSError) as problem:
        log.warning("vault.not-checked", document=str(document_id), problem=type(problem).__name__)
        return str(Checked.WAITING)
    with acting(Actor.job(JOB, authority_id)) as by:
        note_answer(by=by, document=document, answer=answer)
    return str(document.checked)


@deed("vault.check-document")
def note_answer(*, by: Actor, at: datetime, document: Document, answer: clamd.Answer) -> Document:
    """Writes down what was said. A harmful document’s record is told, by the part it belongs to."""
    document.checked = Checked.INFECTED if answer.found else Checked.CLEAN
    document.checked_at, document.checked_with = at, answer.by
    document.save_next("checked", "checked_at", "checked_with")
    kind = records.of_table(document.about_table)
    if answer.found and kind is not None and kind.infected is not None:
        record = kind.model._default_manager.filter(pk=document.about_id).first()
        if record is not None:
            kind.infected(by, record, document)
    return document


def check_waiting() -> int:
    """Queues every document that still waits. How many."""
    found = 0
    if not clamd.is_there():
        return found
    for authority_id in Authority.objects.order_by("pk").values_list("pk", flat=True):
        with acting(Actor.job(JOB, authority_id)):
            waiting = Document.objects.filter(authority_id=authority_id, checked=Checked.WAITING)
            for document in waiting.order_by("added_at")[:MOST_AT_ONCE]:
                defer_check(document)
                found += 1
    return found


def sweep(now: datetime | None = None) -> int:
    """Removes files that no document names, and files of documents whose key is destroyed. How many."""
    wanted: set[str] = set()
    for authority_id in Authority.objects.order_by("pk").values_list("pk", flat=True):
        with acting(Actor.job(JOB, authority_id)):
            wanted |= {stored.hex for stored in _readable(authority_id)}
    return store.sweep(wanted, (now or clock.now()).timestamp())


def _readable(authority_id: int) -> list[UUID]:
    """Names of files whose key still opens them."""
    alive = RecordKey.objects.filter(pk=OuterRef("record_key"), destroyed_at__isnull=True)
    documents = Document.objects.filter(Exists(alive), authority_id=authority_id)
    return list(documents.values_list("stored_as", flat=True))
