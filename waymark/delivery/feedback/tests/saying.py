"""Feedback as the tests need it: a round of a session that was held, and answers of people."""

from __future__ import annotations

from typing import Any

from waymark.delivery.feedback import links, queries
from waymark.delivery.feedback.actions import answering, asking
from waymark.delivery.feedback.actions.answering import Said
from waymark.delivery.feedback.links import ROOM, Asked
from waymark.delivery.feedback.models import Kind, Reply, Round
from waymark.delivery.training.models import Session
from waymark.delivery.training.tests.teaching import Year
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting

WORDS = "More examples, please."


class Feedback:
    """What the people of one session of a year say."""

    def __init__(self, year: Year, session: Session, occasion: str = "after") -> None:
        self.year, self.session = year, session
        with self.job() as by:
            self.round: Round = asking.ask(by=by, session=session, occasion=occasion)
            self.asked = queries.asked(self.round)

    def job(self) -> Any:
        return acting(Actor.job("feedback-answer", self.year.side.authority.pk))

    def said(self, value: int = 4, before: int = 2, words: str = WORDS, may_quote: bool = False) -> Said:
        """The same to every statement."""
        marks = {
            one.pk: (value, before if one.kind == Kind.PAIR else None)
            for one in self.asked
            if one.kind != Kind.WORDS
        }
        first = [one.pk for one in self.asked if one.kind == Kind.WORDS][:1]
        return Said(marks, dict.fromkeys(first, words) if words else {}, may_quote)

    def answered(self, number: int = 1, **given: Any) -> list[Reply]:
        """By the link for the room."""
        link = Asked(ROOM, self.round.authority_id, self.round.pk)
        with self.job() as by:
            return [
                answering.answer(by=by, round_=self.round, link=link, most=1000, said=self.said(**given))
                for _one in range(number)
            ]

    def room(self) -> str:
        return links.of_room(self.round)
