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
import threading
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from bench.serving import free_port
from bench.visiting import Visitor
from launcher import serving

SECONDS, ROUNDS, PAUSE = 60, 15, 2.0
GOALS = {"median": 100.0, "p95": 300.0, "roles": 1.3, "bare": 6.0}
# Who works at once: role, and how many. The first sees a tenth of the records of the second.
ROLES = {"prevent_officer": 6, "prevent_lead": 6, "partner": 4}
# What they do, of a hundred; partners send referrals and look at what became of theirs.
MIX = {"home": 20, "queue": 25, "triage page": 30, "person page": 15, "search": 10}
PARTNERS = {"home": 40, "mine": 40, "posting a referral": 20}
PATHS = {
    "home": "/my-day/",
    "queue": "/referrals/triage/",
    "mine": "/referrals/mine/",
    "search": "/directory/?q=academy",
}
REFERRAL = re.compile(r'href="(/referrals/triage/R-[^"/]+/)"')
PERSON = re.compile(r'href="(/people/P-[^"/]+/)"')
# What reads tables: not what sets the context, writes the ledger or counts sessions.
READING = re.compile(
    r"^\s*(SELECT|WITH)\b(?!.*\b(set_config|current_setting|ledger\.|gate\.))", re.IGNORECASE | re.DOTALL
)


@dataclass
class Times:
    """Milliseconds by page and role, and what went wrong."""

    taken: dict[tuple[str, str], list[float]] = field(default_factory=lambda: defaultdict(list))
    wrong: list[str] = field(default_factory=list)

    def of(self, page: str = "", role: str = "") -> list[float]:
        return [
            each
            for (p, r), all_ in self.taken.items()
            if page in ("", p) and role in ("", r)
            for each in all_
        ]


@dataclass
class Worker:
    """One person with what they can open: pages of referrals and people, drafts that are ready to be sent."""

    visitor: Visitor
    role: str
    referrals: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    drafts: list[str] = field(default_factory=list)


def main(words: Sequence[str] = ()) -> None:
    parser = argparse.ArgumentParser(prog="./run bench pages")
    parser.add_argument("--seconds", type=float, default=SECONDS)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--pause", type=float, default=PAUSE)
    options = parser.parse_args(list(words))
    import django

    django.setup()
    port = free_port()
    with _served(port):
        from bench import working  # needs Django

        people = working.people(port, ROLES, drafts=round(options.seconds / 4))
        for worker in people:
            _look_around(worker)
        times = day(people, options.seconds, options.pause)
        crowded = day(people, options.seconds, 0)
        bare = {page: beside_bare(page, people, options.rounds) for page in MIX}
    for line in (*report(times, bare, options), *_crowd(crowded, options.seconds)):
        print(line)


class _served:
    """The web server and the worker, as `./run` starts them, with the folder’s settings."""

    def __init__(self, port: int) -> None:
        self.address = serving.Address("127.0.0.1", port)

    def __enter__(self) -> None:
        folder = Path(os.environ["WAYMARK_DATA"])
        environ = dict(os.environ) | {
            "WAYMARK_INSTANCE": f"{folder}-bench", "WAYMARK_BASE_URL": self.address.url,
            "WAYMARK_HOSTS": self.address.hosts(),
        }  # fmt: skip
        log = folder / "log"
        self.children = [
            serving.Child("web server", serving.web(self.address), environ, log / "bench-web.log"),
            serving.Child("worker", serving.worker(), environ, log / "bench-worker.log"),
        ]
        for child in self.children:
            child.start()
        end = time.monotonic() + 120
        while serving.health(self.address)[0] != 200:
            if time.monotonic() > end:
                raise RuntimeError(serving.tail(self.children[0].log))
            time.sleep(0.1)

    def __exit__(self, *problem: object) -> None:
        for child in self.children:
            child.ask_to_stop()
        for child in self.children:
            child.end(15)


def _look_around(worker: Worker) -> None:
    """Signs of what there is to open, from the pages themselves."""
    if worker.role == "partner":
        return
    for path in ("/referrals/triage/", "/referrals/triage/?state=closed"):
        worker.referrals += REFERRAL.findall(worker.visitor.get(path).body)
    for path in worker.referrals[:12]:
        worker.people += PERSON.findall(worker.visitor.get(path).body)
    if not worker.referrals or not worker.people:
        raise RuntimeError(f"{worker.visitor.email} finds nothing to open")


def day(people: list[Worker], seconds: float, pause: float) -> Times:
    """Everybody at once, each one page after another with a pause of that length on average, for so long."""
    times, gate = Times(), threading.Barrier(len(people))
    threads = [
        threading.Thread(target=_work, args=(worker, random.Random(nth), times, gate, (seconds, pause)))
        for nth, worker in enumerate(people)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times


def _work(
    worker: Worker, dice: random.Random, times: Times, gate: threading.Barrier, how: tuple[float, float]
) -> None:
    mix = PARTNERS if worker.role == "partner" else MIX
    seconds, pause = how
    gate.wait(60)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        time.sleep(dice.uniform(0.5, 1.5) * pause)
        page = dice.choices(list(mix), list(mix.values()))[0]
        try:
            taken = _post(worker) if page == "posting a referral" else _open(worker, page, dice)
        except OSError as problem:
            times.wrong.append(f"{page}: {problem}")
            continue
        if taken is None:
            continue
        times.taken[page, worker.role].append(taken)


def _open(worker: Worker, page: str, dice: random.Random) -> float:
    answer = worker.visitor.get(path_of(worker, page, dice))
    if answer.status != 200:
        raise OSError(f"answered with {answer.status}")
    return answer.seconds * 1000


def path_of(worker: Worker, page: str, dice: random.Random) -> str:
    if page == "triage page":
        return dice.choice(worker.referrals)
    return dice.choice(worker.people) if page == "person page" else PATHS[page]


def _post(worker: Worker) -> float | None:
    """Sends a draft that is ready. What is measured is the sending: the page before it is opened unmeasured."""
    if not worker.drafts:
        return None
    path = worker.drafts.pop()
    answer = worker.visitor.post(path, worker.visitor.get(path).hidden())
    if answer.status != 302 or "/sent/" not in answer.location:
        raise OSError(f"answered with {answer.status} {answer.location}")
    return answer.seconds * 1000


def beside_bare(page: str, people: list[Worker], rounds: int) -> tuple[float, float, float]:
    """Of one page and one person alone: milliseconds of the page, of its bare statements, and the median of the ratios,
    pair by pair in turn."""
    from bench import working

    worker = next(each for each in people if each.role == "prevent_lead")
    dice, pairs = random.Random(page), []
    with psycopg.connect(os.environ["WAYMARK_MIGRATE_URL"], autocommit=True) as bare:
        for _each in range(rounds):
            path = path_of(worker, page, dice)
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


def report(times: Times, bare: dict[str, tuple[float, float, float]], asked: argparse.Namespace) -> list[str]:
    whole = times.of()
    lines = [
        f"{len(whole):,} pages of {sum(ROLES.values())} people at once in {asked.seconds:.0f} s, {asked.pause:.1f} s "
        "between two pages of each; load of the machine "
        + ", ".join(f"{each:.1f}" for each in os.getloadavg()),
        f"{'':<22}{'pages':>7}{'median':>9}{'p95':>9}{'alone':>9}{'bare SQL':>9}{'ratio':>7}",
    ]
    for page in (*MIX, "mine", "posting a referral"):
        taken = times.of(page)
        if taken:
            beside = (
                "".join(f"{each:>9.1f}" for each in bare[page][:2]) + f"{bare[page][2]:>7.1f}"
                if page in bare
                else ""
            )
            lines.append(f"{page:<22}{len(taken):>7}{_middle(taken):>9.0f}{_high(taken):>9.0f}{beside}")
    lines.append(f"{'all':<22}{len(whole):>7}{_middle(whole):>9.0f}{_high(whole):>9.0f}   milliseconds (goals "
                 f"{GOALS['median']:.0f} and {GOALS['p95']:.0f}; ratio {GOALS['bare']:.0f} or less)")  # fmt: skip
    ratio = roles_ratio(times)
    lines.append(
        f"most restricted role beside the least, the same pages: {ratio:.2f} (goal {GOALS['roles']} or less)"
    )
    lines += [f"WRONG {line}" for line in times.wrong[:10]]
    return lines


def _crowd(times: Times, seconds: float) -> list[str]:
    whole = times.of()
    return [
        f"without a pause: {len(whole) / seconds:.1f} pages a second, "
        f"median {_middle(whole):.0f}, p95 {_high(whole):.0f}",
        *(f"WRONG {line}" for line in times.wrong[:10]),
    ]


def roles_ratio(times: Times) -> float:
    """The median over pages of the officers’ median beside the leads’: every page counts alike."""
    ratios = [
        _middle(times.of(page, "prevent_officer")) / _middle(times.of(page, "prevent_lead"))
        for page in MIX
        if times.of(page, "prevent_officer") and times.of(page, "prevent_lead")
    ]
    return statistics.median(ratios) if ratios else 0.0


def _middle(taken: list[float]) -> float:
    return statistics.median(taken)


def _high(taken: list[float]) -> float:
    return statistics.quantiles(taken, n=20)[-1] if len(taken) > 1 else taken[0]
