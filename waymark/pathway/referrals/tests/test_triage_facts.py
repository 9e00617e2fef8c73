"""What a closing is judged by: fixed when it was received, and an age that follows the person’s birth date."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from waymark.foundation.kernel import clock
from waymark.pathway.people.actions import Birth
from waymark.pathway.people.actions.changing import change_birth
from waymark.pathway.people.models import Person
from waymark.pathway.referrals.actions import asking

from .walks import Walk

DAYS = st.dates(date(1920, 1, 1), date(2027, 12, 31))


@pytest.fixture
def walk(cast) -> Walk:
    return Walk(cast.here).received().taken().matched()


def born(walk: Walk, birth: Birth) -> None:
    with walk.acting() as by:
        person = walk.referral.person
        change_birth(by=by, person=person, version=person.version, birth=birth)


def refused(walk: Walk, said: str, sql: str, *values: object) -> None:
    """The officer, past the pages."""
    with (
        walk.acting(),
        connection.cursor() as cursor,
        pytest.raises(DatabaseError, match=said),
        transaction.atomic(),
    ):
        cursor.execute(sql, values)


def years_ago(years: int) -> Birth:
    return Birth(clock.today() - timedelta(days=366 * years), "day")


def test_a_corrected_birth_date_brings_the_rules_for_a_child_and_takes_them_away(walk, cast, pages):
    born(walk, years_ago(40))
    with walk.acting():
        assert (walk.referral.under_18, walk.referral.age_on_receipt) == (False, 40)
        where = f"/referrals/triage/{walk.referral.reference}/"
    officer = pages.sign_in(cast.here.officer)
    assert "a parent or guardian has been told" not in officer.open(where).text
    born(walk, years_ago(15))
    with walk.acting():
        assert (walk.referral.under_18, walk.referral.age_on_receipt) == (True, 15)
    assert "a parent or guardian has been told" in officer.open(where).text
    born(walk, Birth(approximate_age=30))
    with walk.acting():
        assert walk.referral.under_18 is False


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("under_18 = NOT coalesce(under_18, false)", "age on receipt"),
        ("age_on_receipt = 44", "age on receipt"),
        ("received_at = '2001-01-01'", "as it was received"),
        ("concern_arose_on = '2001-01-01'", "as it was received"),
        ("person_id = (SELECT id FROM people_person WHERE id <> person_id LIMIT 1)", "as it was received"),
    ],
)
def test_nobody_changes_what_a_closing_is_judged_by(walk, cast, change, said):
    Walk(cast.here).received()
    refused(walk, said, f"UPDATE referrals_referral SET {change} WHERE id = %s", walk.pk)


def test_nobody_answers_or_marks_in_the_name_of_another(walk, cast):
    walk.asked()
    other = cast.here.second_officer.pk
    forged = (
        "UPDATE referrals_informationrequest SET state = 'answered', reply = question, replied_at = now(),"
        " replied_by_id = %s WHERE referral_id = %s",
        "UPDATE referrals_concern SET mark = 'resolved', mark_note = words, violence = false, marked_at = now(),"
        " marked_by_id = %s WHERE referral_id = %s",
    )
    for sql in forged:
        refused(walk, "by whoever acts", sql, other, walk.pk)


@pytest.mark.parametrize("left_out", ["question", "basis"])
def test_a_question_says_what_is_asked_and_what_allows_it(walk, left_out):
    said = {"question": "Has the person missed appointments?", "basis": "Section 38"} | {left_out: ""}
    with walk.acting() as by, transaction.atomic(), pytest.raises(DatabaseError, match="request_says_what"):
        asking.ask(
            by=by, referral=walk.referral, asked=walk.side.organisation("clinic"),
            due_on=clock.today() + timedelta(days=7), **said,
        )  # fmt: skip


@pytest.mark.parametrize("left_out", ["message", "basis"])
def test_a_redirect_says_what_is_shared_and_what_allows_it(walk, left_out):
    said = {"message": "Please offer the family your help.", "basis": "Section 38"} | {left_out: ""}
    with walk.acting() as by, transaction.atomic(), pytest.raises(DatabaseError, match="redirect_says_what"):
        asking.redirect(by=by, referral=walk.referral, service=walk.side.organisation("clinic"), **said)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    birth=DAYS,
    precision=st.sampled_from(["day", "month", "year"]),
    day=DAYS,
    age=st.integers(0, 120),
    noted=DAYS,
)
def test_the_database_counts_ages_as_the_person_does(everything, birth, precision, day, age, noted):
    for somebody in (
        Person(born_on=birth, born_precision=precision),
        Person(approximate_age=age, age_noted_on=noted),
    ):
        mine = somebody.age_on(day)
        with everything(), connection.cursor() as cursor:
            row = "jsonb_populate_record(NULL::people_person, jsonb_build_object('born_on', %s::date, 'born_precision', %s::text, 'approximate_age', %s::int, 'age_noted_on', %s::date))"
            given_ = [
                somebody.born_on,
                somebody.born_precision,
                somebody.approximate_age,
                somebody.age_noted_on,
            ]
            cursor.execute(f"SELECT triage.age_on({row}, %s)", [*given_, day])
            [theirs] = cursor.fetchone()
        assert mine is not None and (theirs == mine or max(theirs, mine) <= 0)
