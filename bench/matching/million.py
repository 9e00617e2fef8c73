"""How long one look-up takes among very many: people of every tradition, asked about one by one.

With a folder to keep it, what was built is there the next time, and only the questions are asked again.
"""

from __future__ import annotations

import hashlib
import random
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg

from bench.matching import search
from bench.matching.files import Row, WrongFile
from bench.matching.invented import KINDS, Maker
from bench.matching.sets import SEED
from waymark.pathway import people as part

ASKED, WARMING = 400, 100
MADE = """
CREATE TABLE bench_question (
    n integer PRIMARY KEY, names text[], born date, exact text, postcodes text[], places text[], truth uuid
)
"""


def measure(database: psycopg.Connection, many: int, spread: int = 1) -> None:
    """Prints the median and the 95th percentile of ASKED look-ups, after WARMING that warm the memory; on the
    clock, and as processor time of the server’s process, where the work of others on the machine does not count.
    `spread`: over how many authorities the people are; with 1 all of them are within reach of each question."""
    mark = f"{many} {spread} {_sum()}"
    if _built(database) != mark:
        _build(database, many, spread, mark)
    found = search.ask_all(
        database, "SELECT names, born, exact, postcodes, places FROM bench_question ORDER BY n"
    )
    right = [key for (key,) in database.execute("SELECT truth FROM bench_question ORDER BY n")]
    hits = [key.int in answer.people for key, answer in zip(right, found, strict=True)]
    found = found[WARMING:]
    print(f"One look-up among {many:,} people of {spread:,} authorities (goal: median 50 ms, p95 150 ms):")
    print(f"    on the clock     {_said([answer.seconds for answer in found])}")
    print(f"    processor time   {_said([answer.processor for answer in found])}")
    size = database.execute("SELECT pg_size_pretty(pg_total_relation_size('gate.person_keys'))").fetchone()
    shown = statistics.median(len(answer.people) for answer in found)
    print(
        f"    found {statistics.mean(hits):.1%}, shown {shown:g} (median); the keys take {size[0] if size else '?'}"
    )


def _said(seconds: list[float]) -> str:
    times = sorted(each * 1000 for each in seconds)
    return f"median {statistics.median(times):6.1f} ms, p95 {times[int(len(times) * 0.95)]:6.1f} ms"


def _sum() -> str:
    """Of the search itself: what was built by another search is no use."""
    texts = sorted((Path(part.__file__).parent / "sql").glob("*.sql"))
    return hashlib.sha256(
        b"".join(path.read_bytes() for path in texts if path.stem in ("names", "keys"))
    ).hexdigest()[:12]


def _built(database: psycopg.Connection) -> str | None:
    found = database.execute("SELECT obj_description(to_regclass('bench_question'))").fetchone()
    return found[0] if found else None


def _build(database: psycopg.Connection, many: int, spread: int, mark: str) -> None:
    if _built(database):
        raise WrongFile("The folder to keep holds people of another measurement. Delete it, or name another.")
    maker, draw = Maker(SEED + 1), random.Random(SEED)
    everywhere = list(maker.names)
    # Those of the first authority are asked about, for a question is asked within one.
    asked = set(draw.sample(range(0, many, spread), min(many // spread, ASKED + WARMING)))
    kept: list[tuple[int, Row]] = []

    def people() -> Iterator[Row]:
        for n in range(many):
            person = maker.person(f"P{n}", draw.choice(everywhere))
            if n in asked:
                kept.append((n, person))
            yield person

    begun = time.perf_counter()
    search.take(database, people(), spread)
    print(f"{many:,} people taken in {time.perf_counter() - begun:.0f} s", flush=True)
    spoilt = [(n, draw.choice(list(KINDS.values()))(maker, person)) for n, person in kept]
    draw.shuffle(spoilt)
    search.staged(database, [row for _, row in spoilt])
    database.execute("DROP TABLE IF EXISTS bench_question")
    database.execute(MADE)
    database.execute(
        f"INSERT INTO bench_question SELECT n, names, born, exact, postcodes, places, {search.KEY.format('of[n + 1]')}"
        f" FROM ({search.READ}) AS r, (SELECT %s::integer[] AS of) AS t",
        [[n for n, _ in spoilt]],
    )
    database.execute(f"COMMENT ON TABLE bench_question IS '{mark}'")
