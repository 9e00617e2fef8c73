"""A document comes to a record: looked at, made anew, sealed, and kept apart until a virus checker has seen it."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

import structlog
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app as queue
from procrastinate.exceptions import AlreadyEnqueued

from waymark.foundation.access.actors import Actor
from waymark.foundation.kernel import sealing
from waymark.foundation.kernel.refusals import Incomplete, NotNow
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.vault import apart, chunks, keyring, records, store, taking
from waymark.foundation.vault.inspecting import Unacceptable
from waymark.foundation.vault.models import Document

CHECK = "vault.check_document"
FIELD = "document"
MOST_DOCUMENTS = 30
NOT_STORED = _("The document could not be stored, and nothing was added. Try again later.")
TOO_MANY = _("There are 30 documents already, and there can be no more.")
log = structlog.get_logger(__name__)


@deed("vault.add-document")
def add_document(*, by: Actor, at: datetime, record: Any, name: str, content: bytes) -> Document:
    """The document, sealed with the key of its record. Incomplete (at the field) when the file is not taken.

    Whatever breaks afterwards leaves no row; a file without a row is swept away by a job.
    """
    kind = records.of_table(record._meta.db_table)
    if kind is None:
        raise ValueError(f"{record._meta.label} takes no documents")
    kind.may_add(by, record).require()
    if _of(record).count() >= MOST_DOCUMENTS:
        raise NotNow(TOO_MANY, field=FIELD)
    what = taking.kind_of(name)
    if what not in kind.takes.kinds:
        raise Incomplete(kind.takes.wrong, field=FIELD)
    try:
        cleaned = apart.clean(what, content)
    except Unacceptable as problem:
        raise Incomplete(taking.WORDS[problem.code], field=FIELD) from problem
    document = Document(
        authority_id=record.authority_id,
        grants=_grants(record),
        about_table=record._meta.db_table,
        about_id=record.pk,
        name=taking.name_of(name, what),
        kind=what,
        size=len(cleaned),
        stored_as=uuid.uuid4(),
        added_by_user_id=by.user_id,
        added_by_visitor_id=by.visitor_id,
        added_at=at,
    )
    document.record = record
    _store(document, cleaned)
    return document


@deed("vault.move-documents")
def move_documents(*, by: Actor, at: datetime, record: Any, to: Any) -> Any:
    """Gives the documents of one record to another: a draft that is sent becomes a submission. The record given to.

    Only keys are wrapped anew; the sealed files stay as they are.
    """
    for document in list(_of(record)):
        name, secret = document.name, key_of(document)
        document.record = to
        document.about_table, document.about_id = to._meta.db_table, to.pk
        document.grants, document.record_key = _grants(to), keyring.key_of(to).id
        document.wrapped = sealing.seal(keyring.key_of(to).secret, secret, about(document))
        document.name = name
        document.forget_sealed("name")
        document.save_next("name", "about_table", "about_id", "grants", "record_key", "wrapped")
    return to


def key_of(document: Document) -> bytes:
    """The key of a document’s file. NotNow (with the day) when it was erased, or taken out."""
    if document.is_taken_out:
        raise NotNow(document.name)
    key = keyring.data_key(document.record_key)
    if key.destroyed_at is not None:
        raise NotNow(document.name)
    return sealing.unseal(key.secret, bytes(document.wrapped), about(document))


def about(document: Document) -> bytes:
    """What a file and its key are bound to: neither opens under another document."""
    return b"waymark document 1|" + document.pk.bytes


def defer_check(document: Document) -> None:
    """Queues the look of the virus checker, in the transaction of the deed."""
    job = queue.configure_task(CHECK, queueing_lock=f"{CHECK}:{document.pk}")
    try:
        with transaction.atomic():
            job.defer(document_id=str(document.pk), authority_id=document.authority_id)
    except AlreadyEnqueued:
        return


def _store(document: Document, content: bytes) -> None:
    key = keyring.key_of(document.record)
    if key.destroyed_at is not None:
        raise NotNow(NOT_STORED)
    secret = sealing.new_key()
    document.record_key = key.id
    document.wrapped = sealing.seal(key.secret, secret, about(document))
    try:
        store.write(document.stored_as, chunks.seal(secret, content, about(document)))
    except OSError as problem:
        log.error("vault.not-stored", problem=type(problem).__name__)
        raise NotNow(NOT_STORED, field=FIELD) from problem
    try:
        document.save(force_insert=True)
        defer_check(document)
    except BaseException:
        store.remove(document.stored_as)
        raise


def _of(record: Any) -> Any:
    return Document.objects.filter(about_table=record._meta.db_table, about_id=record.pk)


def _grants(record: Any) -> list[str]:
    return list(dict.fromkeys([*record.grants, f"system:{record.authority_id}"]))
