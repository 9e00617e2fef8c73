from __future__ import annotations

from datetime import date

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from waymark.foundation.kernel.refusals import Incomplete, Refusal, Stale
from waymark.pathway.people import actions, queries
from waymark.pathway.people.actions import AddressParts, Birth, NameParts, matching
from waymark.pathway.people.models import Match, Person, PersonLink, PersonName
from waymark.pathway.people.seen_before import in_words, possible_matches

pytestmark = pytest.mark.django_db
BORN = Birth(date(2009, 3, 4), "day")


def person(side, actor, name: str, birth: Birth | None = BORN, **more) -> Person:
    authority = side.authority.pk
    return actions.add_person(
        by=actor,
        authority_id=authority,
        grants=[f"authority:{authority}:triage", f"system:{authority}"],
        names=[NameParts(full_name=name)],
        birth=birth,
        **more,
    )


@pytest.fixture
def officer(cast):
    with cast.here.acting("officer") as actor:
        yield actor


FOUND = [
    ("Corin Vast", BORN, "Corin Vast", BORN, "same name; same birth date"),
    ("Corin Vastelby", BORN, "Corin Vastelbi", BORN, "the name differs by one letter; same birth date"),
    ("Corin Vastelby", BORN, "Croin Vastelby", BORN, "the name differs by two letters; same birth date"),
    ("Vast Corin", BORN, "Corin Vast", BORN, "same names in another order; same birth date"),
    ("Siân O’Brien", BORN, "Sian OBrien", BORN, "same name; same birth date"),
    ("Amy Smith-Jones", BORN, "Amy SmithJones", BORN, "same name, written with other spaces or hyphens; same birth date"),
    ("Amy Smith-Jones", BORN, "Amy Smith", BORN, "part of the name is the same; same birth date"),
    ("Nguyễn Văn Anh", BORN, "Anh Nguyen Van", BORN, "same names in another order; same birth date"),
    ("Harpreet Kaur", BORN, "Harpreet Kaur", Birth(date(2009, 4, 3), "day"), "same name; birth date with day and month swapped"),
    ("Harpreet Kaur", BORN, "Harprit Kaur", Birth(date(2009, 3, 5), "day"), "the name differs by two letters; birth date differs by one digit"),
    ("Harpreet Kaur", BORN, "Harpreet Kaur", Birth(), "same name; a birth date is missing"),
    ("Harpreet Kaur", BORN, "Harpreet Kaur", Birth(date(2009, 1, 1), "year"), "same name; same year of birth"),
    ("Harpreet Kaur", BORN, "Harpreet Kaur", Birth(date(2009, 3, 1), "month"), "same name; same month and year of birth"),
    ("Harpreet Kaur", BORN, "Harpreet Kaur", Birth(date(1971, 8, 30), "day"), "same name; another birth date"),
    ("Abdirahman Warsame", BORN, "Abdirahman Warsama", BORN, "the name differs by one letter; same birth date"),
]  # fmt: skip


@pytest.mark.parametrize(("earlier", "born", "later", "born_later", "words"), FOUND)
def test_an_earlier_record_is_found_with_its_reasons(cast, officer, earlier, born, later, born_later, words):
    first = person(cast.here, officer, earlier, born)
    second = person(cast.here, officer, later, born_later)
    [match] = Match.objects.filter(person=second)
    assert (match.candidate_id, match.answer) == (first.pk, "")
    assert in_words(match.reasons) == words


@pytest.mark.parametrize(
    ("other", "birth"),
    [
        ("Bethan Howells", BORN),
        ("Corin Vastelbi", Birth(date(1980, 12, 25), "day")),
        ("Vasti Corinson", Birth(date(1980, 12, 25), "day")),
    ],
)
def test_somebody_else_is_not_shown(cast, officer, other, birth):
    person(cast.here, officer, other, birth)
    second = person(cast.here, officer, "Corin Vastelby")
    assert not Match.objects.filter(person=second).exists()


def test_the_same_postcode_supports_a_name_that_differs_a_little(cast, officer):
    homes = (
        [AddressParts(lines="1 High Street", postcode="ws1 1aa")],
        [AddressParts(postcode="WS11AA", lines="Flat 2")],
    )
    person(cast.here, officer, "Corin Vastelbi", Birth(date(1980, 12, 25), "day"), addresses=homes[0])
    second = person(cast.here, officer, "Corin Vastelby", addresses=homes[1])
    [match] = Match.objects.filter(person=second)
    assert "same postcode" in in_words(match.reasons)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from([row[0] for row in FOUND]), st.sampled_from([row[2] for row in FOUND]), st.booleans())
def test_the_search_is_symmetric_and_blind_to_case(cast, officer, one: str, other: str, shout: bool):
    with transaction.atomic():
        first = person(cast.here, officer, one.upper() if shout else one)
        second = person(cast.here, officer, other.lower() if shout else other)
        there = {c.person_id: c.reasons for c in possible_matches(first.pk)}.get(second.pk)
        back = {c.person_id: c.reasons for c in possible_matches(second.pk)}.get(first.pk)
        transaction.set_rollback(True)  # the application may not delete a person
    assert there == back


def test_another_authoritys_people_are_no_candidates(cast):
    with cast.there.acting("officer") as actor:
        person(cast.there, actor, "Corin Vast")
    with cast.here.acting("officer") as actor:
        second = person(cast.here, actor, "Corin Vast")
        assert possible_matches(second.pk) == []


def test_a_record_the_asker_may_not_open_is_found_too(cast, officer):
    authority = cast.here.authority.pk
    first = person(cast.here, officer, "Corin Vast")
    actions.regrant(by=officer, person=first, grants=[f"authority:{authority}:triage"])
    Person.objects.filter(pk=first.pk).update(grants=[f"authority:{authority}:triage"])
    second = person(cast.here, officer, "Corin Vast")
    with cast.here.acting("second_officer"):
        assert [c.person_id for c in possible_matches(second.pk)] == [first.pk]


def test_a_changed_birth_date_asks_again_and_opens_an_answer_whose_reasons_changed(cast, officer):
    person(cast.here, officer, "Corin Vast")
    second = person(cast.here, officer, "Corin Vast", Birth())
    [match] = queries.unanswered(second)
    actions.answer_match(by=officer, match=match, version=match.version, answer="different")
    assert not queries.unanswered(second).exists()
    actions.check(by=officer, person=second)
    assert not queries.unanswered(second).exists()
    actions.change_birth(by=officer, person=second, version=second.version, birth=BORN)
    assert queries.unanswered(second).count() == 1
    with pytest.raises(Stale):
        actions.change_birth(by=officer, person=second, version=second.version, birth=BORN)


def renamed(by, who):
    return actions.correct_name(
        by=by, person=who, version=who.version, name=NameParts(full_name="Corin Vastelmont")
    )


def otherwise_called(by, who):
    return actions.add_name(
        by=by, person=who, name=NameParts(full_name="Corin Vastelmont", kind=PersonName.Kind.ALIAS)
    )


def born_that_day(by, who):
    return actions.change_birth(by=by, person=who, version=who.version, birth=BORN)


@pytest.mark.parametrize(
    ("change", "name", "birth"),
    [
        (renamed, "Aurelio Quist", BORN),
        (otherwise_called, "Aurelio Quist", BORN),
        (born_that_day, "Corin Vastelmunt", Birth(date(1961, 6, 30), "day")),
    ],
)
def test_whatever_is_changed_is_asked_about_anew(cast, officer, monkeypatch, change, name, birth):
    """Nothing pointed at the earlier record before; with the name, the alias or the birth date as it is now, it does.
    Planted: without the asking, nothing would."""
    first = person(cast.here, officer, "Corin Vastelmont")
    second, third = (person(cast.here, officer, name, birth) for _each in range(2))
    assert first.pk not in asked_of(second) | asked_of(third)
    change(officer, second)
    assert first.pk in asked_of(second), "and it is an open question"
    monkeypatch.setattr(matching, "find", lambda *given: [])
    change(officer, third)
    assert first.pk not in asked_of(third)


def asked_of(somebody):
    return set(queries.unanswered(somebody).values_list("candidate_id", flat=True))


def test_same_links_the_records_and_another_answer_undoes_it(cast, officer):
    first = person(cast.here, officer, "Corin Vast")
    second = person(cast.here, officer, "Corin Vast")
    [match] = queries.unanswered(second)
    match = actions.answer_match(by=officer, match=match, version=match.version, answer="same")
    assert queries.same_people(first) == queries.same_people(second) == {first.pk, second.pk}
    third = person(cast.here, officer, "Corin Vast")
    for question in queries.unanswered(third):
        if question.candidate_id == first.pk:
            actions.answer_match(by=officer, match=question, version=question.version, answer="same")
    assert queries.same_people(second) == {first.pk, second.pk, third.pk}
    actions.answer_match(by=officer, match=match, version=match.version, answer="different")
    assert queries.same_people(second) == {second.pk}
    assert PersonLink.objects.filter(undone_at__isnull=False).count() == 1


def test_cannot_tell_needs_words_and_an_answer_needs_a_choice(cast, officer):
    person(cast.here, officer, "Corin Vast")
    [match] = queries.unanswered(person(cast.here, officer, "Corin Vast"))
    for answer, field in (("cannot_tell", "note"), ("", "answer"), ("perhaps", "answer")):
        with pytest.raises(Refusal) as refused:
            actions.answer_match(by=officer, match=match, version=match.version, answer=answer)
        assert refused.value.field == field


def test_a_corrected_name_keeps_the_earlier_spelling_findable(cast, officer):
    first = person(cast.here, officer, "Corin Vastelmont")
    actions.correct_name(
        by=officer, person=first, version=first.version, name=NameParts(full_name="Alexander Quist")
    )
    assert queries.main_name(first) == "Alexander Quist"
    second = person(cast.here, officer, "Corin Vastelmont")
    assert [c.person_id for c in possible_matches(second.pk)] == [first.pk]


def test_a_person_needs_a_name_with_letters_and_a_birth_in_the_past(cast, officer):
    for name in ("", "—", "؟"):
        with pytest.raises(Incomplete):
            person(cast.here, officer, name)
    with pytest.raises(Refusal):
        person(cast.here, officer, "Corin", Birth(date(2999, 1, 1), "day"))


@pytest.mark.parametrize(
    ("precision", "born", "day", "age"),
    [
        ("day", date(2008, 11, 21), date(2026, 11, 20), 17),
        ("day", date(2008, 11, 21), date(2026, 11, 21), 18),
        ("day", date(2008, 2, 29), date(2026, 2, 28), 17),
        ("year", date(2008, 1, 1), date(2026, 11, 20), 17),
        ("month", date(2008, 11, 1), date(2026, 11, 21), 17),
    ],
)
def test_an_uncertain_birth_date_counts_as_the_youngest(precision, born, day, age):
    assert Person(born_on=born, born_precision=precision).age_on(day) == age


def test_equality_answers_are_written_and_read_by_nobody_who_decides(cast, officer, everything):
    from waymark.pathway.people.models import EqualityAnswers

    somebody = person(cast.here, officer, "Corin Vast")
    for religion in ("muslim", "prefers_not_to_say"):
        actions.record_equality(by=officer, person=somebody, answers={"religion": religion, "source": "self"})
    assert not EqualityAnswers.objects.exists()
    with everything():
        [kept] = EqualityAnswers.objects.all()
    assert (kept.religion, kept.ethnicity) == ("prefers_not_to_say", "not_asked")
