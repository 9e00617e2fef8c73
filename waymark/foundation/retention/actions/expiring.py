"""The daily round: dates worked out anew, what is due sealed, asked about, erased. Run again, it finds nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

import structlog
from django.db import connection, transaction

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.kernel import clock
from waymark.foundation.places.models import Authority
from waymark.foundation.retention import queries
from waymark.foundation.retention.kept import KEPT, WHEN_ROWS_ERASED, Kept
from waymark.foundation.retention.models import Life

from . import erasing, reviewing, sealing

BATCH = 500
JOB = "retention"
log = structlog.get_logger(__name__)


def expire_everywhere(now: datetime | None = None) -> int:
    """Every authority, every class. A class that fails is logged by name and does not hold up the others. How many."""
    moment = now or clock.now()
    recompute()
    gone = 0
    for authority_id in Authority.objects.filter(uses_waymark=True).values_list("pk", flat=True):
        gone += live(authority_id, moment)
        for kept in KEPT:
            if kept.erase is None:
                continue
            try:
                with transaction.atomic():
                    gone += expire(kept, authority_id, moment)
            except Exception as problem:  # noqa: BLE001  (one class must not keep the others alive)
                log.error(
                    "not erased", what=kept.class_code, model=kept.model, problem=type(problem).__name__
                )
    return gone


def recompute() -> int:
    """Every life’s dates anew, in case periods came into force or a review was answered. How many changed."""
    with acting(Actor.job(JOB)), connection.cursor() as cursor:
        cursor.execute("SELECT retention.recompute()")
        return int(cursor.fetchone()[0])


def live(authority_id: int, now: datetime) -> int:
    """Seals, asks and erases what is due in one authority. How many records were erased.

    One that fails is logged by its kind and does not hold up the others.
    """
    today = clock.uk_date(now)
    with acting(Actor.job(JOB, authority_id)) as by:
        for life in queries.due_to_seal(authority_id, today):
            _each("not sealed", life, partial(sealing.seal, by=by, at=now, life=life))
        for life in queries.due_to_review(authority_id, today):
            _each("review not asked", life, partial(reviewing.ask, by=by, at=now, life=life))
        return erasing.erase_all(queries.due_by_itself(authority_id, today), now)[0]


def _each(what: str, life: Life, step: Callable[[], Any]) -> None:
    try:
        with transaction.atomic():
            step()
    except Exception as problem:  # noqa: BLE001  (one record must not keep the others)
        log.error(what, kind=life.kind, class_code=life.class_code, problem=type(problem).__name__)


def expire(kept: Kept, authority_id: int, now: datetime) -> int:
    """One class of records in one authority, in one transaction. How many went."""
    if kept.erase is None:
        return 0
    with acting(Actor.job(JOB, authority_id)):
        keys = queries.due_keys(kept, authority_id, now)
        gone = 0
        for start in range(0, len(keys), BATCH):
            batch = keys[start : start + BATCH]
            rows = kept.model_class._default_manager.filter(pk__in=batch)
            gone += kept.erase(rows)
            _told(kept, set(batch) - set(rows.all().values_list("pk", flat=True)))
        if gone:
            erasing.note(authority_id, kept.class_code, kept.model, gone, now)
    return gone


def _told(kept: Kept, gone: set[Any]) -> None:
    for step in WHEN_ROWS_ERASED if gone else ():
        step(kept.model_class._meta.label_lower, gone)
