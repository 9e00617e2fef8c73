"""Engagement as the tests need it: an issue with a school, and something that was asked for."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.cast import Side
from waymark.delivery.engagement.actions import demands, issues
from waymark.delivery.engagement.actions.demands import Heard
from waymark.delivery.engagement.models import Demand, Issue, Theme
from waymark.delivery.training.tests.teaching import school
from waymark.foundation.kernel import clock

WORDS = "Their safeguarding briefing leaves the topic out."


def raised(side: Side, **given: Any) -> Issue:
    """By a councillor, to be replied to in ten days."""
    said = {"place": school(side), "source": "councillor", "words": WORDS} | given
    said.setdefault("reply_by", clock.today() + timedelta(days=10))
    with side.acting("officer") as by:
        return issues.raise_issue(by=by, authority_id=side.authority.pk, **said)[0]


def theme(side: Side) -> Theme:
    with side.acting("officer") as by:
        held = Theme.objects.filter(authority=side.authority).first()
        return held or demands.begin_themes(by=by, authority_id=side.authority.pk)


def noted(side: Side, **given: Any) -> Demand:
    """At a workshop, about being online."""
    said = {"words": "Something for grandparents", "theme": theme(side), "heard": "training"} | given
    with side.acting("officer") as by:
        return demands.note(by=by, authority_id=side.authority.pk, heard=Heard(**said))


class Engagement:
    def __init__(self, side: Side) -> None:
        self.issue, self.theme, self.demand = raised(side), theme(side), noted(side)
