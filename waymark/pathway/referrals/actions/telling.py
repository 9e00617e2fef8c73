"""Who hears by e-mail that something came in: whoever leads the referral, else the triage team. Never what it says."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse

from waymark.foundation import outbox
from waymark.foundation.access import context
from waymark.foundation.access.queries import who_may
from waymark.foundation.accounts.models import User
from waymark.pathway.concerns.models import AddedInformation, Submission
from waymark.pathway.referrals.models import Handover, InformationRequest, Redirect, Referral
from waymark.pathway.referrals.permissions import Permission


def arrived(submission: Submission, at: datetime) -> None:
    """A new referral: all of triage hears of it."""
    team = who_may(Permission.QUEUE, submission.authority_id)
    _tell("referrals.new", team, submission.authority_id, submission.reference, submission.pk, at)


def added(information: AddedInformation, at: datetime) -> None:
    """The referrer added something."""
    submission = information.submission
    with context.lent(submission.authority_id):
        referral = Referral.objects.select_related("lead").filter(submission=submission).first()
    officers = _whose(referral, submission.authority_id)
    where = submission.authority_id, submission.reference
    _tell("referrals.information-added", officers, *where, information.pk, at)


def answered(asked: InformationRequest | Redirect, at: datetime) -> None:
    """An organisation answered on its own page."""
    with context.lent(asked.authority_id):
        referral = Referral.objects.select_related("lead").get(pk=asked.referral_id)
    officers = _whose(referral, asked.authority_id)
    _tell("referrals.answered", officers, asked.authority_id, referral.reference, asked.pk, at)


def handover_answered(handover: Handover, at: datetime) -> None:
    """Whoever offered a referral hears that the answer is there."""
    where = handover.authority_id, handover.referral.reference
    _tell("referrals.handover-answered", [handover.offered_by], *where, handover.pk, at)


def _whose(referral: Referral | None, authority_id: int) -> Iterable[User]:
    if referral is not None and referral.lead is not None:
        return [referral.lead]
    return who_may(Permission.QUEUE, authority_id)


def _tell(
    code: str, officers: Iterable[User], authority_id: int, reference: str, about: object, at: datetime
) -> None:
    for officer in officers:
        outbox.post(
            code,
            to=officer,
            key=f"{code}:{about}:{officer.pk}",
            authority_id=authority_id,
            link=reverse("referrals:triage-record", args=[reference]),
            reference=reference,
            at=at,
        )
