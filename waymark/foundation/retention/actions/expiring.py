"""Erases what is due, one authority and one class at a time, and logs how many. Run again, it erases nothing."""

from __future__ import annotations

from datetime import datetime

import structlog
from django.db import transaction

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.kernel import clock
from waymark.foundation.places.models import Authority
from waymark.foundation.retention.kept import KEPT, Kept
from waymark.foundation.retention.models import Disposal
from waymark.foundation.retention.queries import due_keys

BATCH = 500
JOB = "retention"
log = structlog.get_logger(__name__)


def expire_everywhere(now: datetime | None = None) -> int:
    """Every authority, every class. A class that fails is logged by name and does not hold up the others. How many."""
    moment = now or clock.now()
    gone = 0
    for authority_id in Authority.objects.filter(uses_waymark=True).values_list("pk", flat=True):
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


def expire(kept: Kept, authority_id: int, now: datetime) -> int:
    """One class of records in one authority, in one transaction. How many went."""
    if kept.erase is None:
        return 0
    with acting(Actor.job(JOB, authority_id)):
        keys = due_keys(kept, authority_id, now)
        gone = 0
        for start in range(0, len(keys), BATCH):
            rows = kept.model_class._default_manager.filter(pk__in=keys[start : start + BATCH])
            gone += kept.erase(rows)
        if gone:
            _note(kept, authority_id, gone, now)
    return gone


def _note(kept: Kept, authority_id: int, count: int, now: datetime) -> None:
    Disposal.objects.create(
        authority_id=authority_id,
        grants=[f"system:{authority_id}", f"authority:{authority_id}:ledger"],
        class_code=kept.class_code,
        model=kept.model,
        count=count,
        on_date=clock.uk_date(now),
    )
