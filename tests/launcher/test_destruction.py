"""The primary is destroyed at random moments while it is written to: what was sent is there again, all of it."""

from __future__ import annotations

import os
import random
import shutil
import signal
import threading
import time
from dataclasses import dataclass, field

import psycopg
import pytest

from launcher import depot
from launcher.depot import Depot

from .site import WORDS, Site, new_site


@pytest.fixture
def site(place, monkeypatch):
    monkeypatch.setenv("WAYMARK_BACKUP_SECONDS", "1")
    made = new_site(place)
    yield made
    made.found.stop()


@dataclass
class Writer(threading.Thread):
    """Writes numbers, each in a transaction of its own, and remembers what was acknowledged, where and when."""

    site: Site
    first: int
    acknowledged: list[tuple[int, int, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(daemon=True)

    __hash__ = threading.Thread.__hash__

    def run(self) -> None:
        number = self.first
        try:
            with self.site.connect() as connection:
                while True:
                    number += 1
                    connection.execute("INSERT INTO kept VALUES (%s, %s)", [number, WORDS])
                    self.acknowledged.append((number, position(connection), time.monotonic()))
        except psycopg.Error:
            return


def position(connection: psycopg.Connection) -> int:
    return int(connection.execute("SELECT pg_current_wal_insert_lsn() - '0/0'::pg_lsn").fetchone()[0])


def sent_until(where: Depot) -> int:
    """The byte of the log that the last sent file ends at."""
    names = [name for name in where.wal() if len(name) == 24]
    last = max(names, key=depot.segment_number)
    return (int(last[8:16], 16) * 256 + int(last[16:24], 16) + 1) * 16 * 1024 * 1024


def destroy(site: Site, chance: random.Random) -> str:
    """Power and disk are gone: the server is killed and its folder deleted, with the log that was not sent."""
    os.kill(int((site.folder / "postgres" / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)
    site.found.cluster.process.wait()
    time.sleep(0.2)
    if chance.random() < 0.3:
        return "killed"
    shutil.rmtree(site.folder.path)
    return "destroyed"


def rounds(site: Site, count: int, seed: int) -> list[float]:
    """So many destructions at random moments. The seconds of acknowledged work lost in each; none that was sent."""
    chance, windows, number = random.Random(seed), [], 0
    site.maker.make()
    for turn in range(count):
        writer = Writer(site, number)
        writer.start()
        end = time.monotonic() + chance.uniform(0.3, 4.0)
        while time.monotonic() < end:
            site.maker.ship()
            if chance.random() < 0.05:
                site.maker.make()
            time.sleep(chance.uniform(0.05, 0.4))
        how, ended = destroy(site, chance), time.monotonic()
        writer.join(10)
        assert writer.acknowledged, "nothing was written: the round proves nothing"
        site = reopened(site, how, turn)
        with site.connect() as connection:
            there = {row[0] for row in connection.execute("SELECT number FROM kept").fetchall()}
        reached = sent_until(site.maker.depot)
        for each, at, _when in writer.acknowledged:
            assert each in there or (how == "destroyed" and at > reached), f"{each} was sent, and is lost"
        lost = [when for each, _at, when in writer.acknowledged if each not in there]
        windows.append(ended - min(lost) if lost else 0.0)
        number = max(there | {n for n, _a, _w in writer.acknowledged})
        site.maker.make()
    site.found.stop()
    return windows


def reopened(site: Site, how: str, turn: int) -> Site:
    if how == "killed":
        site.found.cluster.start()
        return site
    return site.restored(f"again-{turn}")


@pytest.mark.slow
@pytest.mark.parametrize("count", [3, pytest.param(12, marks=pytest.mark.long)])
def test_nothing_that_was_acknowledged_and_sent_is_lost(site, count, capsys):
    windows = rounds(site, count, seed=int(os.environ.get("WAYMARK_SEED", "20261121")))
    with capsys.disabled():
        told = ", ".join(f"{window:.1f}" for window in windows)
        print(f"\nloss window, seconds, in each of {count} destructions: {told}")
    assert max(windows) < 20
