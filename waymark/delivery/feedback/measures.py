"""What can be counted of feedback. No averages: how many answered, and how many agree (4 or 5 of 5, or yes)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Count as Counted
from django.db.models import Q, Sum
from django.utils.translation import gettext_lazy as _

from waymark.delivery.training.models import Came
from waymark.foundation import measures
from waymark.foundation.measures import Count, Measure, Scope, Unit

from .models import Mark, Occasion, Reply, Round
from .usual import AGREES, CODES

SOURCE = _("What people said of training, without names")
FEW = 5


def _within(scope: Scope, path: str) -> dict[str, Any]:
    return {
        "authority_id": scope.authority_id,
        f"{path}__date__gte": scope.from_on,
        f"{path}__date__lte": scope.until_on,
    }


def asked(scope: Scope) -> Iterable[Count]:
    """People who came to the sessions whose people were asked in the period."""
    came = ~Q(session__attendances__came=Came.NO_SHOW)
    found = Round.objects.filter(**_within(scope, "asked_at")).values("occasion")
    rows = found.annotate(all=Sum("session__attendances__number", filter=came)).values_list("occasion", "all")
    return _split(scope, [(occasion, number or 0) for occasion, number in rows])


def answers(scope: Scope) -> Iterable[Count]:
    found = Reply.objects.filter(**_within(scope, "round__asked_at")).values("round__occasion")
    return _split(scope, list(found.annotate(all=Counted("pk")).values_list("round__occasion", "all")))


def _split(scope: Scope, rows: list[tuple[str, int]]) -> list[Count]:
    if scope.by == ("occasion",):
        return [Count((occasion,), number) for occasion, number in sorted(rows)]
    return [Count((), sum(number for _occasion, number in rows))]


def _marks(scope: Scope, **given: Any) -> list[Count]:
    """By question, where at least so many answered it that nobody can be recognised."""
    within = Mark.objects.filter(**_within(scope, "reply__round__asked_at"), question__code__in=CODES)
    enough = within.values("question__code").annotate(all=Counted("pk")).filter(all__gte=FEW)
    codes = set(enough.values_list("question__code", flat=True))
    found = within.filter(question__code__in=codes, **given).values("question__code")
    rows = dict(found.annotate(all=Counted("pk")).values_list("question__code", "all"))
    if scope.by == ("question",):
        return [Count((code,), rows.get(code, 0)) for code in sorted(codes)]
    return [Count((), sum(rows.values()))]


def given(scope: Scope) -> Iterable[Count]:
    return _marks(scope)


def agreeing(scope: Scope) -> Iterable[Count]:
    return _marks(scope, value__gte=AGREES)


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
