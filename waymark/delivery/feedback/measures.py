"""What can be counted of feedback. No averages: how many answered, and how many agree (4 or 5 of 5, or yes)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.db.models import Count as Counted
from django.db.models import F, Q, Sum
from django.utils.translation import gettext_lazy as _

from waymark.delivery.training.models import Came
from waymark.foundation import measures
from waymark.foundation.measures import Count, Grouped, MadeOf, Measure, Scope, Unit
from waymark.foundation.measures.small import FEWEST_ANSWERS
from waymark.foundation.measures.together import Groups

from .models import Mark, Occasion, Reply, Round
from .usual import AGREES, CODES

SOURCE = _("What people said of training, without names")


def _within(scope: Scope, path: str) -> dict[str, Any]:
    return {
        "authority_id": scope.authority_id,
        f"{path}__date__gte": scope.from_on,
        f"{path}__date__lte": scope.until_on,
    }


def asked(scope: Scope) -> Grouped:
    """People who came to the sessions whose people were asked in the period."""
    came = ~Q(session__attendances__came=Came.NO_SHOW)
    rounds = Round.objects.filter(**_within(scope, "asked_at"))
    return Grouped(rounds, _occasion(scope, "occasion"), Sum("session__attendances__number", filter=came))


def answers(scope: Scope) -> Grouped:
    replies = Reply.objects.filter(**_within(scope, "round__asked_at"))
    return Grouped(replies, _occasion(scope, "round__occasion"), Counted("pk"))


def rate(scope: Scope) -> MadeOf:
    """Of a hundred who were asked so many answered, as a whole number; nothing where nobody was asked."""

    def shares(were_asked: Groups, answered: Groups) -> list[Count]:
        return [
            Count(group, round(100 * answered.get(group, 0) / number)) for group, number in were_asked.items()
        ]

    return MadeOf([asked(scope), answers(scope)], shares)


def _occasion(scope: Scope, path: str) -> list[F]:
    return [F(path)] if scope.by else []


def _marks(scope: Scope) -> dict[str, tuple[int, int]]:
    """By question, where enough answered it that nobody can be recognised: how many did, and how many agree."""
    within = Mark.objects.filter(**_within(scope, "reply__round__asked_at"), question__code__in=CODES)
    both = within.values("question__code").annotate(
        all=Counted("pk"), agree=Counted("pk", filter=Q(value__gte=AGREES))
    )
    found = both.filter(all__gte=FEWEST_ANSWERS).values_list("question__code", "all", "agree").order_by()
    return {code: (all_, agree) for code, all_, agree in found}


def _of_marks(scope: Scope, place: int) -> list[Count]:
    found = measures.once(("feedback.marks", replace(scope, by=())), lambda: _marks(scope))
    if scope.by:
        return [Count((code,), numbers[place]) for code, numbers in found.items()]
    return [Count((), sum(numbers[place] for numbers in found.values()))]


def given(scope: Scope) -> Iterable[Count]:
    return _of_marks(scope, 0)


def agreeing(scope: Scope) -> Iterable[Count]:
    return _of_marks(scope, 1)


def declare() -> None:
    """Called in AppConfig.ready."""
    there, occasions = "training:sessions", {"occasion": dict(Occasion.choices)}
    questions = {"question": CODES}
    measures.declare(
        Measure(
            "feedback.asked", _("People asked for feedback on training"),
            _("People who came to the sessions whose people were asked in the period."),
            Unit.COUNT, SOURCE, asked, personal=False, drill_url_name=there, by=("occasion",), words=occasions,
        ),
        Measure(
            "feedback.answers", _("Answers about training"),
            _("People who answered when the people of a session were asked in the period. They give no name."),
            Unit.COUNT, SOURCE, answers, personal=False, drill_url_name=there, by=("occasion",), words=occasions,
        ),
        Measure(
            "feedback.rate", _("Response rate of feedback on training"),
            _("Of each hundred people who came to sessions whose people were asked in the period, how many answered."),
            Unit.PER_CENT, SOURCE, rate, personal=False, drill_url_name=there, by=("occasion",), words=occasions,
        ),
        Measure(
            "feedback.given", _("Answers to a question about training"),
            _("Answers to the usual questions. A question that fewer than 5 people answered is left out."),
            Unit.COUNT, SOURCE, given, personal=False, drill_url_name=there, by=("question",), words=questions,
        ),
        Measure(
            "feedback.agreeing", _("Answers about training that agree"),
            _("Of the answers to the usual questions, those of 4 or 5 out of 5, and each yes."),
            Unit.COUNT, SOURCE, agreeing, personal=False, drill_url_name=there, by=("question",), words=questions,
        ),
    )  # fmt: skip
