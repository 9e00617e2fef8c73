"""The documents of a record: the list, adding one, and opening one."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET, require_http_methods

from waymark.foundation.access.doors import requires
from waymark.foundation.access.filling import fill, shown
from waymark.foundation.access.loading import load
from waymark.foundation.ledger import reads
from waymark.foundation.vault import clamd, policies, presenters, records, serving
from waymark.foundation.vault.actions import adding
from waymark.foundation.vault.forms.documents import AddDocument
from waymark.foundation.vault.models import Document
from waymark.foundation.vault.permissions import Permission


@requires(Permission.READ_DOCUMENTS, shows=Document)
@require_GET
def listing(request: HttpRequest, code: str, record_id: UUID) -> HttpResponse:
    kind, record = _record(request, code, record_id)
    given = {"documents": presenters.of_record(request.actor, record), **_given(request, kind, record)}  # type: ignore[attr-defined]
    return shown(request, record, "vault/documents.html", given)


@requires(Permission.ADD_DOCUMENTS, shows=Document)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, code: str, record_id: UUID) -> HttpResponse:
    kind, record = _record(request, code, record_id)
    by = request.actor  # type: ignore[attr-defined]
    return fill(
        request,
        form=AddDocument(request.POST or None, request.FILES or None, taken=kind.takes),
        may=kind.may_add(by, record),
        act=lambda said: adding.add_document(
            by=by, record=record, name=said["document"].name, content=said["document"].read()
        ),
        record=record,
        template="vault/add.html",
        given=_given(request, kind, record),
        back=("vault:documents", code, str(record_id)),
    )


@requires(Permission.READ_DOCUMENTS, shows=Document)
@require_GET
def open_one(request: HttpRequest, code: str, record_id: UUID, document_id: UUID) -> HttpResponse:
    """The document itself, as a file to keep."""
    _kind, record = _record(request, code, record_id)
    by = request.actor  # type: ignore[attr-defined]
    documents = Document.objects.filter(about_table=record._meta.db_table, about_id=record.pk)
    document = load(documents, by, pk=document_id)
    policies.open_document(by, document, checker_runs=clamd.is_there()).require()
    response = serving.served(document)
    reads.note(request, document)
    return response  # type: ignore[return-value]  # the same to the middleware


def _record(request: HttpRequest, code: str, record_id: UUID) -> tuple[records.Kind, Model]:
    """The record, if the actor may see it; otherwise there is none (404)."""
    kind = records.find(code)
    record = load(kind.model._default_manager.all(), request.actor, pk=record_id)  # type: ignore[attr-defined]
    kind.may_read(request.actor, record).require()  # type: ignore[attr-defined]
    return kind, record


def _given(request: HttpRequest, kind: records.Kind, record: Model) -> dict[str, object]:
    actor = request.actor  # type: ignore[attr-defined]
    return {
        "called": kind.called(record),
        "lead": kind.lead,
        "back_href": kind.page(actor, record),
        "may_add": kind.may_add(actor, record) and actor.may(Permission.ADD_DOCUMENTS),
        "add_href": presenters.url("add", record),
        "list_href": presenters.url("documents", record),
        "checker_runs": clamd.is_there(),
    }
