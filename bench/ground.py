"""The ground of every measurement: a migrated throw-away database, never the one that serves people."""

from __future__ import annotations

import base64
import logging
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from launcher.roles import Server
from launcher.testing import ROOT, environment, kept_cluster, throw_away_cluster

DATABASE = "waymark"


@contextmanager
def migrated(keep: Path | None = None) -> Iterator[Server]:
    """A server with Waymark’s tables. Disk safety is off, alike for both sides of every comparison. `keep`: the
    folder where it stays, to be used again as it is."""
    with kept_cluster(keep) if keep else throw_away_cluster() as server:
        done = keep / "migrated" if keep else None
        if done is None or not done.exists():
            _migrate(server)
            if done is not None:
                done.touch()
        yield server


def _migrate(server: Server) -> None:
    environ = environment(server) | {"PYTHONWARNINGS": "ignore", "PYTHONPATH": str(ROOT)}
    subprocess.run(
        [sys.executable, "-m", "django", "migrate", "--verbosity", "0"],
        cwd=ROOT,
        env=os.environ | environ,
        check=True,
    )


def django_on(server: Server) -> None:
    """Sets Django up in this process, on that server, with keys for the day: it wants its database first."""
    os.environ.update(environment(server) | {
        "DJANGO_SETTINGS_MODULE": "waymark.settings.base", "WAYMARK_DEMO": "1", "WAYMARK_CLAMD": "",
        "WAYMARK_MASTER_KEYS": f"1:{base64.b64encode(os.urandom(32)).decode()}", "WAYMARK_LOG": "json",
    })  # fmt: skip
    import django

    django.setup()
    logging.disable(logging.WARNING)


def connect(server: Server, role: str) -> psycopg.Connection:
    return psycopg.connect(host=server.host, user=role, dbname=DATABASE, autocommit=True)


def in_turn(one: Callable[[], object], other: Callable[[], object], times: int) -> tuple[float, float, float]:
    """Medians of both in milliseconds, and the median of the ratios pair by pair, run A B A B …"""
    pairs = [(_milliseconds(one), _milliseconds(other)) for _each in range(times)]
    ratios = [a / b for a, b in pairs]
    return (
        statistics.median(a for a, _ in pairs),
        statistics.median(b for _, b in pairs),
        statistics.median(ratios),
    )


def _milliseconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def line(title: str, ours: float, reference: float, ratio: float) -> str:
    return f"{title:<58} {ours:>9.2f} ms {reference:>9.2f} ms {ratio:>7.2f}"


HEAD = f"{'':<58} {'Waymark':>12} {'reference':>12} {'ratio':>7}"
