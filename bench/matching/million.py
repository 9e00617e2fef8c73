"""How long one look-up takes among very many: people of every tradition, asked about one by one."""

from __future__ import annotations

import random
import statistics
from collections.abc import Iterator

import psycopg

from bench.matching import search
from bench.matching.files import Row
from bench.matching.invented import KINDS, Maker
from bench.matching.sets import SEED

ASKED = 400


def measure(database: psycopg.Connection, many: int) -> None:
    """Prints the median and the 95th percentile of ASKED look-ups, after ASKED // 4 that warm the memory."""
    maker, draw = Maker(SEED + 1), random.Random(SEED)
    everywhere = list(maker.names)
    asked = set(draw.sample(range(many), min(many, ASKED + ASKED // 4)))
    kept = []

    def people() -> Iterator[Row]:
        for n in range(many):
            person = maker.person(f"P{n}", draw.choice(everywhere))
            if n in asked:
                kept.append(person)
            yield person

    search.take(database, people())
    spoilt = [draw.choice(list(KINDS.values()))(maker, person) for person in kept]
    draw.shuffle(spoilt)
    found = search.ask(database, spoilt)[ASKED // 4 :]
    times = sorted(answer.seconds * 1000 for answer in found)
    size = database.execute("SELECT pg_size_pretty(pg_total_relation_size('gate.person_keys'))").fetchone()
    print(
        f"One look-up among {many:,} people: median {statistics.median(times):.1f} ms, "
        f"p95 {times[int(len(times) * 0.95)]:.1f} ms (goal 50 and 150); keys take {size[0] if size else '?'}",
        flush=True,
    )
