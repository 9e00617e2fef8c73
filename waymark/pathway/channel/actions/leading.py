"""Who answers for a case: whoever leads the referral, whoever takes it over, another when their account ends."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access import context
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.access.models import Membership
from waymark.foundation.access.queries import interested, who_may
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NeedsAnother
from waymark.foundation.ledger.deeds import Doer, deed
from waymark.pathway.channel import policies
from waymark.pathway.channel.models import Case, Kind
from waymark.pathway.channel.permissions import Permission
from waymark.pathway.channel.states import ENDED
from waymark.pathway.referrals.actions.leading import first_lead

from .moving import note

NOBODY_LEFT = _(
    "This person leads open Channel cases, and nobody else in their authority may. "
    "Give somebody the role of Prevent lead first."
)


@deed("channel.take")
def take(*, by: Actor, at: datetime, case: Case, version: int) -> Case:
    """The doer becomes the lead professional."""
    case = lock(case, version)
    policies.take(by, case).require()
    case.lead = get_user_model()._default_manager.get(pk=by.user_id)
    case.save_next("lead")
    note(case, Kind.LED, by, at, on=clock.uk_date(at), lead=case.lead)
    return case


def when_lead_leaves(*, by: Doer, at: datetime, user: AbstractBaseUser) -> None:
    """Every open case the person led goes to another, in the transaction that disables their account."""
    authorities = set(Membership.objects.filter(user=user).values_list("authority_id", flat=True))
    for authority_id in sorted(authorities):
        if who_may(Permission.LEAD, authority_id).filter(pk=user.pk).exists():
            continue
        with context.lent(authority_id):
            left = Case.objects.filter(authority_id=authority_id, lead=user).exclude(state__in=ENDED)
            for case in left.select_for_update(of=("self",)).order_by("pk"):
                pass_on(by=by, at=at, case=case, leaver=user)


def before_interest(by: Actor, at: datetime, kind: str, key: UUID) -> None:
    """Somebody says that they have an interest in a referral: they see its case no more, and another leads it."""
    if kind != "referrals.referral" or by.user_id is None:
        return
    theirs = Case.objects.filter(referral_id=key, lead_id=by.user_id).exclude(state__in=ENDED)
    for authority_id in theirs.values_list("authority_id", flat=True):
        with context.lent(authority_id):
            for case in theirs.select_for_update(of=("self",)):
                pass_on(by=by, at=at, case=case, leaver=case.lead)


def still_led(by: Doer, at: datetime, case: Case) -> None:
    """A step of what takes up a case that was over: whoever led it may have left since, and then another does."""
    if not who_may(Permission.LEAD, case.authority_id).filter(pk=case.lead_id).exists():
        with context.lent(case.authority_id):
            pass_on(by=by, at=at, case=case, leaver=case.lead)


@deed("channel.pass-on")
def pass_on(*, by: Doer, at: datetime, case: Case, leaver: AbstractBaseUser) -> Case:
    """The case of somebody who left goes to the Prevent lead, or to whoever else may lead it and has no interest."""
    successor = first_lead(case.authority_id, but=[leaver.pk, *interested(case.tokens)])
    if successor is None:
        raise NeedsAnother(NOBODY_LEFT)
    case.lead = get_user_model()._default_manager.get(pk=successor.pk)
    case.save_next("lead")
    note(case, Kind.LED, by, at, on=clock.uk_date(at), lead=case.lead)
    return case
