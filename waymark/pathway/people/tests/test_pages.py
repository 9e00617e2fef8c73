from __future__ import annotations

from datetime import date

import pytest
from django.db import connection

from tests.pages import Pages
from waymark.foundation.ledger.models import Read
from waymark.foundation.tasks.models import Task
from waymark.pathway.people import actions, queries
from waymark.pathway.people.actions import Birth, NameParts
from waymark.pathway.people.models import Match, Person, PersonName

pytestmark = pytest.mark.django_db
NAME = "Corin Vastelby"
TABLES = ("person", "personname", "address", "affiliation", "match", "personlink", "equalityanswers")


def add(side, name: str = NAME, born: date = date(2009, 3, 4)) -> Person:
    with side.acting("officer") as actor:
        authority = side.authority.pk
        return actions.add_person(
            by=actor,
            authority_id=authority,
            grants=[f"authority:{authority}:triage", f"system:{authority}"],
            names=[NameParts(full_name=name)],
            birth=Birth(born, "day"),
        )


@pytest.fixture
def person(cast) -> Person:
    return add(cast.here)


@pytest.fixture
def officer(cast, pages: Pages) -> Pages:
    pages.canaries = ("Vastelby", "Corin")
    return pages.sign_in(cast.here.officer)


def test_the_page_names_the_person_in_its_text_only_and_writes_one_read(cast, officer, person, everything):
    page = officer.open(f"/people/{person.reference}/")
    assert NAME in page.text and "4 March 2009" in page.text
    assert page.heading == f"Person {person.reference}"
    with everything():
        [read] = Read.objects.all()
    assert (read.about_kind, read.about_id, read.purpose) == ("people.person", str(person.pk), "Triage")


@pytest.mark.parametrize("who", ["teacher", "dsl", "police", "front_door", "ig_lead", "administrator"])
def test_whoever_does_not_work_in_triage_finds_no_such_page(cast, pages, person, who: str):
    pages.sign_in(getattr(cast.here, who))
    for path in ("", "name/", "birth/", "equality/", "seen-before/"):
        pages.open(f"/people/{person.reference}/{path}", status=404)


def test_another_authority_finds_no_such_page_and_no_row(cast, pages, person):
    pages.sign_in(cast.there.lead)
    pages.open(f"/people/{person.reference}/", status=404)
    with cast.there.acting("lead"), connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"SELECT count(*) FROM people_{table}")
            assert cursor.fetchone() == (0,)


def test_a_corrected_name_is_the_main_one_and_the_old_one_stays(cast, officer, person):
    path = f"/people/{person.reference}/name/"
    officer.fill(path, full_name="Corin Vastelbi", source="School roll")
    with cast.here.acting("officer"):
        assert queries.main_name(person) == "Corin Vastelbi"
        assert PersonName.objects.get(person=person, kind="former").full_name == NAME


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"full_name": "", "source": "x"}, "Enter the person’s name"),
        ({"full_name": "—", "source": "x"}, "Enter a name with at least one letter or number."),
        ({"full_name": "Corin", "source": ""}, "Say where you have this from"),
        (
            {"full_name": "C" * 201, "source": "x"},
            "must be 200 characters or fewer. You have entered 1 character too many",
        ),
        ({"full_name": "Co\u202erin", "source": "x"}, "hidden marks"),
        ({"full_name": "Co\x00rin", "source": "x"}, "characters that cannot be read"),
    ],
)
def test_a_bad_name_gets_a_sentence_and_keeps_what_was_typed(cast, pages, person, given, sentence: str):
    pages.sign_in(cast.here.officer)
    page = pages.fill(f"/people/{person.reference}/name/", status=200, **given)
    assert any(sentence in error for error in page.errors), page.errors
    kept = page.tree.xpath("//input[@name='full_name']/@value")
    assert kept == [given["full_name"].replace("\x00", "")] or given["full_name"].startswith("Co\x00")


def test_two_people_who_change_at_once_do_not_overwrite_each_other(cast, pages, person):
    first, second = Pages().sign_in(cast.here.officer), Pages().sign_in(cast.here.lead)
    path = f"/people/{person.reference}/birth/"
    form = second.open(path).form()
    first.fill(path, **{"born_on-day": "5", "born_on-month": "3", "born_on-year": "2009"})
    page = second.send(path, form | {"born_on-day": "6"}, status=200)
    assert any("changed" in error for error in page.errors)
    with cast.here.acting("officer"):
        assert Person.objects.get(pk=person.pk).born_on == date(2009, 3, 5)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({}, "Enter a birth date, a part of it, or an age"),
        ({"born_on-day": "31", "born_on-month": "2", "born_on-year": "2009"}, "real date"),
        ({"born_on-year": "2999"}, "Year must be between"),
        ({"born_on-year": "2199"}, "today or in the past"),
        ({"approximate_age": "121"}, "120 or fewer"),
    ],
)
def test_an_impossible_birth_date_is_refused(cast, officer, person, given, sentence: str):
    blank = {"born_on-day": "", "born_on-month": "", "born_on-year": "", "approximate_age": ""}
    page = officer.fill(f"/people/{person.reference}/birth/", status=200, **(blank | given))
    assert any(sentence in error for error in page.errors), page.errors


def test_an_address_and_another_name_show_on_the_page(cast, officer, person):
    officer.fill(
        f"/people/{person.reference}/addresses/add/",
        kind="home",
        lines="1 Mill Lane",
        postcode="wm1 2ab",
        source="Mother",
    )
    officer.fill(f"/people/{person.reference}/names/add/", kind="alias", full_name="Cory", source="Friends")
    text = officer.open(f"/people/{person.reference}/").text
    assert "1 Mill Lane WM1 2AB" in text and "Cory" in text
    page = officer.fill(
        f"/people/{person.reference}/addresses/add/", status=200, kind="home", lines="", source="Mother"
    )
    assert page.errors == ["Enter the address, or choose no fixed address"]


def test_equality_answers_are_asked_each_time_and_never_shown_again(cast, officer, person):
    path = f"/people/{person.reference}/equality/"
    page = officer.fill(path, status=200)
    assert page.errors.count("Choose an answer, or why there is none") == 6
    given = dict.fromkeys(
        ("ethnicity", "sex", "gender_identity", "sexual_orientation", "disability"), "prefers_not_to_say"
    )
    page = officer.fill(path, status=200, **given, religion="not_asked", source="self")
    assert page.errors == ["Say why you did not ask"]
    officer.fill(path, **given, religion="hindu", source="self")
    assert "hindu" not in officer.open(path).tree.xpath("//option[@selected]/@value")


def test_seen_before_is_answered_page_by_page_and_cannot_tell_leaves_a_task(cast, officer, person):
    second = add(cast.here, "Corin Vastelbi")
    page = officer.open(f"/people/{second.reference}/seen-before/")
    assert "the name differs by one letter; same birth date" in page.text and "%" not in page.text
    [link] = [href for href in page.links() if "/seen-before/" in href]
    assert officer.fill(link, status=200, answer="cannot_tell").errors == [
        "Say what you would need to know to tell"
    ]
    officer.fill(link, answer="cannot_tell", note="The school’s admission form")
    with cast.here.acting("officer"):
        assert Match.objects.get(person=second).answer == "cannot_tell"
        [task] = Task.objects.filter(kind="people.cannot-tell")
        assert (task.reference, task.done_at) == (second.reference, None)
    officer.fill(link, answer="same", note="Seen the form")
    with cast.here.acting("officer"):
        assert queries.same_people(second) == {person.pk, second.pk}
        assert Task.objects.get(pk=task.pk).done_at is not None


def test_a_match_of_somebody_else_is_not_there(cast, officer, person):
    second = add(cast.here, "Corin Vastelbi")
    with cast.here.acting("officer"):
        match = Match.objects.get(person=second)
    officer.open(f"/people/{person.reference}/seen-before/{match.pk}/", status=404)
    officer.open(f"/people/P-00000-00000/seen-before/{match.pk}/", status=404)


def test_the_pages_cost_a_fixed_number_of_queries(cast, officer, person):
    officer.open(f"/people/{person.reference}/")
    before = officer.open(f"/people/{person.reference}/").queries
    for spelling in ("Korin Vastelby", "Corin Vastelbie", "C Vastelby"):
        with cast.here.acting("officer") as actor:
            actions.add_name(by=actor, person=person, name=NameParts(full_name=spelling))
    assert officer.open(f"/people/{person.reference}/").queries == before
