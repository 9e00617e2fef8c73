"""What the assessment and triage found that support should answer, and what has no answer yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from waymark.pathway.assessment.models import WrittenAssessment
from waymark.pathway.channel.models import Case
from waymark.pathway.referrals.models import Need

from .models import NeedFrom, PlanNeed


@dataclass(frozen=True)
class Found:
    """One need as it was found: where, and in whose words."""

    came_from: str
    source_id: UUID
    place: str
    question: str
    words: str


def found(case: Case) -> Iterator[Found]:
    """Of the newest written assessment, question by question; then of triage, those that have not ended. Two
    queries, of what whoever looks may see."""
    written = (
        WrittenAssessment.objects.filter(assessment__referral_id=case.referral_id)
        .select_related("framework")
        .order_by("-signed_at", "-recorded_at")
        .first()
    )
    if written is not None:
        questions = dict(_questions(written.framework.headings))
        for place, words in sorted(written.answers.items(), key=lambda one: _order(one[0])):
            yield Found(NeedFrom.ASSESSMENT, written.pk, place, questions.get(place, ""), words)
    for need in Need.objects.filter(referral_id=case.referral_id, ended_on__isnull=True):
        yield Found(NeedFrom.TRIAGE, need.pk, "", "", need.words)


def not_taken(case: Case, taken: Iterable[PlanNeed]) -> list[Found]:
    """Those that the plan does not have yet. What a later assessment says in the same words is the same need."""
    taken = list(taken)
    rows = {(need.source_id, need.place) for need in taken}
    said = {(need.came_from, need.question, str(need.words)) for need in taken}
    return [
        one
        for one in found(case)
        if (one.source_id, one.place) not in rows
        and (one.came_from, one.question, str(one.words)) not in said
    ]


def unaddressed(needs: Iterable[PlanNeed], answered: Iterable[UUID] = ()) -> list[PlanNeed]:
    """Needs with no action (`answered` are those that have one) and no reason why there is none."""
    with_action = set(answered)
    return [need for need in needs if need.pk not in with_action and need.explained_at is None]


def _questions(headings: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for h, heading in enumerate(headings):
        for q, question in enumerate(heading["questions"]):
            yield f"{h}.{q}", question


def _order(place: str) -> tuple[int, ...]:
    return tuple(int(part) for part in place.split("."))
