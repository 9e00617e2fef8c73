"""People into the search’s table, and questions to the search itself: the same functions that the service calls."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import psycopg

from bench.matching.files import Row
from waymark.foundation.kernel.text import fold

AUTHORITY = 1
KEY = "lpad(to_hex({}), 32, '0')::uuid"
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
# The people of each authority lie together, as they are found.
TAKEN = f"""
INSERT INTO gate.person_keys
SELECT {KEY.format("n")}, {AUTHORITY} + n %% %(spread)s, names, born, exact, postcodes, places, k.sounds, k.keys
  FROM ({READ}) AS r, gate.all_keys({AUTHORITY} + n %% %(spread)s, names, born, exact, postcodes, places) AS k
"""
ASKED = f"""
SELECT f.candidate, f.reasons
  FROM gate.look_for({AUTHORITY}, %s::text[], %s::date, %s, %s::text[], %s::text[], NULL) AS f
"""


@dataclass(frozen=True)
class Found:
    """What one question brought: the places of people in their list, why, how long it took, and how much of that the
    server’s process was at work (0 where that cannot be told)."""

    people: tuple[int, ...]
    reasons: tuple[tuple[str, ...], ...]
    seconds: float
    processor: float = 0.0


def staged(database: psycopg.Connection, people: Iterable[Row]) -> None:
    database.execute(STAGED)
    with database.cursor().copy("COPY staged FROM STDIN") as copy:
        copy.set_types(["int4", "text", "text", "text[]", "date", "text", "text[]", "text[]"])
        for n, row in enumerate(people):
            born, exact = row.birth()
            postcode = "".join(c for c in row.postcode.upper() if c.isalnum())
            wholes = [fold(alias) for alias in row.aliases.split("|") if fold(alias)]
            places = [fold(row.institution)] if fold(row.institution) else []
            homes = [postcode] if postcode else []
            copy.write_row((n, fold(row.forenames), fold(row.surname), wholes, born, exact, homes, places))


def take(database: psycopg.Connection, people: Iterable[Row], spread: int = 1) -> None:
    """In the place of everybody who was there before. `spread`: over how many authorities."""
    database.execute("ALTER TABLE gate.person_keys DROP CONSTRAINT IF EXISTS person_keys_person_id_fkey")
    database.execute("TRUNCATE gate.person_keys")
    database.execute("DROP INDEX IF EXISTS gate.person_keys_keys")
    staged(database, people)
    database.execute(TAKEN, {"spread": spread})
    database.execute("SET maintenance_work_mem = '512MB'")
    database.execute(
        "CREATE INDEX person_keys_keys ON gate.person_keys USING gin (keys) WITH (fastupdate = off)"
    )
    database.execute("VACUUM ANALYZE gate.person_keys" if database.autocommit else "ANALYZE gate.person_keys")


def ask(database: psycopg.Connection, queries: Iterable[Row]) -> list[Found]:
    """Each question by itself, as the service asks."""
    staged(database, queries)
    return ask_all(database, f"SELECT names, born, exact, postcodes, places FROM ({READ}) AS r ORDER BY n")


def ask_all(database: psycopg.Connection, questions: str) -> list[Found]:
    """The same, of questions that a statement brings."""
    answers = []
    work = Path(f"/proc/{database.info.backend_pid}/schedstat")
    for question in database.execute(questions).fetchall():
        before, begun = _at_work(work), time.perf_counter()
        rows = database.execute(ASKED, question).fetchall()
        seconds, processor = time.perf_counter() - begun, _at_work(work) - before
        people, reasons = tuple(key.int for key, _ in rows), tuple(tuple(codes) for _, codes in rows)
        answers.append(Found(people, reasons, seconds, processor))
    return answers


def _at_work(process: Path) -> float:
    """Seconds that a process has been on a processor, as Linux counts them; 0 elsewhere."""
    try:
        return int(process.read_text().split()[0]) / 1e9
    except OSError:
        return 0.0
