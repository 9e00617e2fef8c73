"""What the referrer is told of what became of their referral: plain steps, and a note if somebody wrote one."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse

from waymark.foundation import outbox
from waymark.foundation.access import context
from waymark.foundation.access.actors import Actor
from waymark.pathway.concerns.models import Progress, Step, Submission


def tell(*, by: Actor, at: datetime, submission: Submission, code: str, note: str = "") -> Progress | None:
    """One step more on the referrer’s page, and a message to the author that there is news.

    `code` is one of `models.Step`; an empty one (nothing is released) writes nothing. ValueError for any other.
    Called inside a deed; whoever acts need not see the submission.
    """
    if not code:
        return None
    step = Step(code)
    with context.lent(submission.authority_id):
        told = Progress.objects.create(
            authority_id=submission.authority_id,
            grants=list(submission.grants),
            submission=submission,
            step=step,
            note=note,
            happened_at=at,
        )
    if step != Step.RECEIVED:
        outbox.post(
            "concerns.progress",
            to=submission.author_user or submission.author_visitor,
            key=f"concerns.progress:{told.pk}",
            authority_id=submission.authority_id,
            link=reverse("concerns:progress", args=[submission.reference]),
            reference=submission.reference,
            at=at,
        )
    return told
