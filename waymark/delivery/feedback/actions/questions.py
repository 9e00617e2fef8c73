"""The questions: the usual ones to begin with, and each new version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from waymark.delivery.feedback import queries
from waymark.delivery.feedback.models import Question, QuestionSet
from waymark.delivery.feedback.usual import QUESTIONS
from waymark.delivery.training import policies
from waymark.delivery.training.actions.granting import planned_by
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import lent
from waymark.foundation.kernel.refusals import Incomplete, Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.places.models import Authority

SHIPPED = "The questions that the service ships"


@dataclass(frozen=True)
class Line:
    """One question of a new version."""

    occasion: str
    kind: str
    words: str
    words_cy: str = ""


@deed("feedback.add-questions")
def add(*, by: Actor, at: datetime, authority: Authority, lines: Sequence[Line], from_on: date,
        because: str) -> QuestionSet:  # fmt: skip
    """A new version, asked from a day on. Rounds that have begun keep theirs.

    A question in the same English words as one before is the same question, and is counted with it.
    """
    policies.plans(by, authority.pk).require()
    if not because:
        raise Incomplete(_("Say why the questions change."), field="because")
    if not lines:
        raise Incomplete(_("Ask at least one question."))
    newest = queries.sets(authority.pk).first() or begin(authority.pk, at.date())
    if from_on < newest.from_on:
        raise Refusal(_("The version before begins later. Choose a later day."), field="from_on")
    known = Question.objects.filter(authority=authority).exclude(code="")
    codes = dict(known.values_list("words", "code"))
    return _made(
        authority.pk,
        from_on,
        because,
        [(one, codes.get(one.words, "")) for one in lines],
        recorded_by_id=by.user_id,
    )


def begin(authority_id: int, day: date) -> QuestionSet:
    """The usual questions, in both languages, if the authority has none yet; a step of whatever asks first."""
    lines = []
    for one in QUESTIONS:
        said = {}
        for language in ("en", "cy"):
            with translation.override(language):
                said[language] = str(one.words)
        welsh = said["cy"] if said["cy"] != said["en"] else ""
        lines.append((Line(one.occasion, one.kind, said["en"], welsh), one.code))
    with lent(authority_id):
        return _made(authority_id, day, SHIPPED, lines)


def _made(
    authority_id: int, from_on: date, because: str, lines: Sequence[tuple[Line, str]], **given: object
) -> QuestionSet:
    last = QuestionSet.objects.filter(authority_id=authority_id).aggregate(last=Max("number"))["last"] or 0
    made = QuestionSet.objects.create(
        **planned_by(authority_id), number=last + 1, from_on=from_on, because=because, **given
    )
    Question.objects.bulk_create(
        Question(
            **planned_by(authority_id), question_set=made, place=place, occasion=line.occasion, kind=line.kind,
            code=code, words=line.words, words_cy=line.words_cy,
        )
        for place, (line, code) in enumerate(lines, 1)
    )  # fmt: skip
    return made
