"""A referral, sent as people send one."""

from __future__ import annotations

import uuid
from typing import Any

from tests.cast import Side
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.references import new_reference
from waymark.pathway.referrals.actions import receiving
from waymark.pathway.referrals.models import Submission

PERSON = {"name": "Robin Quillfeather", "born": "2012-03-04", "concerns": ["Said they would join a fight abroad.", "Draws flags."]}


def send(side: Side, who: str = "teacher", **answers: Any) -> uuid.UUID:
    """The key of the referral."""
    side.user("lead")
    with side.acting(who) as by:
        submission = Submission.objects.create(
            authority=side.authority,
            grants=[f"user:{by.id}", f"authority:{side.authority.pk}:triage", f"system:{side.authority.pk}"],
            reference=new_reference("R"),
            from_draft=uuid.uuid4(),
            form_version=1,
            answers=PERSON | answers,
            author_user_id=by.user_id,
            organisation=side.organisation("school"),
            sent_at=clock.now(),
        )
        return receiving.receive(by=by, submission=submission).pk
