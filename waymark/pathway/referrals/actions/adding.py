"""The referrer adds what became known after sending."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse

from waymark.foundation import outbox
from waymark.foundation.access import context
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.queries import who_may
from waymark.foundation.ledger.deeds import deed
from waymark.pathway.referrals import form_policies as policies
from waymark.pathway.referrals.models import AddedInformation, Referral, Submission
from waymark.pathway.referrals.permissions import Permission


@deed("referrals.add-information")
def add_information(*, by: Actor, at: datetime, submission: Submission, words: str) -> AddedInformation:
    """Written beside the submission; the referral’s lead (or else the triage team) hears that there is something."""
    policies.submission_follow(by, submission).require()
    added = AddedInformation.objects.create(
        authority_id=submission.authority_id,
        grants=list(submission.grants),
        author_user_id=by.user_id,
        author_visitor_id=by.visitor_id,
        organisation_id=submission.organisation_id,
        submission=submission,
        words=words,
        added_at=at,
    )
    with context.lent(submission.authority_id):
        referral = Referral.objects.select_related("lead").filter(submission=submission).first()
        lead = referral.lead if referral else None
    for officer in [lead] if lead else who_may(Permission.QUEUE, submission.authority_id):
        outbox.post(
            "referrals.information-added",
            to=officer,
            key=f"referrals.information-added:{added.pk}:{officer.pk}",
            authority_id=submission.authority_id,
            link=reverse("referrals:triage-record", args=[submission.reference]),
            reference=submission.reference,
            at=at,
        )
    return added
