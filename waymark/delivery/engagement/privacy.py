"""What each field of this room is. Issues are about institutions; staff who wrote them are the only people in them."""

from __future__ import annotations

from waymark.foundation.kernel.privacy import FieldSays, declare_fields, personal, plain


def _staff(why: str) -> FieldSays:
    return personal(
        why=why, basis="public-task", stage="training", keep="training-record", risk="staff-exposed"
    )


WHERE = plain("Which place")
declare_fields(
    "engagement.Issue",
    {
        "institution": WHERE,
        "organisation": WHERE,
        "reference": plain("Random reference, to be read out"),
        "state": plain("Asked, answered or closed"),
        "source": plain("As what somebody raised it; not who"),
        "words": plain("What was raised; the form stops at a child’s name"),
        "raised_at": plain("When it was raised"),
        "raised_by": _staff("Who answers for the record"),
        "reply_by": plain("By when the institution replies"),
        "reply": plain("What the institution says; the form stops at a child’s name"),
        "replied_at": plain("When it replied"),
        "replied_by": _staff("Who noted the reply"),
        "closed_at": plain("When it was closed"),
        "closed_because": plain("Why it was closed; no person’s name"),
    },
)
declare_fields(
    "engagement.Theme",
    {
        "name": plain("What the line of the list says"),
        "place": plain("Where it stands in the list"),
        "from_on": plain("From when it is offered"),
        "ended_on": plain("From when it is not offered any more"),
    },
)
declare_fields(
    "engagement.Demand",
    {
        "reference": plain("Random reference, to be read out"),
        "words": plain("What was asked for; the form stops at a child’s name"),
        "theme": plain("What it is about"),
        "audience": plain("For whom it is"),
        "institution": WHERE,
        "organisation": WHERE,
        "heard": plain("On what occasion"),
        "noted_at": plain("When it was noted"),
        "noted_by": _staff("Who answers for the record"),
        "request": plain("In which request for training, or which came of it"),
        "answered_at": plain("When it was answered"),
        "course": plain("Which course there is for it now"),
        "answer": plain("What came of it; no person’s name"),
    },
)
