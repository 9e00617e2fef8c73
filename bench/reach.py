"""“Who has been reached?”, with 30,000 institutions and 2,000,000 attendances of one authority.

    ./run bench reach

Filled by COPY, with triggers off; the tally is made by the job’s own function. Then the page is opened by a
trainer, who may do least of those who see it, in turn with its bare statement without row security or page.
"""

from __future__ import annotations

import argparse
import base64
import os
import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import psycopg

from bench.ground import connect, migrated
from launcher.roles import Server
from launcher.testing import environment

ROUNDS, YEARS, GOAL = 40, 6, 300.0
WARDS, TRUSTS, DAYS_EACH, KNOWN = 60, 400, 5, 0.6
PHASES = ("Nursery", "Primary", "Secondary", "All-through", "Special", "16 plus", "")
INSTITUTIONS = (
    "COPY places_institution (id, kind, urn, name, name_cy, name_folded, type_name, phase, status, closed_on, "
    "authority_id, ward_id, street, locality, town, county, postcode, laestab, trust_name, trust_code, "
    "source, local_name) FROM STDIN"
)
ATTENDANCES = (
    "COPY training_attendance (id, authority_id, grants, version, recorded_at, salt, taught_id, held_on, trainee_id, "
    "number, institution_id, came, source, source_key, marked_at) FROM STDIN"
)


def main(words: Sequence[str] = ()) -> None:
    parser = argparse.ArgumentParser(prog="./run bench reach")
    parser.add_argument("--institutions", type=int, default=30_000)
    parser.add_argument("--attendances", type=int, default=2_000_000)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    asked = parser.parse_args(list(words))
    with migrated() as server, connect(server, "postgres") as all_:
        client, authority = _trainer(server)
        begun = time.perf_counter()
        _fill(all_, authority, asked.institutions, asked.attendances)
        print(
            f"{asked.institutions:,} institutions, {asked.attendances:,} attendances by COPY: {_since(begun)}"
        )
        begun = time.perf_counter()
        all_.execute("SELECT set_config('waymark.grants', '{system:' || %s::text || '}', false)", [authority])
        all_.execute("SELECT reach.refresh(%s)", [authority])
        rows = all_.execute("SELECT count(*) FROM reach.tally").fetchone()
        all_.execute("ANALYZE")
        print(f"tallied, {rows[0] if rows else 0:,} rows: {_since(begun)}")
        _measure(all_, client, authority, asked.rounds)


def _since(begun: float) -> str:
    return f"{time.perf_counter() - begun:.1f} s"


def _trainer(server: Server) -> tuple[Any, int]:
    """A trainer who is signed in, and the authority. Django is set up here, for it wants its database first."""
    os.environ.update(environment(server) | {
        "DJANGO_SETTINGS_MODULE": "waymark.settings.base", "WAYMARK_DEMO": "1", "WAYMARK_CLAMD": "",
        "WAYMARK_MASTER_KEYS": f"1:{base64.b64encode(os.urandom(32)).decode()}", "WAYMARK_LOG": "json",
    })  # fmt: skip
    import logging

    import django

    django.setup()
    logging.disable(logging.WARNING)
    from django.test import Client

    from tests.cast import Cast

    cast, client = Cast(), Client(HTTP_HOST="localhost")
    client.force_login(cast.here.trainer, backend="waymark.foundation.accounts.backends.ByPassword")
    return client, cast.here.authority.pk


def _fill(all_: psycopg.Connection, authority: int, institutions: int, attendances: int) -> None:
    """Every twentieth school is closed, with a link to the one that followed."""
    rng = random.Random(41)
    all_.execute("SET session_replication_role = replica")
    for number in range(WARDS):
        all_.execute(
            "INSERT INTO places_ward (id, code, name, authority_id, constituency) VALUES (%s, %s, %s, %s, '')",
            [10_000 + number, f"W{number:08}", f"Ward {number}", authority],
        )
    with all_.cursor() as cursor, cursor.copy(INSTITUTIONS) as copy:
        for number in range(institutions):
            trust = rng.randrange(TRUSTS * 2)
            known = (f"Trust {trust}", f"T{trust}") if trust < TRUSTS else ("", "")
            over = ("closed", date(2024, 8, 31)) if number % 20 == 19 else ("open", None)
            copy.write_row((
                100_000 + number, "school", str(500_000 + number), f"School {number}", "", f"school {number}", "",
                rng.choice(PHASES), *over, authority, 10_000 + rng.randrange(WARDS),
                *[""] * 6, *known, "bench", "",
            ))  # fmt: skip
    all_.execute(
        "INSERT INTO places_institutionlink (urn, linked_urn, linked_name, kind) SELECT urn, (urn::int - 1)::text, '', "
        "'Successor' FROM places_institution WHERE status = 'closed'"
    )
    with all_.cursor() as cursor, cursor.copy(ATTENDANCES) as copy:
        for row in _attendances(rng, authority, institutions, attendances):
            copy.write_row(row)
    all_.execute(
        "INSERT INTO reach.touched (authority_id, place) SELECT DISTINCT authority_id, "
        "reach.place(institution_id, organisation_id) FROM training_attendance"
    )
    all_.execute("SET session_replication_role = DEFAULT")
    all_.execute("ANALYZE")


def _attendances(
    rng: random.Random, authority: int, institutions: int, count: int
) -> Iterator[tuple[Any, ...]]:
    """Of each institution some days in six years, on each of which as many came; more than half are known by name. A
    twentieth of the institutions was never reached."""
    taught, now, today = UUID(int=7), "2026-11-01T12:00:00Z", datetime.now(UTC).date()
    each = count / (institutions * 0.95 * DAYS_EACH)
    grants = f"{{authority:{authority}:training,system:{authority}}}"
    made = 0
    while made < count:
        number = rng.randrange(institutions)
        if number % 20 == 7:
            continue
        held_on = today - timedelta(days=rng.randrange(YEARS * 365))
        for person in range(min(count - made, max(1, round(rng.gauss(each, each / 3))))):
            made += 1
            trainee = UUID(int=number * 1000 + person) if rng.random() < KNOWN else None
            yield (
                UUID(int=made), authority, grants, 1, now, UUID(int=rng.getrandbits(128)), taught, held_on, trainee, 1,
                100_000 + number, "came", "imported", "", now,
            )  # fmt: skip


def _measure(all_: psycopg.Connection, client: Any, authority: int, rounds: int) -> None:
    from waymark.delivery.reach import counting
    from waymark.delivery.reach.counting import By
    from waymark.delivery.reach.periods import own_year
    from waymark.foundation.kernel import clock

    period = own_year(authority, clock.today())
    said = {
        "authority": authority,
        "from_on": period.from_on,
        "until_on": period.until_on,
        "edge": "",
        "size": 26,
    }
    print(f"{'milliseconds':<34} {'median':>8} {'p95':>8} {'bare':>8} {'ratio':>6}   goal: p95 {GOAL:.0f}")
    pages = {f"who has been reached, by {by}": (f"/reach/?by={by}", counting.cut_statement(by)) for by in By}
    pages["list: never reached"] = (
        "/reach/places/never/",
        counting.list_statement(counting.Asked(counting.Which.NEVER)),
    )
    for title, (path, statement) in pages.items():

        def page(path: str = path) -> None:
            answer = client.get(path)
            if answer.status_code != 200:
                raise RuntimeError(f"{path} answered {answer.status_code}")

        def bare(statement: str = statement) -> None:
            all_.execute(statement, said).fetchall()  # type: ignore[arg-type]

        page(), bare()
        ours, reference = zip(
            *((_milliseconds(page), _milliseconds(bare)) for _each in range(rounds)), strict=True
        )
        median, p95 = statistics.median(ours), statistics.quantiles(ours, n=20)[-1]
        other = statistics.median(reference)
        print(f"{title:<34} {median:>8.1f} {p95:>8.1f} {other:>8.1f} {median / other:>6.2f}")


def _milliseconds(work: Callable[[], None]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000
