"""The only ways to get a protected record: visible to the actor, or a 404."""

from __future__ import annotations

from typing import Any, TypeVar

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Model, QuerySet
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from waymark.foundation.kernel.kept_sql import KeptSQL
from waymark.foundation.kernel.refusals import Stale

from . import glass
from .actors import Actor

Record = TypeVar("Record", bound=Model)

CHANGED = _(
    "Somebody else changed this record while you had it open. Read what is there now, then try again."
)


def load(records: QuerySet[Record] | KeptSQL[Record], actor: Actor, **lookup: Any) -> Record:
    """The one record that `lookup` names. Http404 alike for one that is not there and one that is not yours.

    A kept query takes what the actor holds (`held_by`), then the values of the lookup in their order. A record that
    only break-glass lends gives the request that purpose.
    """
    try:
        if isinstance(records, KeptSQL):
            (found,) = records(*actor.opens, *lookup.values())
        else:
            found = records.visible_to(actor).get(**lookup)  # type: ignore[attr-defined]
    except (ObjectDoesNotExist, ValueError) as missing:
        raise Http404 from missing
    glass.under(found, actor)
    return found


def lock(record: Record, version: int | None = None) -> Record:
    """The same record, read anew and locked until the end of the transaction.

    With `version`, Stale unless it is still that one. Http404 when the record is no longer visible.
    """
    fresh = type(record)._default_manager.select_for_update(of=("self",)).filter(pk=record.pk).first()
    if fresh is None:
        raise Http404
    if version is not None and fresh.version != version:  # type: ignore[attr-defined]
        raise Stale(CHANGED)
    return fresh
