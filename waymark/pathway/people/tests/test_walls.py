"""What the search and the equality answers give away, and to whom; ages that must not make a child an adult."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from tests.pages import Pages
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Refusal
from waymark.foundation.ledger.models import Deed
from waymark.foundation.retention import KEPT
from waymark.foundation.retention import privacy as declarations
from waymark.pathway.people import actions, queries
from waymark.pathway.people.actions import AddressParts, Birth, NameParts
from waymark.pathway.people.models import EqualityAnswers, Person

BORN = Birth(date(2009, 3, 4), "day")


def person(side, actor, name: str = "Corin Vast", birth: Birth = BORN) -> Person:
    authority = side.authority.pk
    return actions.add_person(
        by=actor,
        authority_id=authority,
        grants=[f"authority:{authority}:triage", f"system:{authority}"],
        names=[NameParts(full_name=name)],
        birth=birth,
    )


def search(key) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT candidate, reasons FROM gate.possible_matches(%s)", [key])
        return cursor.fetchall()


@pytest.mark.django_db
@pytest.mark.parametrize(("side", "who"), [("there", "lead"), ("here", "teacher"), ("here", "administrator")])
def test_the_search_answers_nobody_who_does_not_hold_the_person(cast, side: str, who: str):
    with cast.here.acting("officer") as actor:
        person(cast.here, actor)
        second = person(cast.here, actor)
        assert len(search(second.pk)) == 1
    with (
        getattr(cast, side).acting(who),
        pytest.raises(DatabaseError, match="not yours"),
        transaction.atomic(),
    ):
        search(second.pk)


@pytest.mark.django_db
def test_each_search_is_in_the_ledger_with_who_asked_about_whom(cast, everything):
    with cast.here.acting("officer") as actor:
        asked = person(cast.here, actor)
        before = _searches(everything, asked)
        search(asked.pk)
    assert before == [actor.ledger_name]
    assert _searches(everything, asked) == [actor.ledger_name] * 2


def _searches(everything, asked: Person) -> list[str]:
    with everything():
        return [d.actor for d in Deed.objects.filter(deed="people.search", about_id=str(asked.pk))]


@pytest.mark.django_db
def test_many_of_one_name_do_not_hide_the_record_with_the_same_birth_date(cast):
    with cast.here.acting("officer") as actor:
        first = person(cast.here, actor)
        for _each in range(6):
            person(cast.here, actor, birth=Birth())
        last = person(cast.here, actor)
        found = [key for key, _reasons in search(last.pk)]
    assert first.pk in found


@pytest.mark.django_db
@pytest.mark.parametrize(("one", "other"), [("Anna", "Annas"), ("Li Wei", "Li Weis"), ("Bo Lind", "Bo Lin")])
def test_short_names_compare_alike_both_ways(one: str, other: str):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT gate.name_reason(%s, %s), gate.name_reason(%s, %s)",
            [one.lower(), other.lower(), other.lower(), one.lower()],
        )
        there, back = cursor.fetchone()
    assert there == back


@pytest.mark.parametrize(
    ("given", "day", "age"),
    [
        # “About 17”, noted in December, is not an adult a month later.
        ({"approximate_age": 17, "age_noted_on": date(2025, 12, 1)}, date(2026, 1, 1), 17),
        ({"approximate_age": 17, "age_noted_on": date(2025, 12, 1)}, date(2026, 12, 1), 18),
        # Born in a month that has 30 days: until its last day the person may still be a child.
        ({"born_on": date(2008, 11, 1), "born_precision": "month"}, date(2026, 11, 29), 17),
        ({"born_on": date(2008, 11, 1), "born_precision": "month"}, date(2026, 11, 30), 18),
        ({"born_on": date(2008, 2, 1), "born_precision": "month"}, date(2026, 2, 28), 17),
    ],
)
def test_what_is_not_known_counts_for_the_child(given: dict, day: date, age: int):
    assert Person(**given).age_on(day) == age


@pytest.mark.django_db
def test_the_equality_page_tells_that_and_when_and_nothing_else(cast, pages: Pages):
    with cast.here.acting("officer") as actor:
        somebody = person(cast.here, actor)
    pages.sign_in(cast.here.officer)
    path = f"/people/{somebody.reference}/equality/"
    assert "have not been answered yet" in pages.open(path).text
    with cast.here.acting("officer") as actor:
        given = {"religion": "hindu", "source": "self"}
        actions.record_equality(by=actor, person=somebody, answers=given)
        assert queries.equality_answered_at(somebody) is not None
        assert not EqualityAnswers.objects.exists()
    page = pages.open(path)
    assert "Last answered on" in page.text
    assert page.tree.xpath("//option[@selected][@value!='']") == []


@pytest.mark.django_db
def test_when_equality_was_answered_is_told_to_holders_of_the_person_only(cast):
    with cast.here.acting("officer") as actor:
        somebody = person(cast.here, actor)
        actions.record_equality(by=actor, person=somebody, answers={})
    with cast.there.acting("lead"), pytest.raises(DatabaseError, match="not yours"), transaction.atomic():
        queries.equality_answered_at(somebody)


@pytest.mark.django_db
def test_an_equality_answer_outside_its_list_is_refused(cast):
    with cast.here.acting("officer") as actor:
        somebody = person(cast.here, actor)
        with pytest.raises(Refusal) as refused:
            actions.record_equality(by=actor, person=somebody, answers={"religion": "made up"})
    assert refused.value.field == "religion"


@pytest.mark.django_db
def test_an_address_does_not_end_before_it_begins(cast):
    with cast.here.acting("officer") as actor:
        parts = AddressParts(lines="1 Mill Lane", from_on=date(2026, 5, 1))
        address = actions.add_address(by=actor, person=person(cast.here, actor), address=parts)
        with pytest.raises(Refusal) as refused:
            actions.end_address(by=actor, address=address, version=1, until_on=date(2026, 4, 30))
        ended = actions.end_address(by=actor, address=address, version=1, until_on=date(2026, 5, 1))
    assert (refused.value.field, ended.until_on) == ("until_on", date(2026, 5, 1))


def test_every_field_is_declared_and_every_record_is_kept_by_a_class():
    found = declarations.undeclared_fields() + declarations.wrong_declarations()
    assert [name for name in found if name.startswith("people.")] == []
    kept = {row.model for row in KEPT if row.model.startswith("people.")}
    assert len(kept) == 8 and "people.EqualityAnswers" in kept


@pytest.mark.django_db
def test_a_child_is_not_asked_what_is_asked_from_sixteen_on(cast, pages: Pages):
    born = Birth(clock.today() - timedelta(days=365 * 15), "day")
    with cast.here.acting("officer") as actor:
        somebody = person(cast.here, actor, birth=born)
        with pytest.raises(Refusal) as refused:
            actions.record_equality(by=actor, person=somebody, answers={"sexual_orientation": "straight"})
    assert refused.value.field == "sexual_orientation"
    path = f"/people/{somebody.reference}/equality/"
    officer = pages.sign_in(cast.here.officer)
    assert "sexual_orientation" not in officer.open(path).form()
    given = dict.fromkeys(("ethnicity", "religion", "sex", "gender_identity", "disability"), "not_known")
    officer.fill(path, **given)
    with cast.here.acting("officer"):
        assert queries.equality_answered_at(somebody) is not None
