"""A referral, sent as people send one."""

from __future__ import annotations

import uuid
from typing import Any

from tests.cast import Side
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.references import Letter, new_reference
from waymark.pathway.concerns.models import Submission
from waymark.pathway.referrals.actions import receiving

CONCERNS = ("Said they would join a fight abroad.", "Draws flags on every page.")


def answers(surname: str, born: str, concerns: tuple[str, ...] | list[str]) -> dict[str, Any]:
    """As version 1 of the form keeps them."""
    said = [
        {
            "words": words,
            "happened_on": {"on": "2026-10-01", "precision": "month"},
            "standing": "fact",
            "source": "class teacher",
        }
        for words in concerns
    ]
    return {
        "name": {"forenames": "Robin", "surname": surname},
        "born": {"born": {"on": born, "precision": "day"}},
        "concern": {"rows": said, "done": True},
    }


def send(
    side: Side,
    who: str = "teacher",
    surname: str = "Quillfeather",
    born: str = "2012-03-04",
    concerns: tuple[str, ...] | list[str] = CONCERNS,
    **more: Any,
) -> uuid.UUID:
    """The key of the referral."""
    side.user("lead")
    with side.acting(who) as by:
        submission = Submission.objects.create(
            authority=side.authority,
            grants=[f"user:{by.id}", f"authority:{side.authority.pk}:triage", f"system:{side.authority.pk}"],
            reference=new_reference(Letter.REFERRAL),
            from_draft=uuid.uuid4(),
            form_version=1,
            answers=answers(surname, born, concerns) | more,
            author_user_id=by.user_id,
            organisation=side.organisation("school"),
            sent_at=clock.now(),
        )
        return receiving.receive(by=by, submission=submission).pk
