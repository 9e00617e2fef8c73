"""People into the search’s table, and questions to the search itself: the same functions that the service calls."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import psycopg

from bench.matching.files import Row
from waymark.foundation.kernel.text import fold

AUTHORITY = 1
STAGED = """
CREATE TEMP TABLE IF NOT EXISTS staged (n integer, forenames text, surname text, wholes text[], born date, exact text,
    postcodes text[], places text[]);
TRUNCATE staged
"""
# As gate.learn reads it of the tables of people.
READ = """
SELECT n, ARRAY(SELECT name FROM (
           SELECT gate.read_name(forenames, surname, trim(forenames || ' ' || surname)) AS name
           UNION SELECT gate.read_name('', '', whole) FROM unnest(wholes) AS whole) AS named WHERE name <> '') AS names,
       born, exact, postcodes, places FROM staged
"""
TAKEN = f"""
INSERT INTO gate.person_keys
SELECT lpad(to_hex(n), 32, '0')::uuid, {AUTHORITY}, names, born, exact, postcodes, places,
       gate.keys_of({AUTHORITY}, names, born, exact, postcodes, places, false)
  FROM ({READ}) AS r
"""
ASKED = f"""
SELECT f.candidate, f.reasons
  FROM gate.look_for({AUTHORITY}, %s::text[], %s::date, %s, %s::text[], %s::text[], NULL) AS f
"""


@dataclass(frozen=True)
class Found:
    """What one question brought: the places of people in their list, why, and how long it took."""

    people: tuple[int, ...]
    reasons: tuple[tuple[str, ...], ...]
    seconds: float


def staged(database: psycopg.Connection, people: Iterable[Row]) -> None:
    database.execute(STAGED)
    with database.cursor().copy("COPY staged FROM STDIN") as copy:
        copy.set_types(["int4", "text", "text", "text[]", "date", "text", "text[]", "text[]"])
        for n, row in enumerate(people):
            born, exact = row.birth()
            postcode = "".join(c for c in row.postcode.upper() if c.isalnum())
            wholes = [fold(alias) for alias in row.aliases.split("|") if fold(alias)]
            places = [fold(row.institution)] if fold(row.institution) else []
            copy.write_row(
                (
                    n,
                    fold(row.forenames),
                    fold(row.surname),
                    wholes,
                    born,
                    exact,
                    [postcode] if postcode else [],
                    places,
                )
            )


def take(database: psycopg.Connection, people: Iterable[Row]) -> None:
    """In the place of everybody who was there before."""
    database.execute("ALTER TABLE gate.person_keys DROP CONSTRAINT IF EXISTS person_keys_person_id_fkey")
    database.execute("TRUNCATE gate.person_keys")
    database.execute("DROP INDEX IF EXISTS gate.person_keys_keys")
    staged(database, people)
    database.execute(TAKEN)
    database.execute(
        "CREATE INDEX person_keys_keys ON gate.person_keys USING gin (keys) WITH (fastupdate = off)"
    )
    database.execute("ANALYZE gate.person_keys")


def ask(database: psycopg.Connection, queries: Sequence[Row]) -> list[Found]:
    """Each question by itself, as the service asks."""
    staged(database, queries)
    given = database.execute(
        f"SELECT names, born, exact, postcodes, places FROM ({READ}) AS r ORDER BY n"
    ).fetchall()
    answers = []
    for question in given:
        begun = time.perf_counter()
        rows = database.execute(ASKED, question).fetchall()
        answers.append(Found(
            tuple(key.int for key, _ in rows), tuple(tuple(reasons) for _, reasons in rows), time.perf_counter() - begun
        ))  # fmt: skip
    return answers
