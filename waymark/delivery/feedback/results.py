"""What people said, made ready to be shown: charts with their tables, and words. Small numbers are held back
by the one rule of the house (measures.small): a version of a course counts its small sessions only if together they
have enough answers, too. So neither a page nor the difference of two pages tells what a few people said.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from waymark.delivery.training.models import CourseVersion, Session
from waymark.foundation.interface import charts
from waymark.foundation.interface.charts import Chart, Series
from waymark.foundation.interface.tables import Column, Table
from waymark.foundation.measures.small import together

from . import queries
from .models import Kind, Occasion, Question, Remark
from .usual import AGREES, NO, SCALE, YES

Key = tuple[
    str, str, str
]  # occasion, kind, English words: the same question in another version is the same question
Pair = tuple[int, int | None]


@dataclass(frozen=True)
class Words:
    """One question in own words, and what people wrote. `is_held_back`: too few answered."""

    question: str
    remarks: list[Remark]
    is_held_back: bool


@dataclass
class Part:
    """One occasion: after the session, or some months later."""

    title: str
    answers: int
    charts: list[Chart] = field(default_factory=list)
    changes: Table | None = None
    words: list[Words] = field(default_factory=list)
    held_back: list[str] = field(default_factory=list)


def parts_of(about: Session | CourseVersion) -> list[Part]:
    """What was said of a session or of a version of a course, by occasion. Five queries, however much there is."""
    rounds = list(queries.rounds_of(about).values_list("pk", flat=True))
    if not rounds:
        return []
    asked = list(queries.questions(rounds))
    answers: dict[str, Counter[UUID]] = defaultdict(Counter)
    for session, occasion, number in queries.replies(rounds):
        answers[occasion][session] += number
    tallies = _tallies(asked, queries.marks(rounds))
    remarks = list(queries.remarks(rounds))
    return [
        _part(occasion, asked, answers[occasion], tallies, remarks)
        for occasion in Occasion
        if occasion in answers
    ]


def _key(question: Question) -> Key:
    return question.occasion, question.kind, question.words


def _tallies(
    asked: list[Question], rows: list[tuple[UUID, UUID, int, int | None, int]]
) -> dict[Key, Counter[Pair]]:
    """By question, how often each answer was given; empty where too few gave one."""
    keys = {one.pk: _key(one) for one in asked}
    sessions: dict[Key, Counter[UUID]] = defaultdict(Counter)
    for session, question, _value, _before, number in rows:
        sessions[keys[question]][session] += number
    shown = {key: together(by_session) for key, by_session in sessions.items()}
    found: dict[Key, Counter[Pair]] = defaultdict(Counter)
    for session, question, value, before, number in rows:
        if session in shown[keys[question]]:
            found[keys[question]][value, before] += number
    return found


def _part(
    occasion: Occasion,
    asked: list[Question],
    answers: Counter[UUID],
    tallies: dict[Key, Counter[Pair]],
    remarks: list[Remark],
) -> Part:
    mine: dict[Key, Question] = {}
    for one in asked:
        if one.occasion == occasion:
            mine.setdefault(_key(one), one)
    part = Part(str(occasion.label), sum(answers.values()))
    part.held_back = [
        _said(one) for key, one in mine.items() if one.kind != Kind.WORDS and not tallies.get(key)
    ]
    shown = {key: (_said(one), tallies[key]) for key, one in mine.items() if tallies.get(key)}
    _pairs(part, [held for key, held in shown.items() if key[1] == Kind.PAIR])
    _scales(part, [held for key, held in shown.items() if key[1] == Kind.AGREE])
    _yes_or_no(part, [held for key, held in shown.items() if key[1] == Kind.YESNO])
    part.words = _words(asked, mine, together(answers), remarks)
    return part


def _said(question: Question) -> str:
    return question.said(get_language() or "en")


def percent(part: int, whole: int) -> int:
    return round(100 * part / whole)


Held = list[tuple[str, Counter[Pair]]]


def _pairs(part: Part, held: Held) -> None:
    """How many agreed before and how many agree now; of whom each went up, stayed, went down."""
    if not held:
        return
    labels = [words for words, _tally in held]

    def agree(tally: Counter[Pair], place: int) -> int:
        return percent(sum(n for pair, n in tally.items() if (pair[place] or 0) >= AGREES), tally.total())

    series = [
        Series(_("Agreed before (per cent)"), [agree(tally, 1) for _words, tally in held]),
        Series(_("Agree now (per cent)"), [agree(tally, 0) for _words, tally in held]),
    ]
    part.charts.append(charts.dots(_("How many agree, before and now"), labels, series, about=_("Statement")))

    def moved(tally: Counter[Pair], way: int) -> int:
        return sum(n for (now, before), n in tally.items() if _sign(now - (before or now)) == way)

    part.changes = Table(
        _("What changed for each person"),
        (
            Column(_("Statement"), lambda row: row[0]),
            Column(_("People who answered both"), lambda row: row[1].total(), number=True),
            Column(_("Agree more now"), lambda row: moved(row[1], 1), number=True),
            Column(_("The same"), lambda row: moved(row[1], 0), number=True),
            Column(_("Agree less now"), lambda row: moved(row[1], -1), number=True),
        ),
        held,
    )


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _scales(part: Part, held: Held) -> None:
    if not held:
        return
    series = [
        Series(words, [_with(tally, value) for _q, tally in held]) for value, words in enumerate(SCALE, 1)
    ]
    part.charts.append(
        charts.stacked(
            _("How many people agree"), [words for words, _tally in held], series, about=_("Statement")
        )
    )


def _yes_or_no(part: Part, held: Held) -> None:
    if not held:
        return
    series = [
        Series(words, [_with(tally, value) for _q, tally in held])
        for value, words in ((YES, _("Yes")), (NO, _("No")))
    ]
    part.charts.append(
        charts.stacked(
            _("How many people said yes"), [words for words, _tally in held], series, about=_("Question")
        )
    )


def _with(tally: Counter[Pair], value: int) -> int:
    return sum(number for (now, _before), number in tally.items() if now == value)


def _words(
    asked: list[Question], mine: dict[Key, Question], sessions: set[UUID], remarks: list[Remark]
) -> list[Words]:
    """Words of sessions with enough answers; how many wrote something does not matter, as everybody could."""
    keys: dict[Any, Key] = {one.pk: _key(one) for one in asked}
    found: dict[Key, list[Remark]] = defaultdict(list)
    for one in remarks:
        if one.reply.round.session_id in sessions:
            found[keys[one.question_id]].append(one)
    return [
        Words(_said(question), found[key], not sessions)
        for key, question in mine.items()
        if question.kind == Kind.WORDS
    ]
