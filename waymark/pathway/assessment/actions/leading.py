"""Who is responsible for an assessment: whoever took it, and another when their account ends."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access import context
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.access.models import Membership
from waymark.foundation.access.queries import who_may
from waymark.foundation.kernel.refusals import NeedsAnother
from waymark.foundation.ledger.deeds import Doer, deed
from waymark.pathway.assessment import policies, worklist
from waymark.pathway.assessment.models import PoliceAssessment
from waymark.pathway.referrals.permissions import Permission

NOBODY_LEFT = _(
    "This person leads open police assessments, and nobody else of the police may. "
    "Give somebody the role of police Channel coordinator first."
)


@deed("assessment.take")
def take(*, by: Actor, at: datetime, assessment: PoliceAssessment, version: int) -> PoliceAssessment:
    """The doer becomes the lead professional: of one nobody took, or in place of a colleague."""
    assessment = lock(assessment, version)
    policies.take(by, assessment).require()
    assessment.lead_id = by.user_id
    assessment.save_next("lead")
    worklist.stage(assessment, by, at)
    return assessment


def when_lead_leaves(*, by: Doer, at: datetime, user: AbstractBaseUser) -> None:
    """Every open assessment the person led goes to another, in the transaction that disables their account."""
    authorities = set(Membership.objects.filter(user=user).values_list("authority_id", flat=True))
    for authority_id in sorted(authorities):
        if who_may(Permission.POLICE_DECIDE, authority_id).filter(pk=user.pk).exists():
            continue
        with context.lent(authority_id):
            left = PoliceAssessment.objects.filter(
                authority_id=authority_id, lead=user, ended_at__isnull=True
            )
            for assessment in left.select_for_update(of=("self",)).order_by("pk"):
                pass_on(by=by, at=at, assessment=assessment, leaver=user)


@deed("assessment.pass-on")
def pass_on(
    *, by: Doer, at: datetime, assessment: PoliceAssessment, leaver: AbstractBaseUser
) -> PoliceAssessment:
    """The assessment of somebody who left goes to a supervisor of the police, or to another coordinator."""
    able = (
        who_may(permission, assessment.authority_id).exclude(pk=leaver.pk).first()
        for permission in (Permission.POLICE_APPROVE, Permission.POLICE_DECIDE)
    )
    successor = next((person for person in able if person), None)
    if successor is None:
        raise NeedsAnother(NOBODY_LEFT)
    assessment.lead = get_user_model()._default_manager.get(pk=successor.pk)
    assessment.save_next("lead")
    worklist.stage(assessment, by, at)
    return assessment
