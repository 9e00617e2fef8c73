"""*Seen before?*: the reason in words for each kind of difference, and who is shown."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError, connection, transaction

from waymark.pathway.people import name_forms, seen_before

pytestmark = pytest.mark.django_db

NAMES = [
    ("mohammed ali", "muhammad ali", "a known other way of writing the name"),
    ("xuseen warsame", "hussein warsame", "a known other way of writing the name"),
    ("bill carter", "william carter", "a short or familiar form of the name"),
    ("peggy lowe", "margaret lowe", "a short or familiar form of the name"),
    ("dafydd morgan", "david morgan", "a known other way of writing the name"),
    ("shaun obrien", "sean o brien", "a known other way of writing the name"),
    ("ann mcdonald", "ann macdonald", "a known other way of writing the name"),
    ("abd al rahman noor", "abdirahman noor", "a known other way of writing the name"),
    ("j carter", "john carter", "an initial fits the name"),
    ("mr corin vast", "corin vast", "same name"),
    ("ewa szymanska", "ewa shimanska", "the name differs by two letters"),
    ("михаил петров", "mikhail petrov", "same name"),
    ("محمد خان", "mohammed khan", "the name sounds alike"),
    ("wong siu ming", "wang xiaoming", None),
    ("corin vast", "bethan howells", None),
]


def reason(one: str, other: str) -> str | None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT gate.name_reason(%s, %s), gate.name_reason(%s, %s)", [one, other, other, one])
        there, back = cursor.fetchone()
    assert there == back
    return None if there is None else seen_before.in_words((there,))


@pytest.mark.parametrize(("one", "other", "words"), [row for row in NAMES if row[2]])
def test_the_reason_of_two_names_is_said_in_words_alike_both_ways(one: str, other: str, words: str):
    assert reason(one, other) == words


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("2009-03-04", "2009-03-04", "same_birth_date"),
        ("2009-03-04", "2009-04-03", "day_month_swapped"),
        ("2009-03-04", "2009-03-14", "birth_one_digit"),
        ("2009-03-04", "2009-03-27", "same_birth_month"),
        ("2009-03-14", "2009-12-14", "birth_month_differs"),
        ("1998-03-14", "2009-03-14", "birth_year_differs"),
        ("2009-03-04", "2009-10-21", "birth_near"),
        ("2009-03-04", "2015-10-21", "birth_ten_years"),
        ("2009-03-04", "1961-10-21", "birth_differs"),
        ("2009-03-04", None, "birth_missing"),
    ],
)
def test_the_reason_of_two_birth_dates(one: str, other: str | None, code: str):
    exact = "day" if other else "unknown"
    with connection.cursor() as cursor:
        cursor.execute("SELECT reason FROM gate.birth_compare(%s, 'day', %s, %s)", [one, other, exact])
        assert cursor.fetchone() == (code,)
    assert code in seen_before.REASONS


def test_a_name_of_no_family_sounds_or_looks_alike_or_is_another():
    assert reason("qeylan mirzoyev", "keylan mirsoyev") is not None
    assert reason("corin vast", "bethan howells") is None


def test_without_its_families_the_search_knows_no_nickname(everything):
    """A planted fault: the table taken away, and “Peggy” is nobody’s short name."""
    assert reason("peggy lowe", "margaret lowe") == "a short or familiar form of the name"
    with transaction.atomic(), everything():
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM gate.name_form")
        assert reason("peggy lowe", "margaret lowe") == "one of the names fits, the rest differs"
        transaction.set_rollback(True)


def test_every_line_of_the_families_is_folded_and_of_a_known_kind():
    found = name_forms.read()
    assert len(found) > 2_000 and set(found.values()) == set(name_forms.KINDS)
    assert all(word.isascii() and word.isalpha() and word == word.lower() for word, _family in found)


def test_every_reason_that_the_database_gives_has_words():
    codes = set()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT string_agg(pg_get_functiondef(p.oid), ' ') FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
            "WHERE n.nspname = 'gate' AND proname IN ('birth_compare', 'word_reason', 'name_compare', 'look_for')"
        )
        text = cursor.fetchone()[0]
    for quoted in text.split("'"):
        part = quoted.lstrip("0123456789")  # the steps stand before the reason of a word
        if part.replace("_", "").isalpha() and "_" in part and not part.endswith("_") and part.islower():
            codes.add(part)
    assert {"same_name", "birth_missing", "same_postcode", "known_spelling"} <= codes
    assert (
        codes - set(seen_before.REASONS) - {"search_path", "enable_seqscan", "pg_temp", "force_generic_plan"}
        == set()
    )


@pytest.mark.parametrize(
    "attempt",
    [
        "SELECT * FROM gate.person_keys",
        "SELECT gate.learn('{}'::uuid[])",
        "SELECT gate.earlier_records(gen_random_uuid())",
        "SELECT gate.look_for(1, '{}', NULL, 'unknown', '{}', '{}', NULL)",
        "SELECT gate.take_name_forms('{}', '{}', '{}')",
        "DELETE FROM gate.name_form",
    ],
)
def test_the_application_reaches_the_search_through_its_one_door_only(attempt: str):
    with (
        pytest.raises(DatabaseError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(attempt)


def test_a_year_of_birth_is_close_to_the_year_beside_it():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT reason FROM gate.birth_compare(%s, 'year', %s, 'day')",
            [date(2008, 1, 1), date(2009, 2, 3)],
        )
        assert cursor.fetchone() == ("birth_near",)
