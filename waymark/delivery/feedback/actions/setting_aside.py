"""Words that name somebody are set aside: they are gone, and why stays."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from waymark.delivery.feedback import policies
from waymark.delivery.feedback.models import Remark
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel.refusals import Incomplete
from waymark.foundation.ledger.deeds import deed


@deed("feedback.set-aside")
def set_aside(*, by: Actor, at: datetime, remark: Remark, version: int, because: str) -> Remark:
    """Nobody reads these words again."""
    remark = lock(remark, version)
    policies.set_aside(by, remark).require()
    if not because:
        raise Incomplete(_("Say why the words are set aside."), field="because")
    remark.words, remark.set_aside_at, remark.set_aside_because = "", at, because
    remark.set_aside_by_id = by.user_id
    remark.save_next("words", "set_aside_at", "set_aside_because", "set_aside_by")
    return remark
