"""Reads of keys, for parts that erase by destroying them."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from .models import RecordKey


def has_key(model: type[Model]) -> Q:
    """Rows of a record’s model whose key still opens something."""
    keys = RecordKey.objects.filter(
        about_table=model._meta.db_table, about_id=OuterRef("pk"), destroyed_at__isnull=True
    )
    return Q(Exists(keys))


def keys_of(rows: QuerySet[Any]) -> QuerySet[RecordKey]:
    """The keys of these rows that are not destroyed. `.update(destroyed_at=…)` destroys them."""
    return RecordKey.objects.filter(
        about_table=rows.model._meta.db_table, about_id__in=rows.values("pk"), destroyed_at__isnull=True
    )
