"""Which kinds of record take documents: a place that the parts above fill, in `AppConfig.ready`.

The pages of documents are the same for all; who may see and add, and where a page leads back to, each part says.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision

from .taking import DOCUMENTS, Taken

Asked = Callable[[Actor, Any], Decision]
LEAD = _(
    "Add only what is needed to understand the concern. What the file tells about its author, and where a picture was "
    "taken, is removed."
)


@dataclass(frozen=True)
class Kind:
    """`code` stands in the address. `may_read` and `may_add` are policies. `called` names the record in a caption
    (its reference, never a person), `page` is where one comes from. `infected` is told of a harmful document.
    `opens`: where its readers open a document, when that is not the page for all. `takes` says which files, and
    `lead` what to add."""

    code: str
    model: type[Model]
    may_read: Asked
    may_add: Asked
    called: Callable[[Any], Any]
    page: Callable[[Actor, Any], str]
    infected: Callable[[Actor, Any, Any], None] | None = None
    opens: Callable[[Any], str] | None = None
    takes: Taken = DOCUMENTS
    lead: Any = LEAD

    @property
    def table(self) -> str:
        return self.model._meta.db_table


KINDS: dict[str, Kind] = {}


def declare(kind: Kind) -> None:
    """ValueError when the code is another’s."""
    if KINDS.get(kind.code, kind).model is not kind.model:
        raise ValueError(f"{kind.code} is declared twice")
    KINDS[kind.code] = kind


def find(code: str) -> Kind:
    """The kind of that code. Http404 when there is none."""
    if code not in KINDS:
        raise Http404
    return KINDS[code]


def of_table(table: str) -> Kind | None:
    return next((kind for kind in KINDS.values() if kind.table == table), None)
