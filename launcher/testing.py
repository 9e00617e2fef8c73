"""`./test`: pytest on a PostgreSQL of its own, thrown away afterwards. Any number can run side by side."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from launcher import privileges, roles
from launcher.postgres import Cluster

ROOT = Path(__file__).resolve().parents[1]
PREFIX = "waymark-test-"
GRACE_SECONDS = 15


@contextmanager
def throw_away_cluster() -> Iterator[roles.Server]:
    """A server without disk safety, with the four roles, in a folder that is gone at the end."""
    _sweep()
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir="/tmp"))  # short, for a socket’s path holds 107 bytes
    privileges.hand_over(folder)
    cluster: Cluster | None = None
    try:
        with (folder / "alive").open("w") as alive:
            fcntl.flock(alive, fcntl.LOCK_EX)
            cluster = Cluster(folder / "data", folder / "s", folder / "log", throw_away=True)
            cluster.initialise()
            cluster.start()
            server = roles.Server(str(cluster.sockets))
            roles.make(server, {}, throw_away=True)
            yield server
    finally:
        if cluster is not None:
            cluster.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _sweep() -> None:
    """Removes what a run that was killed left in /tmp: its lock is free, so nobody is in it."""
    for folder in Path("/tmp").glob(f"{PREFIX}*"):  # noqa: S108
        mark = folder / "alive"
        try:
            with mark.open() as alive:
                fcntl.flock(alive, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(folder, ignore_errors=True)
        except OSError:
            continue


def environment(server: roles.Server) -> dict[str, str]:
    """What the test settings read. The login is the migrating role; conftest.py takes the application’s."""
    return os.environ | {
        "WAYMARK_APP_URL": server.url("waymark_app"),
        # Beside the throw-away server, and gone with it: a later ./run must find its own folder untouched.
        "WAYMARK_DATA": str(Path(server.host).parent / "files"),
        "WAYMARK_MIGRATE_URL": server.url("waymark_migrate"),
        "DJANGO_SETTINGS_MODULE": "waymark.settings.test",
    }


def run(words: Sequence[str]) -> int:
    """Runs pytest with `words`; its exit code, and its closing line is the last one printed."""

    def stop(number: int, frame: object) -> None:
        raise SystemExit(128 + number)

    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)
    with throw_away_cluster() as server:
        return _pytest(words, environment(server))


def _pytest(words: Sequence[str], environ: dict[str, str]) -> int:
    child = subprocess.Popen(
        [sys.executable, "-m", "pytest", *words],
        cwd=ROOT,
        env=environ,
        preexec_fn=privileges.dies_with_parent(signal.SIGTERM),
    )
    try:
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:  # pytest got it too, and prints what it has
                continue
    finally:
        if child.poll() is None:
            child.terminate()
            try:
                child.wait(timeout=GRACE_SECONDS)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
