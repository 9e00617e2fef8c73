"""The real thing for a measurement: `./run` in a folder of its own, or the server processes on one that is open."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from launcher import serving
from launcher.folder import processes_of
from launcher.testing import ROOT

READY_SECONDS = 300.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def small_country(*words: str) -> Iterator[Path]:
    """A data folder with a small national data set, gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="waymark-bench-", dir="/tmp"))
    folder.chmod(0o755)
    try:
        _launch(folder / "data", "demo", "national", *words)
        yield folder / "data"
    finally:
        _launch(folder / "data", "reset", "--yes")
        shutil.rmtree(folder, ignore_errors=True)


def _launch(folder: Path, *words: str) -> None:
    command = [sys.executable, "-m", "launcher", "run", "--data", str(folder), *words]
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])


def environment() -> dict[str, str]:
    """Of a shell of its own: nothing of whoever measures or tests."""
    ours = ("WAYMARK_", "DJANGO_", "PYTEST_", "DATABASE_")
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)}


class Running:
    """`./run` on a folder: started, killed in parts, stopped."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self.address = serving.Address("127.0.0.1", self.port)
        self.log = folder.parent / "run.log"
        command = [sys.executable, "-m", "launcher", "run", "--data", str(folder), "--port", str(self.port)]
        with self.log.open("wb") as out:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=environment(), stdin=subprocess.DEVNULL, stdout=out, stderr=out
            )

    def healthy(self) -> bool:
        return serving.health(self.address) == (200, "ready")

    def until_ready(self) -> None:
        """Until `./run` itself says that it serves: nobody else asks before, for the first pages take their time."""
        end = time.monotonic() + READY_SECONDS
        while "Waymark is at" not in (said := self.log.read_text(encoding="utf-8")):
            if self.process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(said[-2000:])
            time.sleep(0.2)

    def until_healthy(self, seconds: float = READY_SECONDS) -> None:
        end = time.monotonic() + seconds
        while not self.healthy():
            if self.process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(self.log.read_text(encoding="utf-8")[-2000:])
            time.sleep(0.05)

    def processes(self, word: str) -> list[int]:
        """The web processes (“waymark.web”), the first of them the parent; the worker (“procrastinate”)."""
        return sorted(pid for pid in processes_of(str(self.folder)) if word.encode() in _command(pid))

    def postmaster(self) -> int:
        held = self.folder / "postgres" / "postmaster.pid"
        return int(held.read_text(encoding="utf-8").split()[0]) if held.exists() else 0

    def stop(self) -> None:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(timeout=60)


def _command(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:  # it has just ended
        return b""


def children_of(pid: int) -> list[int]:
    try:
        held = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    except OSError:
        return []
    return [int(word) for word in held.split()]
