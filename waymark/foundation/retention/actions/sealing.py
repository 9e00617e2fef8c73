"""Seals what is due: from then on only the record owner sees it."""

from __future__ import annotations

from datetime import datetime

from waymark.foundation.access.actors import Actor
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.retention import lives
from waymark.foundation.retention.models import Life


@deed("retention.seal")
def seal(*, by: Actor, at: datetime, life: Life) -> Life:
    """By the step that the record’s own part declares; the life follows by itself."""
    step = lives.find(life.kind).seal
    if step is not None:
        step(life.record_id, by, at)
    return life
