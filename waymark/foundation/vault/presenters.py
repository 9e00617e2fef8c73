"""Documents as pages show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Model
from django.urls import reverse
from django.utils.formats import date_format, localize
from django.utils.translation import gettext as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import refuse
from waymark.foundation.kernel import clock

from . import clamd, policies, records
from .models import Document
from .states import Checked


@dataclass(frozen=True)
class Shown:
    """One document on a list. `href` is empty when it cannot be opened; `why` says why, or warns."""

    name: str
    added: str
    size: str
    checked: str
    href: str
    why: Any
    harmful: bool


def of_record(actor: Actor, record: Model) -> list[Shown]:
    """The documents of a record that the actor may see, oldest first. Two queries."""
    kind = records.of_table(record._meta.db_table)
    if kind is None:
        return []
    found = Document.objects.visible_to(actor).filter(about_table=kind.table, about_id=record.pk)
    runs = clamd.is_there()
    return [_shown(actor, kind, document, runs) for document in found]


def url(name: str, record: Model, document_id: UUID | None = None) -> str:
    """The address of a page of this record’s documents. ValueError for a record that takes none."""
    kind = records.of_table(record._meta.db_table)
    if kind is None:
        raise ValueError(f"{record._meta.label} takes no documents")
    given = [kind.code, record.pk] + ([document_id] if document_id else [])
    return reverse(f"vault:{name}", args=given)


def _shown(actor: Actor, kind: records.Kind, document: Document, runs: bool) -> Shown:
    may = policies.open_document(actor, document, checker_runs=runs)
    if document.is_taken_out:
        may = refuse("")
    warned = _("Not checked for viruses. Open it in this demonstration only.")
    unchecked = document.checked == Checked.WAITING
    return Shown(
        name=document.name,
        added=date_format(clock.uk_date(document.added_at), "j F Y"),
        size=size(document.size),
        checked=str(Checked(document.checked).label),
        href=_opens(kind, document) if may else "",
        why=may.sentence if not may else (warned if unchecked else ""),
        harmful=document.checked == Checked.INFECTED,
    )


def _opens(kind: records.Kind, document: Document) -> str:
    there = [kind.code, document.about_id, document.pk]
    return kind.opens(document) if kind.opens else reverse("vault:open", args=there)


def size(count: int) -> str:
    """How long a file is, in words."""
    if count < 1_000_000:
        return _("%(number)s KB") % {"number": localize(max(1, round(count / 1000)))}
    return _("%(number)s MB") % {"number": localize(round(count / 1_000_000, 1))}
