"""Opens a sample of the protected rows, each field of them: how a restore proves that records can be read."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from django.apps import apps

from waymark.foundation.kernel.restoring import Opened
from waymark.foundation.places.models import Authority

from .actors import Actor
from .context import acting
from .models import Protected

JOB = "restore-sample"


def open_rows(count: int) -> Opened:
    """Up to `count` rows of every kind that the system may see, in each authority. A row’s fault names its table."""
    authorities = Authority.objects.filter(uses_waymark=True).values_list("pk", flat=True)
    opened, there, faults = 0, 0, []
    with acting(Actor.job(JOB, *authorities)) as actor:
        for model in _kinds():
            rows = model.objects.visible_to(actor)
            there += rows.count()
            for key in rows.order_by("-recorded_at").values_list("pk", flat=True)[:count]:
                opened += 1
                faults += _unread(model, key)
    return Opened(opened, there, tuple(faults))


def _kinds() -> Iterator[type[Protected]]:
    return (model for model in apps.get_models() if issubclass(model, Protected))


def _unread(model: type[Protected], key: UUID) -> list[str]:
    """What stops this row from being read, field by field; nothing, as a rule."""
    try:
        row = model.objects.get(pk=key)
        for field in row._meta.concrete_fields:
            getattr(row, field.attname)
    except Exception as problem:  # noqa: BLE001  (whatever stops a row from being read is the finding)
        return [f"a row of {model._meta.label} cannot be read: {type(problem).__name__}"]
    return []
