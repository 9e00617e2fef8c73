"""The figures of feedback: who was asked, who answered, who agrees; too few for a question are left out."""

from __future__ import annotations

from datetime import timedelta

from waymark.delivery.feedback.models import Kind, Occasion
from waymark.delivery.feedback.usual import QUESTIONS
from waymark.delivery.training.actions.attending import Others
from waymark.delivery.training.tests.teaching import Year
from waymark.foundation import measures
from waymark.foundation.kernel import clock
from waymark.foundation.measures import Scope

from .saying import Feedback


def figure(cast, code: str, *by: str) -> dict[tuple[str, ...], int]:
    scope = Scope(
        cast.here.authority.pk, clock.today() - timedelta(days=1), clock.today() + timedelta(days=1), by=by
    )
    with cast.here.acting("lead") as lead:
        return {one.group: one.number for one in measures.compute(code, scope, lead)}


def test_figures_count_answers_and_who_agrees(cast):
    year = Year(cast.here)
    feedback = Feedback(year, year.held(year.planned(clock.now() + timedelta(hours=1)), others=[Others(20)]))
    feedback.answered(4, value=5)
    assert figure(cast, "feedback.asked") == {(): 20}
    assert figure(cast, "feedback.answers", "occasion") == {("after",): 4}
    assert figure(cast, "feedback.agreeing", "question") == {}, "too few"
    feedback.answered(2, value=2)
    assert figure(cast, "feedback.given", "question")[("spot",)] == 6
    assert figure(cast, "feedback.agreeing", "question")[("spot",)] == 4
    assert figure(cast, "feedback.agreeing") == {(): 4 * 6}


def test_that_somebody_can_challenge_is_asked_before_and_after_and_is_a_figure(cast):
    pairs = [one.code for one in QUESTIONS if one.kind == Kind.PAIR and one.occasion == Occasion.AFTER]
    assert pairs == ["know", "spot", "whom", "raise", "challenge"]
    year = Year(cast.here)
    feedback = Feedback(year, year.held(year.planned(clock.now() + timedelta(hours=1)), others=[Others(20)]))
    feedback.answered(5, value=5)
    assert figure(cast, "feedback.agreeing", "question")[("challenge",)] == 5
