"""What people said of the training in Westmarch: two sessions were asked, by the link for the room. Nobody exists."""

from __future__ import annotations

from datetime import timedelta

from waymark.delivery.feedback import queries
from waymark.delivery.feedback.actions import answering, asking
from waymark.delivery.feedback.actions.answering import Said
from waymark.delivery.feedback.links import ROOM, Asked
from waymark.delivery.feedback.models import Kind, Question
from waymark.delivery.training.models import Session
from waymark.delivery.training.states import SessionState

from .telling import Teller

# For each who answered: before, now, what was written, whether it may be quoted.
SAID = (
    (2, 4, "The examples from schools helped most. I would like more of them.", True),
    (1, 4, "", False),
    (3, 4, "Less about the law, please.", True),
    (2, 5, "I know now that I go to our safeguarding lead first.", True),
    (3, 3, "Too fast for me.", False),
    (2, 4, "", False),
    (4, 5, "Good to talk about it openly.", False),
)


def tell(teller: Teller) -> None:
    """The two sessions that were held last."""
    with teller.working("feedback", teller.now):
        held = Session.objects.filter(authority=teller.places.authority, state=SessionState.HELD)
        last = list(held.order_by("starts_at"))[-2:]
    for session in last:
        with teller.working("feedback", session.ends_at + timedelta(hours=1)) as by:
            round_ = asking.ask(by=by, session=session, occasion="after")
            asked = queries.asked(round_)
            link = Asked(ROOM, round_.authority_id, round_.pk)
            for before, now, words, may_quote in SAID:
                said = _said(asked, before, now, words, may_quote)
                answering.answer(by=by, round_=round_, link=link, most=len(SAID), said=said)


def _said(asked: list[Question], before: int, now: int, words: str, may_quote: bool) -> Said:
    marks = {
        one.pk: (now, before if one.kind == Kind.PAIR else None) for one in asked if one.kind != Kind.WORDS
    }
    first = [one.pk for one in asked if one.kind == Kind.WORDS][:1]
    return Said(marks, dict.fromkeys(first, words) if words else {}, may_quote)
