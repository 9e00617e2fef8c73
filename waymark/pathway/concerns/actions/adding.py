"""The referrer adds what became known after sending."""

from __future__ import annotations

from datetime import datetime

from waymark.foundation.access.actors import Actor
from waymark.foundation.ledger.deeds import deed
from waymark.pathway.concerns import desk, policies
from waymark.pathway.concerns.models import AddedInformation, Submission


@deed("concerns.add-information")
def add_information(*, by: Actor, at: datetime, submission: Submission, words: str) -> AddedInformation:
    """Written beside the submission. Whoever received it hears that there is something."""
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
    desk.in_charge().hear_more(by, at, added)
    return added
