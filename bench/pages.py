"""A working day of 16 people at once, on whatever data the folder holds: real server, real sign-ins, real pages.

    ./run --data FOLDER demo national
    ./run --data FOLDER bench pages

The server processes are those of `./run`, on a port of their own, and share the processors with the people. They are
measured twice: with a moment between two pages (`--pause`, seconds, on average: people read), and each asking for the
next page at once, which is as much as the machine can do. Beside each page stands a bare replay: its own reading
statements without row security, page or network, in turn with it.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import statistics
import time
from collections.abc import Sequence
from typing import Any

import psycopg

from bench.day import POSTING, Worker, crowd, day, report, served

SECONDS, ROUNDS, PAUSE = 60, 15, 2.0
# Who works at once: role, and how many. The first sees a tenth of the records of the second.
ROLES = {"prevent_officer": 6, "prevent_lead": 6, "partner": 4}
# What they do, of a hundred; partners send referrals and look at what became of theirs.
MIX = {"home": 20, "queue": 25, "triage page": 30, "person page": 15, "search": 10}
PARTNERS = {"home": 40, "mine": 40, POSTING: 20}
PATHS = {
    "home": ["/my-day/"],
    "queue": ["/referrals/triage/"],
    "mine": ["/referrals/mine/"],
    "search": ["/directory/?q=academy"],
}
REFERRAL = re.compile(r'href="(/referrals/triage/R-[^"/]+/)"')
PERSON = re.compile(r'href="(/people/P-[^"/]+/)"')
# What reads tables: not what sets the context, writes the ledger or counts sessions.
READING = re.compile(
    r"^\s*(SELECT|WITH)\b(?!.*\b(set_config|current_setting|ledger\.|gate\.))", re.IGNORECASE | re.DOTALL
)


def main(words: Sequence[str] = ()) -> None:
    parser = argparse.ArgumentParser(prog="./run bench pages")
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--pause", type=float, default=PAUSE)
    options = parser.parse_args(list(words))
    import django

    django.setup()
    with served() as port:
        from bench import working  # needs Django

        people = [
            Worker(visitor, role, PARTNERS if role == "partner" else MIX, dict(PATHS), drafts)
            for role, visitor, drafts in working.people(port, ROLES, drafts=round(options.seconds / 4))
        ]
        for worker in people:
            _look_around(worker)
        times = day(people, options.seconds, options.pause)
        crowded = day(people, options.seconds, 0)
        bare = {page: beside_bare(page, people, options.rounds) for page in MIX}
    told = report(times, bare, ("prevent_officer", "prevent_lead"), options.seconds, options.pause)
    for line in (*told, *crowd(crowded, options.seconds)):
        print(line)


def _look_around(worker: Worker) -> None:
    """Signs of what there is to open, from the pages themselves."""
    if worker.role == "partner":
        return
    referrals: list[str] = []
    people: list[str] = []
    for path in ("/referrals/triage/", "/referrals/triage/?state=closed"):
        referrals += REFERRAL.findall(worker.visitor.get(path).body)
    for path in referrals[:12]:
        people += PERSON.findall(worker.visitor.get(path).body)
    if not referrals or not people:
        raise RuntimeError(f"{worker.visitor.email} finds nothing to open")
    worker.paths |= {"triage page": referrals, "person page": people}


def beside_bare(page: str, people: list[Worker], rounds: int) -> tuple[float, float, float]:
    """Of one page and one person alone: milliseconds of the page, of its bare statements, and the median of the ratios,
    pair by pair in turn."""
    from bench import working

    worker = next(each for each in people if each.role == "prevent_lead")
    dice, pairs = random.Random(page), []
    with psycopg.connect(os.environ["WAYMARK_MIGRATE_URL"], autocommit=True) as bare:
        for _each in range(rounds):
            path = dice.choice(worker.paths[page])
            statements = [sql for sql in working.statements(worker.visitor.email, path) if READING.match(sql)]
            for timed in (False, True):  # once unmeasured, so that both find their pages in memory
                whole = worker.visitor.get(path).seconds * 1000
                alone = _replayed(bare, statements)
                if timed:
                    pairs.append((whole, alone))
    return (
        statistics.median(a for a, _b in pairs),
        statistics.median(b for _a, b in pairs),
        statistics.median(a / b for a, b in pairs),
    )


def _replayed(bare: psycopg.Connection[Any], statements: list[str]) -> float:
    begun = time.perf_counter()
    for sql in statements:
        bare.execute(sql).fetchall()  # type: ignore[call-overload]
    return (time.perf_counter() - begun) * 1000
