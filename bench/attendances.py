"""What a list of 100,000 attendances costs beside COPY of the same rows into an equal table: with the same indexes,
constraints, foreign keys and triggers (who looks after the ledger does so there, too). Row security has no COPY.

`--rows 10000` for a quick look.
"""

from __future__ import annotations

import argparse
import time
from datetime import UTC, date, datetime, timedelta
from typing import Any

import psycopg

from bench.ground import connect, django_on, migrated

ROWS, EACH, ROUNDS = 100_000, 5, 3
BEGAN = date(2020, 1, 1)
PLAIN, EQUAL = "public.equal_plain", "public.equal_attendance"
MATCHING: dict[str, int | str] = {
    "course": 0,
    "held_on": 1,
    "name": 2,
    "email": 3,
    "place": 4,
    "role": 5,
    "came": "yes",
}
CONSTRAINTS = """
SELECT format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', %(table)s::text, conname, pg_get_constraintdef(oid))
  FROM pg_constraint WHERE conrelid = 'training_attendance'::regclass AND contype = 'f'
"""
TRIGGERS = """
SELECT replace(pg_get_triggerdef(oid), ' ON public.training_attendance ', ' ON ' || %(table)s::text || ' ')
  FROM pg_trigger WHERE tgrelid = 'training_attendance'::regclass AND NOT tgisinternal
"""
OUT = "COPY (SELECT * FROM training_attendance) TO STDOUT"


def main(words: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="./run bench attendances", description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    wanted = parser.parse_args(words).rows
    with migrated() as server, connect(server, "waymark_migrate") as bare:
        django_on(server)
        checked, saved = _imported(wanted)
        rows = _made_equal(bare)
        copied, plain = (
            min(_copied(bare, table, rows) for _round in range(ROUNDS)) for table in (EQUAL, PLAIN)
        )
    print(f"{wanted:,} attendances of {wanted // EACH:,} people who were not known before")
    for title, seconds in (
        ("every row checked", checked),
        ("people and attendances saved", saved),
        ("COPY of the attendances into an equal table", copied),
        ("the same without its triggers (so without ledger)", plain),
    ):
        print(f"{title:<50} {seconds:>8.2f} s")
    print(f"{'saved : COPY (at most 3)':<50} {saved / copied:>8.2f}")
    print(f"{'saved : COPY without triggers':<50} {saved / plain:>8.2f}")


def _imported(wanted: int) -> tuple[float, float]:
    """Seconds for checking and for saving, as the Prevent officer of an authority."""
    from waymark.foundation.access.actors import Actor
    from waymark.foundation.access.context import acting
    from waymark.foundation.access.models import Membership
    from waymark.foundation.accounts.models import User
    from waymark.foundation.kernel import clock
    from waymark.foundation.places.models import Authority, Organisation

    authority = Authority.objects.create(code="B1", name="Bench", kind="unitary", nation="england")
    council = Organisation.objects.create(authority=authority, name="Bench council", kind="council")
    user = User.objects.create_user("officer@bench.example", full_name="Officer")
    Membership.objects.create(user=user, organisation=council, authority=authority, role="prevent_officer")
    with acting(Actor.of_user(user.pk)) as by:
        checked, kind, known, good = _checked(by, authority, wanted)
    begun = time.perf_counter()
    with acting(Actor.of_user(user.pk)) as by:
        new = kind.take(by=by, at=clock.now(), authority_id=authority.pk, about="", known=known, rows=good)
    saved = (
        time.perf_counter() - begun
    )  # with what is checked at the end of the transaction: the foreign keys
    if new != wanted:
        raise SystemExit(f"{new} rows were saved, not {wanted}")
    return checked, saved


def _checked(by: Any, authority: Any, wanted: int) -> tuple[float, Any, Any, Any]:
    from waymark.delivery.training.actions import catalogue
    from waymark.delivery.training.models import CourseVersion
    from waymark.foundation.importing import kinds
    from waymark.foundation.importing.checking import check, set_apart

    catalogue.begin(
        by=by, at=datetime(BEGAN.year, BEGAN.month, BEGAN.day, 12, tzinfo=UTC), authority=authority
    )
    course = CourseVersion.objects.select_related("course").first()
    if course is None:
        raise SystemExit("There is no course.")
    rows = [_row(number, wanted // EACH, course.course.name) for number in range(wanted)]
    kind = kinds.find("attendances")
    begun = time.perf_counter()
    known = kind.begin(by, authority.pk, "")
    result = set_apart(kind, by, authority.pk, "", check(kind, known, rows, MATCHING))
    checked = time.perf_counter() - begun
    if len(result.good) != wanted:
        raise SystemExit(f"{len(result.good)} rows are good, not {wanted}: {result.faults[:3]}")
    return checked, kind, known, result.good


def _row(number: int, people: int, course: str) -> list[Any]:
    person, again = number % people, number // people
    day = BEGAN + timedelta(days=again * 300 + person % 200)
    email = f"person.{person}@bench.example"
    return [number + 2, course, f"{day:%d/%m/%Y}", f"Person {person}", email, "Bench council", "Teacher"]


def _made_equal(bare: psycopg.Connection) -> list[bytes]:
    """Two tables like that of the attendances, one without its triggers; and what stands in it."""
    for table in (PLAIN, EQUAL):
        bare.execute(f"CREATE TABLE {table} (LIKE training_attendance INCLUDING ALL)".encode())
        made = bare.execute(CONSTRAINTS, {"table": table}).fetchall()
        if table == EQUAL:
            made += bare.execute(TRIGGERS, {"table": table}).fetchall()
        for (statement,) in made:
            bare.execute(statement)
    with bare.cursor() as cursor, cursor.copy(OUT) as out:
        return [bytes(piece) for piece in out]


def _copied(bare: psycopg.Connection, table: str, rows: list[bytes]) -> float:
    bare.execute(f"TRUNCATE {table}".encode())
    begun = time.perf_counter()
    with bare.transaction(), bare.cursor() as cursor:
        cursor.execute("SET LOCAL waymark.actor = 'job:bench'")
        with cursor.copy(f"COPY {table} FROM STDIN".encode()) as copy:
            for row in rows:
                copy.write(row)
    return time.perf_counter() - begun
