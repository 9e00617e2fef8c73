"""That rows go on their day: none earlier, all of them then, with what stood beside them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from waymark.foundation.retention.actions.expiring import expire_everywhere
from waymark.foundation.retention.models import Disposal
from waymark.foundation.tasks.models import Task
from waymark.foundation.vault.models import RecordKey

from .clocks import on


def left(everything: Any, model: Any) -> int:
    with everything():
        return int(model._base_manager.count())


def goes_on(day: date, model: Any, everything: Any, class_code: str) -> None:
    """Of that model all there is goes on that day, as of that class, and nothing one day earlier."""
    before = left(everything, model)
    for hour in (1, 23):
        with on(day - timedelta(days=1), hour):
            expire_everywhere()
        assert before and left(everything, model) == before
    with on(day, 1):
        expire_everywhere()
        assert left(everything, model) == 0
        expire_everywhere()
    with everything():
        log = Disposal.objects.get(model=model._meta.label)
        assert (log.count, log.class_code) == (before, class_code)


def nothing_is_readable(everything: Any, key: UUID) -> None:
    """The key of the record’s words is destroyed, and nobody is asked about it any more."""
    with everything():
        assert RecordKey.objects.filter(about_id=key).exists(), "its words were sealed"
        assert not RecordKey.objects.filter(about_id=key, destroyed_at=None).exists()
        assert not Task._base_manager.filter(about_id=str(key)).exists()
