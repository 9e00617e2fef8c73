"""People who use the pages of a real server at once, and what it took."""

from __future__ import annotations

import os
import random
import statistics
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench.serving import free_port
from bench.visiting import Visitor
from launcher import serving

GOALS = {"median": 100.0, "p95": 300.0, "roles": 1.3, "bare": 6.0}
POSTING = "posting a referral"


@dataclass
class Times:
    """Milliseconds by page and role, and what went wrong."""

    people: int = 0
    taken: dict[tuple[str, str], list[float]] = field(default_factory=lambda: defaultdict(list))
    wrong: list[str] = field(default_factory=list)

    @property
    def pages(self) -> list[str]:
        return sorted({page for page, _role in self.taken})

    def of(self, page: str = "", role: str = "") -> list[float]:
        return [
            each
            for (p, r), all_ in self.taken.items()
            if page in ("", p) and role in ("", r)
            for each in all_
        ]


@dataclass
class Worker:
    """One person: what they do how often, what of each page they can open, drafts that are ready to be sent."""

    visitor: Visitor
    role: str
    mix: Mapping[str, int]
    paths: dict[str, list[str]] = field(default_factory=dict)
    drafts: list[str] = field(default_factory=list)


@contextmanager
def served() -> Iterator[int]:
    """The port of the web server, which runs with the worker as `./run` starts them, with the folder’s settings."""
    address = serving.Address("127.0.0.1", free_port())
    folder = Path(os.environ["WAYMARK_DATA"])
    environ = dict(os.environ) | {
        "WAYMARK_INSTANCE": f"{folder}-bench", "WAYMARK_BASE_URL": address.url, "WAYMARK_HOSTS": address.hosts(),
    }  # fmt: skip
    log = folder / "log"
    children = [
        serving.Child("web server", serving.web(address), environ, log / "bench-web.log"),
        serving.Child("worker", serving.worker(), environ, log / "bench-worker.log"),
    ]
    for child in children:
        child.start()
    try:
        end = time.monotonic() + 120
        while serving.health(address)[0] != 200:
            if time.monotonic() > end:
                raise RuntimeError(serving.tail(children[0].log))
            time.sleep(0.1)
        yield address.port
    finally:
        for child in children:
            child.ask_to_stop()
        for child in children:
            child.end(15)


def day(people: list[Worker], seconds: float, pause: float) -> Times:
    """Everybody at once, each one page after another with a pause of that length on average, for so long."""
    times, gate = Times(len(people)), threading.Barrier(len(people))
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
    mix, (seconds, pause) = worker.mix, how
    gate.wait(60)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        time.sleep(dice.uniform(0.5, 1.5) * pause)
        page = dice.choices(list(mix), list(mix.values()))[0]
        try:
            taken = _post(worker) if page == POSTING else _open(worker, page, dice)
        except OSError as problem:
            times.wrong.append(f"{page}: {problem}")
            continue
        if taken is None:
            continue
        times.taken[page, worker.role].append(taken)


def _open(worker: Worker, page: str, dice: random.Random) -> float:
    answer = worker.visitor.get(dice.choice(worker.paths[page]))
    if answer.status != 200:
        raise OSError(f"answered with {answer.status}")
    return answer.seconds * 1000


def _post(worker: Worker) -> float | None:
    """Sends a draft that is ready. What is measured is the sending: the page before it is opened unmeasured."""
    if not worker.drafts:
        return None
    path = worker.drafts.pop()
    answer = worker.visitor.post(path, worker.visitor.get(path).hidden())
    if answer.status != 302 or "/sent/" not in answer.location:
        raise OSError(f"answered with {answer.status} {answer.location}")
    return answer.seconds * 1000


def report(
    times: Times,
    bare: Mapping[str, tuple[float, float, float]],
    roles: tuple[str, str],
    seconds: float,
    pause: float,
) -> list[str]:
    """`bare`: of a page, itself alone, its bare statements, their ratio. `roles`: the most restricted, the least."""
    whole = times.of()
    lines = [
        f"{len(whole):,} pages of {times.people} people at once in {seconds:.0f} s, {pause:.1f} s "
        "between two pages of each; load of the machine "
        + ", ".join(f"{each:.1f}" for each in os.getloadavg()),
        f"{'':<22}{'pages':>7}{'median':>9}{'p95':>9}{'alone':>9}{'bare SQL':>9}{'ratio':>7}",
    ]
    for page in times.pages:
        taken = times.of(page)
        beside = (
            "".join(f"{each:>9.1f}" for each in bare[page][:2]) + f"{bare[page][2]:>7.1f}"
            if page in bare
            else ""
        )
        lines.append(f"{page:<22}{len(taken):>7}{_middle(taken):>9.0f}{_high(taken):>9.0f}{beside}")
    lines.append(f"{'all':<22}{len(whole):>7}{_middle(whole):>9.0f}{_high(whole):>9.0f}   milliseconds (goals "
                 f"{GOALS['median']:.0f} and {GOALS['p95']:.0f}; ratio {GOALS['bare']:.0f} or less)")  # fmt: skip
    lines.append(
        f"most restricted role beside the least, the same pages: {roles_ratio(times, *roles):.2f} "
        f"(goal {GOALS['roles']} or less)"
    )
    lines += [f"WRONG {line}" for line in times.wrong[:10]]
    return lines


def crowd(times: Times, seconds: float) -> list[str]:
    whole = times.of()
    return [
        f"without a pause: {len(whole) / seconds:.1f} pages a second, "
        f"median {_middle(whole):.0f}, p95 {_high(whole):.0f}",
        *(f"WRONG {line}" for line in times.wrong[:10]),
    ]


def roles_ratio(times: Times, restricted: str, free: str) -> float:
    """The median over pages of the medians of one role beside the other’s: every page counts alike."""
    ratios = [
        _middle(times.of(page, restricted)) / _middle(times.of(page, free))
        for page in times.pages
        if times.of(page, restricted) and times.of(page, free)
    ]
    return statistics.median(ratios) if ratios else 0.0


def _middle(taken: list[float]) -> float:
    return statistics.median(taken)


def _high(taken: list[float]) -> float:
    return statistics.quantiles(taken, n=20)[-1] if len(taken) > 1 else taken[0]
