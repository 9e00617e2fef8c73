"""The panel has looked again at somebody without consent: section 36(4)(e) and (f)."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel.refusals import Incomplete
from waymark.foundation.ledger.deeds import deed
from waymark.pathway.channel.models import Case
from waymark.pathway.consent import policies, queries, worklist
from waymark.pathway.consent.models import Cause, Outcome, Reassessed

from .carrying import needs, not_in_future, under
from .settling import set_day


@deed("consent.reassess")
def reassess(
    *,
    by: Actor,
    at: datetime,
    case: Case,
    version: int,
    outcome: str,
    on: date,
    reason: str,
    reassess_on: date | None = None,
) -> Reassessed:
    """What the panel made of it. Until the case moves on there is always a next day: each outcome sets one."""
    case = lock(case, version)
    found = queries.said(case)
    policies.reassess(by, case, found).require()
    if outcome not in (Outcome.PLAN, Outcome.EXIT, Outcome.NEW_DAY):
        raise Incomplete(_("Choose what came of it"), field="outcome")
    not_in_future(on, at, "on")
    needs(reason, _("Give the reason in at least one whole sentence."), "reason", whole=True)
    done = Reassessed.objects.create(
        **under(case, by, at), reassessment=found.waiting, outcome=outcome, on=on, reason=reason
    )
    set_day(case, by, at, cause=Cause.AGAIN, due_on=reassess_on)
    case.save_next()
    worklist.stage(case, by, at)
    return done
