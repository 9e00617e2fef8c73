"""Consent is taken back: at any time, at once, by the person or by whoever gave it for them."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel.refusals import Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.pathway.channel.models import Case
from waymark.pathway.consent import policies, queries
from waymark.pathway.consent.models import Withdrawal

from .carrying import needs, not_in_future, under
from .settling import settle


@deed("consent.withdraw")
def withdraw(
    *,
    by: Actor,
    at: datetime,
    case: Case,
    version: int,
    withdrawn_on: date,
    withdrawn_by: str,
    method: str,
    safeguarding: str,
    reassess_on: date | None,
    words: str = "",
) -> Withdrawal:
    """Support stops in this transaction. The day on which the panel looks again has to be set with it."""
    case = lock(case, version)
    found = queries.said(case)
    policies.withdraw(by, case, found).require()
    assert found.newest is not None  # noqa: S101  (the policy asked)
    not_in_future(withdrawn_on, at, "withdrawn_on")
    if withdrawn_on < found.newest.asked_on:
        raise Refusal(
            _("Consent was given after that day. Check on which day it was taken back."), field="withdrawn_on"
        )
    needs(safeguarding, _("Say what else was considered to keep the person safe"), "safeguarding")
    withdrawal = Withdrawal.objects.create(
        **under(case, by, at), consent=found.newest, withdrawn_on=withdrawn_on, withdrawn_by=withdrawn_by,
        method=method, words=words, safeguarding=safeguarding,
    )  # fmt: skip
    settle(case, by, at, on=withdrawn_on, reassess_on=reassess_on)
    return withdrawal
