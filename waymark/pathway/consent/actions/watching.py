"""Time passes: what comes near its day stands on My day, what is over stops. Each once, however late the job runs."""

from __future__ import annotations

from datetime import datetime

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.places.models import Authority
from waymark.pathway.channel.models import Case
from waymark.pathway.channel.states import ADOPTED
from waymark.pathway.consent import worklist

from . import lapsing


def watch_everywhere(now: datetime | None = None) -> None:
    """One authority at a time, each in a transaction of its own."""
    moment = now or clock.now()
    for authority_id in Authority.objects.filter(uses_waymark=True).values_list("pk", flat=True):
        with acting(Actor.job("consent", authority_id)) as by:
            for case in Case.objects.filter(authority_id=authority_id, state__in=ADOPTED).select_related(
                "lead"
            ):
                if lapsing.ended_on(case, clock.uk_date(moment)) is not None:
                    case = lock(case)
                    lapsing.keep_up(case, by, moment)
                worklist.stage(case, by, moment)
