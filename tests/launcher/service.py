"""A real `./run` for a test: started, watched, and stopped, whatever happens."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from launcher.folder import processes_of
from launcher.serving import Address, health

ROOT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def environment() -> dict[str, str]:
    """What a person’s shell has: nothing of the suite’s own settings. Without the demonstration, which takes longer."""
    kept = {
        k: v
        for k, v in os.environ.items()
        if not k.startswith(("WAYMARK_", "DJANGO_", "PYTEST_", "DATABASE_"))
    }
    return kept | {"WAYMARK_DEMO": "0"}


class Service:
    """`Service(folder)` starts one; `ready()` waits for its page."""

    def __init__(self, folder: Path, *words: str, port: int = 0) -> None:
        self.folder, self.port = folder, port or free_port()
        self.output = folder.parent / f"{folder.name}-{self.port}.txt"
        command = [
            sys.executable,
            "-m",
            "launcher",
            "run",
            "--data",
            str(folder),
            "--port",
            str(self.port),
            *words,
        ]
        with self.output.open("wb") as out:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=environment(), stdin=subprocess.DEVNULL, stdout=out, stderr=out
            )

    def said(self) -> str:
        return self.output.read_text(encoding="utf-8")

    def healthy(self) -> bool:
        return health(Address("127.0.0.1", self.port)) == (200, "ready")

    def ready(self, seconds: float = 90) -> Service:
        self.until(lambda: "Waymark is at" in self.said() or self.process.poll() is not None, seconds)
        assert self.process.poll() is None, self.said()
        assert self.healthy(), self.said()
        return self

    def until(self, condition, seconds: float = 40) -> None:
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, self.said()
            time.sleep(0.1)

    def refused(self, seconds: float = 40) -> str:
        """What a start that must fail says."""
        assert self.process.wait(timeout=seconds) == 1, self.said()
        return self.said()

    def processes(self) -> list[int]:
        """Web and worker processes of this folder, whoever started them."""
        return processes_of(str(self.folder))

    def child(self, word: str) -> int:
        """The first process of the web server ("waymark.web") or the worker ("procrastinate"); 0 while there is none."""
        return min((pid for pid in self.processes() if word.encode() in command_line(pid)), default=0)

    def postmaster(self) -> int:
        return int((self.folder / "postgres" / "postmaster.pid").read_text(encoding="utf-8").split()[0])

    def nothing_left(self) -> bool:
        return not self.processes() and not (self.folder / "postgres" / "postmaster.pid").exists()

    def end(self, number: signal.Signals = signal.SIGTERM) -> int:
        """Sends the signal and waits; the exit code."""
        self.process.send_signal(number)
        return self.process.wait(timeout=40)

    def __enter__(self) -> Service:
        return self

    def __exit__(self, *problem: object) -> None:
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(timeout=40)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()


def command_line(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:  # it has just ended
        return b""
