"""Asking the owner of an earlier record one may not open; and equality answers that stop being anybody’s."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.urls import reverse

from tests.cast import Cast
from tests.pages import Pages
from tests.scanning import tables_with
from waymark.foundation.access.context import acting
from waymark.foundation.kernel import clock
from waymark.foundation.retention.actions.expiring import expire_everywhere
from waymark.foundation.retention.periods import months
from waymark.foundation.retention.tests.clocks import on
from waymark.pathway.people import actions as people
from waymark.pathway.people.models import EqualityAnswers, Match, OwnerQuestion
from waymark.pathway.referrals.tests.walks import Walk

WHY = "The birth date is the same and the family has moved."
ANSWER = "It was about a brother. Nothing is to be taken from it."
Look = Callable[[], Any]


@pytest.fixture
def match(cast: Cast) -> Match:
    """A new referral of somebody whose earlier one is sealed."""
    for who in ("officer", "second_officer", "lead", "ig_lead"):
        cast.here.user(who)
    Walk(cast.here).received(surname="Earlierly").ready().decided("unfounded")
    walk = Walk(cast.here).received(surname="Earlierly").taken()
    with walk.acting():
        return Match.objects.select_related("person").get(person=walk.referral.person)


def asking(match: Match) -> str:
    return reverse("people:ask-owner", args=[match.person.reference, match.pk])


def test_asked_answered_and_read_by_whoever_asked(
    cast: Cast, pages: Pages, match: Match, everything: Look
) -> None:
    pages.sign_in(cast.here.officer)
    empty = pages.send(asking(match), pages.open(asking(match)).form(), status=200)
    assert "Say why you need to know" in empty.errors[0]
    pages.fill(asking(match), why=WHY)
    again = pages.send(asking(match), empty.form() | {"why": WHY}, status=200)
    assert "has been asked already" in again.text and WHY in again.text
    with acting(cast.here.actor("lead")):
        question = OwnerQuestion.objects.get()
    where = reverse("people:answer-owner", args=[question.pk])
    pages.open(where, status=404)
    pages.sign_in(cast.here.lead)
    assert where in pages.open(reverse("home:my-day")).links()
    shown = pages.open(where)
    assert WHY in shown.text
    pages.fill(where, answer=ANSWER)
    late = pages.send(where, shown.form() | {"answer": "Another answer."}, status=200)
    assert "answered already" in late.text or "Somebody else changed" in late.text
    pages.sign_in(cast.here.officer)
    page = pages.open(reverse("people:answer-match", args=[match.person.reference, match.pk]))
    assert ANSWER in page.text and "Say what may be known" not in page.text
    with everything():
        assert tables_with([WHY, ANSWER]) == {}, "sealed, as all that is written of a person"


def test_nobody_else_finds_the_question(cast: Cast, pages: Pages, match: Match) -> None:
    pages.sign_in(cast.here.officer)
    pages.fill(asking(match), why=WHY)
    with acting(cast.here.actor("lead")):
        where = reverse("people:answer-owner", args=[OwnerQuestion.objects.get().pk])
    for side, who in (
        (cast.here, "second_officer"),
        (cast.here, "teacher"),
        (cast.there, "lead"),
        (cast.here, "ig_lead"),
    ):
        pages.sign_in(side.user(who))
        pages.open(where, status=404)
        if who != "second_officer":
            pages.open(asking(match), status=404)


def answers(everything: Look) -> list[tuple[Any, ...]]:
    with everything(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT e.sex, e.person_key IN (SELECT id FROM people_person) FROM people_equalityanswers e ORDER BY 1"
        )
        return cursor.fetchall()


def test_equality_answers_are_nobodys_once_the_referral_is_sealed_and_are_still_counted(
    cast: Cast, everything: Look
) -> None:
    for who in ("officer", "lead"):
        cast.here.user(who)
    walk = Walk(cast.here).received().ready()
    with walk.acting() as by:
        person = walk.referral.person
        people.record_equality(by=by, person=person, answers={"sex": "female", "source": "self"})
    with everything():
        before = EqualityAnswers.objects.get()
    walk.decided("close")
    assert answers(everything) == [("female", True)]
    with on(months(12).after(clock.today())):
        expire_everywhere()
        assert answers(everything) == [("female", False)], "still counted, and nobody’s"
        expire_everywhere()
    with everything():
        after = EqualityAnswers.objects.get()
    assert {after.pk, after.person_key, after.salt}.isdisjoint({before.pk, before.person_key, before.salt})
