"""Random kill -9 of the web, the worker and the database in the midst of work: what was acknowledged is there, once.

People send forms; one that is not answered they send again, as people do. At the end every form that was answered
must have had its effect, exactly once and whole, and the ledger must verify.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bench import forms
from bench.forms import Form, Sent, send_all
from bench.serving import Running, children_of, environment, small_country
from bench.visiting import Visitor
from launcher.testing import ROOT

# How many send: questions to the council, referrals, and needs that triage notes.
ASKERS, SENDERS, OFFICERS = 4, 4, 2
# After these nothing is in the midst of anything until they have healed. (PostgreSQL 18 has a fault of its own: if
# one of its io workers is killed while it recovers from another kill, it takes no notice, and waits for it for ever.)
WAITED_FOR = ("database", "database process", "web server")
# How old, in seconds, before it is killed: what keeps dying in its first seconds is started again later and later, by
# the launcher and by the web server.
OLD = {"web server": 11, "worker": 11, "web process": 6}
# What is killed, and how often of a hundred, of what is old enough.
TARGETS = {"web process": 40, "database process": 25, "database": 15, "worker": 12, "web server": 8}


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
    answered: Counter[str]
    again: int
    wrong: list[str]
    seconds: float

    def lines(self) -> list[str]:
        kinds = ", ".join(f"{name} {times}" for name, times in self.kills.most_common())
        return [
            f"{sum(self.kills.values()):,} times kill -9 in {self.seconds:,.0f} s ({kinds})",
            f"{self.answered.total():,} forms acknowledged ("
            + ", ".join(f"{kind} {times}" for kind, times in self.answered.most_common())
            + f"), {self.again:,} sent again because no answer came",
            *(self.wrong or ["lost 0, twice 0, half done 0; the ledger verifies"]),
        ]


def kill(folder: Path, times: int, seed: int) -> Found:
    """Serves the folder, kills, and looks afterwards."""
    ready = _prepared(folder, drafts=20 + times // 2)
    begun, since = time.monotonic(), datetime.now(UTC).isoformat()
    service, sent, over = Running(folder), Sent(), threading.Event()
    try:
        service.until_ready()
        threads = [
            threading.Thread(target=send_all, args=(who, forms, sent, over))
            for who, forms in _people(service, ready)
        ]
        for thread in threads:
            thread.start()
        kills = _kill(service, times, random.Random(seed))
        time.sleep(1)
        over.set()
        for thread in threads:
            thread.join(120)
        service.until_healthy()
        sent.wrong += _looked(folder, sent, since)
    finally:
        over.set()
        service.stop()
    sent.wrong += _verified(folder)
    return Found(kills, sent.counted(), sent.again, sent.wrong, time.monotonic() - begun)


def _signins(folder: Path) -> tuple[dict[str, list[str]], str]:
    """Addresses by role, and the password of all of them."""
    lines = (folder / "demo-signins.txt").read_text(encoding="utf-8").splitlines()
    emails: dict[str, list[str]] = defaultdict(list)
    for role, email in (line.split()[-2:] for line in lines if "@" in line and " " in line):
        emails[role].append(email)
    # A school’s referral waits for its safeguarding lead; the health trust’s goes at once.
    emails["sender"] = [email for email in emails["partner"] if ".nhs" in email]
    return emails, lines[-1].rpartition(" ")[2]


def _prepared(folder: Path, drafts: int) -> list[list[str]]:
    """What can be sent: lines of kind, address of whoever sends it, and which."""
    emails, _password = _signins(folder)
    given = (emails["prevent_officer"][:OFFICERS], emails["sender"][:SENDERS], drafts)
    said = _said(folder, f"from bench.killed import prepare; prepare(*{given!r})")
    return [line.split() for line in said if line.startswith(("REFERRAL", "DRAFT"))]


def _people(service: Running, ready: list[list[str]]) -> list[tuple[Visitor, Iterator[Form]]]:
    emails, password = _signins(service.folder)
    people = [(email, forms.questions()) for email in emails["partner"][:ASKERS]]
    people += [(email, forms.needs(which)) for kind, email, which in ready if kind == "REFERRAL"]
    for sender in emails["sender"][:SENDERS]:
        drafts = [which for kind, email, which in ready if (kind, email) == ("DRAFT", sender)]
        people.append((sender, forms.referrals(drafts)))
    found = [(Visitor(service.port, email), sends) for email, sends in people]
    for who, _sends in found:
        who.sign_in(password)
    return found


def _kill(service: Running, times: int, dice: random.Random) -> Counter[str]:
    kills: Counter[str] = Counter()
    born: dict[int, float] = {}
    while sum(kills.values()) < times:
        time.sleep(dice.uniform(0.02, 0.3))
        victims = _victims(service, born)
        what = dice.choices(list(victims), [TARGETS[name] for name in victims])[0]
        with suppress(ProcessLookupError):
            os.kill(dice.choice(victims[what]), signal.SIGKILL)
            kills[what] += 1
        if what in WAITED_FOR:
            service.until_healthy()
    service.until_healthy()
    return kills


def _victims(service: Running, born: dict[int, float]) -> dict[str, list[int]]:
    """What can be killed just now, and is old enough. `born` remembers since when each process has been seen."""
    web, worker, postmaster = (
        service.processes("waymark.web"),
        service.processes("procrastinate"),
        service.postmaster(),
    )
    found = {
        "web server": web[:1],
        "web process": [pid for pid in web[1:] if pid in children_of(web[0])] if web else [],
        "worker": worker[:1],
        "database": [postmaster] if postmaster else [],
        "database process": children_of(postmaster) if postmaster else [],
    }
    now = time.monotonic()
    old = {
        name: [pid for pid in pids if now - born.setdefault(pid, now) >= OLD.get(name, 0)]
        for name, pids in found.items()
    }
    return {name: pids for name, pids in old.items() if pids}


def _looked(folder: Path, sent: Sent, since: str) -> list[str]:
    """What is in the database, beside what was answered; in a process of its own with the settings of the folder."""
    answered = folder.parent / "answered.txt"
    answered.write_text("\n".join("\t".join(each) for each in sent.answered))
    said = _said(folder, f"from bench.killed import check; check({str(answered)!r}, {since!r})")
    return [line for line in said if line.startswith("WRONG")]


def _verified(folder: Path) -> list[str]:
    command = [sys.executable, "-m", "launcher", "run", "--data", str(folder), "verify"]
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False)
    return [] if done.returncode == 0 else [f"the ledger does not verify: {done.stdout} {done.stderr[-500:]}"]


def _said(folder: Path, statement: str) -> list[str]:
    """What a statement prints, run with the settings of the folder."""
    words = ("manage", "shell", "-v", "0", "-c", statement)
    command = [sys.executable, "-m", "launcher", "run", "--data", str(folder), *words]
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"It could not be looked at: {done.stderr[-1000:]}")
    return done.stdout.splitlines()
