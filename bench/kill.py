"""Random kill -9 of the web, the worker and the database in the midst of work: what was acknowledged is there, once.

People send forms; one that is not answered they send again, as people do. At the end every form that was answered
must have had its effect, exactly once and whole, and the ledger must verify.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from bench.serving import Running, children_of, environment, small_country
from bench.visiting import Visitor
from launcher.testing import ROOT

ASK = "/referrals/advice/ask/"
PEOPLE = 6
# What is killed, and how often of a hundred. A parent that dies often is started again later and later.
TARGETS = {"web process": 40, "database process": 25, "database": 15, "worker": 12, "web server": 8}


@dataclass
class Sent:
    """What the people sent: `answered` is what the service said it has (its reference), by what was asked."""

    answered: dict[str, str] = field(default_factory=dict)
    again: int = 0
    wrong: list[str] = field(default_factory=list)


def main(words: Sequence[str] = ()) -> None:
    parser = argparse.ArgumentParser(prog="./run bench kill")
    parser.add_argument("--times", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(list(words))
    with small_country("--authorities", "1", "--people", "12", "--entries", "600") as folder:
        found = kill(folder, options.times, options.seed)
    for line in found.lines():
        print(line)
    if found.wrong:
        raise SystemExit(1)


@dataclass
class Found:
    kills: Counter[str]
    answered: int
    again: int
    wrong: list[str]
    seconds: float

    def lines(self) -> list[str]:
        kinds = ", ".join(f"{name} {times}" for name, times in self.kills.most_common())
        return [
            f"{sum(self.kills.values()):,} times kill -9 in {self.seconds:,.0f} s ({kinds})",
            f"{self.answered:,} forms acknowledged, {self.again:,} sent again because no answer came",
            *(self.wrong or ["lost 0, twice 0, half done 0; the ledger verifies"]),
        ]


def kill(folder: Path, times: int, seed: int) -> Found:
    """Serves the folder, kills, and looks afterwards."""
    begun = time.monotonic()
    service, sent, over = Running(folder), Sent(), threading.Event()
    try:
        service.until_ready()
        threads = [threading.Thread(target=_work, args=(who, sent, over)) for who in _people(service)]
        for thread in threads:
            thread.start()
        kills = _kill(service, times, random.Random(seed))
        time.sleep(1)
        over.set()
        for thread in threads:
            thread.join(120)
        service.until_healthy()
        sent.wrong += _looked(folder, sent)
    finally:
        over.set()
        service.stop()
    sent.wrong += _verified(folder)
    return Found(kills, len(sent.answered), sent.again, sent.wrong, time.monotonic() - begun)


def _people(service: Running) -> list[Visitor]:
    lines = (service.folder / "demo-signins.txt").read_text(encoding="utf-8").splitlines()
    password = lines[-1].rpartition(" ")[2]
    emails = [line.split()[-1] for line in lines if " partner " in line]
    people = [Visitor(service.port, emails[nth % len(emails)]) for nth in range(PEOPLE)]
    for each in people:
        each.sign_in(password)
    return people


def _work(who: Visitor, sent: Sent, over: threading.Event) -> None:
    """One question after another. The same form is sent until it is answered."""
    number = 0
    with closing(who):
        while not over.is_set():
            number += 1
            words = f"Form {number} of {threading.get_ident()}: what should I look for?"
            with suppress(OSError, http.client.HTTPException):
                page = who.get(ASK)
                if page.status == http.client.OK:
                    _send(who, page.hidden() | {"question": words}, words, sent)


def _send(who: Visitor, form: dict[str, str], words: str, sent: Sent) -> None:
    for _again in range(600):
        with suppress(OSError, http.client.HTTPException):
            said = who.post(ASK, form)
            if said.status == http.client.FOUND and "/sent/" in said.location:
                sent.answered[words] = said.location.split("/")[-3]
                return
            if said.status < 500:
                sent.wrong.append(f"a form was answered with {said.status} {said.location}")
                return
        sent.again += 1
        time.sleep(0.1)
    sent.wrong.append("a form was never answered")


def _kill(service: Running, times: int, dice: random.Random) -> Counter[str]:
    kills: Counter[str] = Counter()
    while sum(kills.values()) < times:
        time.sleep(dice.uniform(0.02, 0.4))
        what = dice.choices(list(TARGETS), list(TARGETS.values()))[0]
        victims = _victims(service, what)
        if victims:
            with suppress(ProcessLookupError):
                os.kill(dice.choice(victims), signal.SIGKILL)
                kills[what] += 1
        service.until_healthy()
    return kills


def _victims(service: Running, what: str) -> list[int]:
    web = service.processes("granian")
    if what == "web server":
        return web[:1]
    if what == "web process":
        return [pid for pid in web[1:] if pid in children_of(web[0])] if web else []
    if what == "worker":
        return service.processes("procrastinate")[:1]
    postmaster = service.postmaster()
    return ([postmaster] if what == "database" else children_of(postmaster)) if postmaster else []


def _looked(folder: Path, sent: Sent) -> list[str]:
    """What is in the database, beside what was answered; in a process of its own with the settings of the folder."""
    said = folder.parent / "answered.txt"
    said.write_text("\n".join(f"{reference}\t{words}" for words, reference in sent.answered.items()))
    return _run(
        folder, "manage", "shell", "-v", "0", "-c", f"from bench.killed import check; check({str(said)!r})"
    )


def _verified(folder: Path) -> list[str]:
    command = [sys.executable, "-m", "launcher", "run", "--data", str(folder), "verify"]
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False)
    return [] if done.returncode == 0 else [f"the ledger does not verify: {done.stdout} {done.stderr[-500:]}"]


def _run(folder: Path, *words: str) -> list[str]:
    command = [sys.executable, "-m", "launcher", "run", "--data", str(folder), *words]
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False)
    if done.returncode:
        return [f"what is there could not be looked at: {done.stderr[-1000:]}"]
    return [line for line in done.stdout.splitlines() if line.startswith("WRONG")]
