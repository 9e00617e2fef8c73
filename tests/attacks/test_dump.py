"""Somebody carries off the whole database: what people wrote is not in it to be read, in letters or in hexadecimal."""

from __future__ import annotations

import subprocess

import pytest
from django.db import connection

from launcher.postgres import programs
from tests.attacks.planted import ALL, IN_TRIAGE, NAMED_FOR_ADVICE, QUESTION, UNSENT, WAITING, World
from tests.cast import Cast
from waymark.pathway.concerns.tests.form_walks import RAISER

# What was typed into a narrative, a note, a question; and all that stands only in drafts that are not sent.
WRITTEN = (*(planted.words for planted in ALL), QUESTION, NAMED_FOR_ADVICE, RAISER)
IN_DRAFTS = tuple(secret for draft in (UNSENT, WAITING) for secret in draft.secrets)


def dump() -> str:
    """All of the database as the role that may read everything dumps it."""
    given = connection.get_connection_params()
    return subprocess.run(
        [str(programs() / "pg_dump"), "-h", given["host"], "-U", given["user"], given["dbname"]],
        capture_output=True,
        check=True,
        text=True,
    ).stdout


def found_in(text: str, words: tuple[str, ...]) -> list[str]:
    folded = text.casefold()
    return [word for word in words if word.casefold() in folded or word.encode().hex() in folded]


@pytest.mark.django_db(transaction=True)
def test_a_dump_of_the_database_shows_nothing_that_was_written():
    World(Cast())
    whole = dump()
    assert found_in(whole, WRITTEN) == []
    assert found_in(whole, IN_DRAFTS) == []
    # The test can fail: names are searched for, so they stand in the dump as they are.
    assert found_in(whole, (IN_TRIAGE.surname,)) == [IN_TRIAGE.surname]
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE NONE")
        cursor.execute("UPDATE places_organisation SET name = name || %s", [QUESTION])
        cursor.execute("SET ROLE waymark_app")
    assert found_in(dump(), WRITTEN) == [QUESTION]
