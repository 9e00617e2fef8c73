"""“Who has been reached?” and “who is due?”, with 30,000 institutions and 2,000,000 attendances of one authority.

    ./run bench reach
    ./run bench reach --institutions 2000 --days 50 --known 1 --only due,needed
    ./run bench reach --institutions 2000 --days 5 --known 1 --attendances 200000 --only due,needed

The second and third are of as many people, all known by name, who came ten times as often in the second. Filled by
COPY, with triggers off; the tallies are made by the jobs’ own functions. Then the page is opened by a trainer, who may
do least of those who see it (who is due, by an officer), in turn with its bare statement without row security or page.
Beside the clock stands processor time, of Python and of PostgreSQL’s process together: with other work on the machine,
it counts.
"""

from __future__ import annotations

import argparse
import random
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg

from bench.ground import connect, django_on, migrated
from launcher.roles import Server

ROUNDS, YEARS, GOAL = 40, 6, 300.0
WARDS, TRUSTS, DAYS_EACH, KNOWN = 60, 400, 5, 0.6
TALLIES = ("reach", "training")
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
# Whoever came by name is known by name, as a teacher.
TRAINEES = """INSERT INTO training_trainee (id, authority_id, grants, version, recorded_at, salt, name, email, role_id,
        institution_id, last_on)
    SELECT a.trainee_id, a.authority_id, a.grants, 1, a.recorded_at, gen_random_uuid(), 'Person ' || a.trainee_id, '',
           r.role_id, a.institution_id, max(a.held_on)
      FROM training_attendance a, (SELECT DISTINCT role_id FROM training_refreshrule) r
     WHERE a.trainee_id IS NOT NULL GROUP BY a.trainee_id, a.authority_id, a.grants, a.recorded_at, r.role_id,
           a.institution_id"""


def main(words: Sequence[str] = ()) -> None:
    parser = argparse.ArgumentParser(prog="./run bench reach")
    parser.add_argument("--institutions", type=int, default=30_000)
    parser.add_argument("--attendances", type=int, default=2_000_000)
    parser.add_argument(
        "--days", type=int, default=DAYS_EACH, help="on which somebody of an institution came"
    )
    parser.add_argument("--known", type=float, default=KNOWN, help="which part of them is known by name")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument(
        "--only", default="", help="measures the pages with one of these words (a,b) in their title"
    )
    asked = parser.parse_args(list(words))
    with migrated() as server, connect(server, "postgres") as all_:
        clients, authority = _people(server)
        begun = time.perf_counter()
        _fill(all_, authority, asked)
        [(people,)] = all_.execute("SELECT count(*) FROM training_trainee").fetchall()
        print(
            f"{asked.institutions:,} institutions, {asked.attendances:,} attendances, {people:,} people by COPY: "
            f"{_since(begun)}"
        )
        for tally in TALLIES:
            _tallied(all_, authority, tally)
        all_.execute("VACUUM ANALYZE")
        _measure(all_, clients, authority, asked)


def _tallied(all_: psycopg.Connection, authority: int, tally: str) -> None:
    begun = time.perf_counter()
    all_.execute("SELECT set_config('waymark.grants', '{system:' || %s::text || '}', false)", [authority])
    all_.execute(f"SELECT {tally}.refresh(%s)".encode(), [authority])
    [(rows,)] = all_.execute(f"SELECT count(*) FROM {tally}.tally".encode()).fetchall()
    print(f"{tally}: tallied, {rows:,} rows: {_since(begun)}")


def _since(begun: float) -> str:
    return f"{time.perf_counter() - begun:.1f} s"


def _people(server: Server) -> tuple[dict[str, Any], int]:
    """A trainer and an officer who are signed in, and the authority, whose teachers need a course each two years, and
    any training each year. Django is set up here, for it wants its database first."""
    django_on(server)
    from django.test import Client

    from tests.cast import Cast
    from waymark.delivery.training.tests.teaching import Year

    cast = Cast()
    clients = {name: Client(HTTP_HOST="localhost") for name in ("trainer", "officer")}
    for name, client in clients.items():
        client.force_login(cast.here.user(name), backend="waymark.foundation.accounts.backends.ByPassword")
    year = Year(cast.here)
    year.ruled(24, course=year.course)
    year.ruled(12)
    return clients, cast.here.authority.pk


def _fill(all_: psycopg.Connection, authority: int, asked: argparse.Namespace) -> None:
    """Every twentieth school is closed, with a link to the one that followed."""
    rng = random.Random(41)
    all_.execute("SET session_replication_role = replica")
    for number in range(WARDS):
        all_.execute(
            "INSERT INTO places_ward (id, code, name, authority_id, constituency) VALUES (%s, %s, %s, %s, '')",
            [10_000 + number, f"W{number:08}", f"Ward {number}", authority],
        )
    with all_.cursor() as cursor, cursor.copy(INSTITUTIONS) as copy:
        for number in range(asked.institutions):
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
    taught = _taught(all_)
    with all_.cursor() as cursor, cursor.copy(ATTENDANCES) as copy:
        for row in _attendances(rng, taught, authority, asked):
            copy.write_row(row)
    all_.execute(TRAINEES)
    all_.execute(
        "INSERT INTO reach.touched (authority_id, place) SELECT DISTINCT authority_id, "
        "reach.place(institution_id, organisation_id) FROM training_attendance"
    )
    all_.execute(
        "INSERT INTO training.touched (authority_id, trainee_id) SELECT authority_id, id FROM training_trainee"
    )
    all_.execute("SET session_replication_role = DEFAULT")
    all_.execute("ANALYZE")


def _taught(all_: psycopg.Connection) -> UUID:
    """The version that all attend: of the course that teachers need."""
    wanted = "SELECT v.id FROM training_courseversion v JOIN training_refreshrule r USING (course_id)"
    [(key,)] = all_.execute(wanted).fetchall()
    return key


def _attendances(
    rng: random.Random, taught: UUID, authority: int, asked: argparse.Namespace
) -> Iterator[tuple[Any, ...]]:
    """Of each institution some days in six years, on each of which as many came, the same people as far as they go; a
    part is known by name. A twentieth of the institutions was never reached."""
    now, today = "2026-11-01T12:00:00Z", datetime.now(UTC).date()
    institutions, count = asked.institutions, asked.attendances
    each = count / (institutions * 0.95 * asked.days)
    grants = f"{{authority:{authority}:training,system:{authority}}}"
    made = 0
    while made < count:
        number = rng.randrange(institutions)
        if number % 20 == 7:
            continue
        held_on = today - timedelta(days=rng.randrange(YEARS * 365))
        for person in range(min(count - made, max(1, round(rng.gauss(each, each / 3))))):
            made += 1
            trainee = UUID(int=number * 1000 + person) if rng.random() < asked.known else None
            yield (
                UUID(int=made), authority, grants, 1, now, UUID(int=rng.getrandbits(128)), taught, held_on, trainee, 1,
                100_000 + number, "came", "imported", "", now,
            )  # fmt: skip


def _measure(
    all_: psycopg.Connection, clients: dict[str, Any], authority: int, asked: argparse.Namespace
) -> None:
    from django.db import connection as django_connection

    with django_connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        [worker] = cursor.fetchone()
    said, pages = _pages(authority)
    said["rules"] = [row[0] for row in all_.execute("SELECT id FROM training_refreshrule")]
    print(
        f"{'milliseconds':<34} {'median':>8} {'p95':>8} {'bare':>8} {'ratio':>6} {'cpu':>8} {'p95':>8} "
        f"goal: {GOAL:.0f}"
    )
    for title, (path, statement) in pages.items():
        if not any(word in title for word in asked.only.split(",")):
            continue

        def page(path: str = path) -> None:
            answer = clients["trainer" if path.startswith("/reach/") else "officer"].get(path)
            if answer.status_code != 200:
                raise RuntimeError(f"{path} answered {answer.status_code}")

        def bare(statement: str = statement) -> None:
            all_.execute(statement, said).fetchall()  # type: ignore[arg-type]

        page(), bare()
        ours, processor, reference = zip(
            *((*_both(page, worker), _milliseconds(bare)) for _each in range(asked.rounds)), strict=True
        )
        other = statistics.median(reference)
        median, p95 = _told(ours)
        busy, most = _told(processor)
        print(
            f"{title:<34} {median:>8.1f} {p95:>8.1f} {other:>8.1f} {median / other:>6.2f} {busy:>8.1f} {most:>8.1f}"
        )


def _pages(authority: int) -> tuple[dict[str, Any], dict[str, tuple[str, str]]]:
    """What the bare statements are given; and of each page its address and its statement."""
    from waymark.delivery.reach import counting
    from waymark.delivery.reach.counting import By
    from waymark.delivery.reach.periods import own_year
    from waymark.delivery.training import due, needs
    from waymark.foundation.kernel import clock
    from waymark.foundation.measures import periods

    period = own_year(authority, clock.today())
    before = periods.before(period)
    said = {"from_on": period.from_on, "until_on": period.until_on}
    pages = {f"who has been reached, by {by}": (f"/reach/?by={by}", counting.cut_statement(by)) for by in By}
    pages["the year before, by phase"] = (
        f"/reach/?from={before.from_on}&until={before.until_on}",
        counting.cut_statement(By.PHASE),
    )
    pages["list: never reached"] = (
        "/reach/places/never/",
        counting.list_statement(counting.Asked(counting.Which.NEVER)),
    )
    somewhere = {"institution_id": 100_000, "organisation_id": None}
    pages["who is due, of all places"] = ("/training/due/", due.statement(due.OF_PLACES))
    pages["who is due, at one place"] = (
        "/training/due/institution/100000/",
        due.statement(due.OF_PEOPLE, at_place=True),
    )
    pages["what is needed, N of M"] = (
        "/training/needs/",
        due.statement(needs.known_select(("rule_id",), whole=True)),
    )
    return said | somewhere | {
        "authority": authority, "edge": "", "size": 26, "day": clock.today(),
    }, pages  # fmt: skip


def _told(times: Sequence[float]) -> tuple[float, float]:
    """The median and the 95th percentile."""
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def _both(work: Callable[[], None], worker: int) -> tuple[float, float]:
    """Milliseconds by the clock, and of processors: of this process and of PostgreSQL’s for it."""
    begun = time.process_time() * 1000 + _spent(worker)
    clock = _milliseconds(work)
    return clock, time.process_time() * 1000 + _spent(worker) - begun


def _spent(process: int) -> float:
    """Milliseconds on a processor, as the kernel counts them."""
    return int(Path(f"/proc/{process}/schedstat").read_text().split()[0]) / 1_000_000


def _milliseconds(work: Callable[[], None]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000
