"""Backups against real servers that are destroyed while they are written to, and what can be wrong with a backup."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import threading
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest

from launcher import archiving, backup, database, depot, restore, sealed
from launcher.depot import Depot, Terms
from launcher.folder import Folder
from launcher.trouble import Trouble

TABLE = "CREATE TABLE kept (number bigint PRIMARY KEY, words text NOT NULL)"
WORDS = "Oddfellow was seen in the corridor"


@dataclass
class Site:
    """A data folder with a running database, and the folder its backups go to."""

    place: Path
    folder: Folder
    terms: Terms
    found: database.Database
    maker: backup.Maker

    @classmethod
    def at(cls, place: Path, folder: Folder, terms: Terms) -> Site:
        folder.open()
        found = database.start(folder)
        return cls(place, folder, terms, found, backup.Maker.of(folder, found, terms))

    @property
    def key(self) -> Path:
        return self.place / "backups.key"

    def connect(self) -> psycopg.Connection:
        return self.maker.connect()

    def plan(self, to: str, *words: str) -> restore.Plan:
        given = ["--from", str(self.terms.folder), "--key", str(self.key), "--to", to, *words]
        return restore.understand(given, self.place)

    def restored(self, to: str, *words: str) -> Site:
        """A new site out of the backups, its database running."""
        plan = self.plan(to, *words)
        restore.bring(plan)
        restore.open_doors(plan)
        return Site.at(self.place, plan.folder, self.terms)


@pytest.fixture
def site(place, monkeypatch):
    monkeypatch.setenv("WAYMARK_BACKUP_SECONDS", "1")
    (place / "backups").mkdir()
    terms = Terms(place / "backups", sealed.new_identity(place / "backups.key"), spare_bytes=0, seconds=1)
    made = Site.at(place, Folder(place / "data"), terms)
    with made.connect() as connection:
        connection.execute(TABLE)
        connection.execute("INSERT INTO kept VALUES (0, %s)", [WORDS])
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
