"""`./run`: the web server and the worker, watched, started again when one dies, stopped together; the database last."""

from __future__ import annotations

import errno
import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from launcher import archiving, preparing, privileges
from launcher.database import Database
from launcher.depot import Terms
from launcher.folder import Folder
from launcher.screen import say, show
from launcher.trouble import Trouble

READY_SECONDS = 180.0  # a first start on a busy machine imports for a minute
# How long before a database that could not start is tried again.
DATABASE_AGAIN_SECONDS = 10.0
STOP_SECONDS = 15.0
LOG_BYTES = 10_000_000
LIVED_SECONDS = 10.0  # who has lived so long did not die of its start
WORKERS, THREADS = "2", "4"


@dataclass
class Address:
    host: str = "127.0.0.1"
    port: int = 8000

    @property
    def url(self) -> str:
        """As a person types it. A name and not a number, for a passkey belongs to a name."""
        name = "localhost" if self.host in ("127.0.0.1", "::1", "0.0.0.0", "::") else self.host  # noqa: S104
        return f"http://{name}:{self.port}"

    @property
    def reached_at(self) -> str:
        return {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)  # noqa: S104

    def see_free(self) -> None:
        """Raises Trouble when something else listens there."""
        family = socket.AF_INET6 if ":" in self.host else socket.AF_INET
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((self.host, self.port))
                probe.listen(1)
            except OSError as problem:
                if isinstance(problem, socket.gaierror) or problem.errno == errno.EADDRNOTAVAIL:
                    raise Trouble(
                        f"{self.host} is not an address of this machine.",
                        "Listen here only: ./run; or on every address: ./run --host 0.0.0.0",
                    ) from problem
                if isinstance(problem, PermissionError):
                    raise Trouble(
                        f"This user may not listen on port {self.port}.",
                        "Choose one over 1023: ./run --port 8000",
                    ) from problem
                raise Trouble(
                    f"Port {self.port} of {self.host} is taken by another program ({problem.strerror}).",
                    f"Stop that one, or choose another port: ./run --port {self.port % 65535 + 1}",
                ) from problem

    def hosts(self) -> str:
        """The names under which pages may be asked for."""
        names = ["localhost", "127.0.0.1", "[::1]"]
        if self.host in ("0.0.0.0", "::"):  # noqa: S104
            names += [socket.gethostname(), socket.getfqdn()]
        elif self.host not in names:
            names.append(f"[{self.host}]" if ":" in self.host else self.host)
        return ",".join(dict.fromkeys(names))


@dataclass
class Child:
    """One process (and those it starts) that must be there while the service runs."""

    name: str
    words: list[str]
    environ: dict[str, str]
    log: Path
    process: subprocess.Popen[bytes] | None = None
    began: float = 0.0
    deaths: int = 0
    again_at: float = 0.0

    def start(self) -> None:
        if self.log.exists() and self.log.stat().st_size > LOG_BYTES:
            self.log.rename(self.log.with_suffix(".old.log"))
        with self.log.open("ab") as out:
            self.process = subprocess.Popen(
                self.words,
                cwd=preparing.ROOT,
                env=self.environ,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                start_new_session=True,  # Ctrl-C is for the launcher; and the whole group can be ended
                preexec_fn=privileges.dies_with_parent(signal.SIGTERM),
            )
        self.began = time.monotonic()

    def alive(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def ask_to_stop(self) -> None:
        if self.alive() and self.process:
            self.process.terminate()

    def end(self, seconds: float) -> None:
        """Waits for the process, then ends whatever of its group is left."""
        if self.process is None:
            return
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(timeout=max(seconds, 0.1))
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process = None

    def revive(self) -> None:
        """Starts a dead one again: at once the first time, later and later when it keeps dying."""
        now = time.monotonic()
        if self.again_at == 0.0:
            code = self.process.returncode if self.process else None
            self.end(0.1)  # what it started must not keep the port
            self.deaths = 1 if now - self.began > LIVED_SECONDS else self.deaths + 1
            wait = min(30.0, 0.5 * 2 ** (self.deaths - 1))
            say(f"The {self.name} ended by itself ({code}); it is started again. Its log: {self.log}")
            self.again_at = now + wait
        if now >= self.again_at:
            self.again_at = 0.0
            self.start()


@dataclass
class Service:
    """Everything one `./run` keeps alive."""

    folder: Folder
    database: Database
    address: Address
    children: list[Child] = field(default_factory=list)
    stopping: bool = False
    database_again_at: float = 0.0

    def run(self) -> int:
        """Serves until it is told to stop; 0 then."""
        try:
            self._start()
            self._until_ready()
            while not self.stopping:
                self._watch()
                time.sleep(0.2)
        finally:
            self.stop()
        return 0

    def _start(self) -> None:
        environ = preparing.environment(self.folder, self.database) | {
            "WAYMARK_INSTANCE": str(self.folder.path),
            "PROMETHEUS_MULTIPROC_DIR": str(self._figures()),
        }
        environ.setdefault("WAYMARK_BASE_URL", self.address.url)
        environ.setdefault("WAYMARK_HOSTS", self.address.hosts())
        log = self.folder / "log"
        self.children = [
            Child("web server", web(self.address), environ, log / "web.log"),
            Child("worker", worker(), environ, log / "worker.log"),
        ]
        if Terms.of_environment().named:
            self.children.append(
                Child("keeper of backups", keeper(self.folder), dict(os.environ), log / "backup.log")
            )
        archiving.switch(self.folder, len(self.children) > 2 and self.database.cluster is not None)
        for child in self.children:
            child.start()

    def _figures(self) -> Path:
        """Where the web processes share their figures: empty at each start, as a counter begins at nothing."""
        place = self.folder.health_file("figures").with_suffix("")
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir(mode=0o700)
        return place

    def _until_ready(self) -> None:
        end = time.monotonic() + READY_SECONDS
        said = ""
        while not self.stopping:
            web_server = self.children[0]
            if not web_server.alive():
                raise Trouble("The web server did not start.", tail(web_server.log))
            if time.monotonic() > end:
                raise Trouble(
                    f"No page was served within {READY_SECONDS:.0f} seconds. {said}", tail(web_server.log)
                )
            status, said = health(self.address, web_server.environ["WAYMARK_HOSTS"].split(",")[0])
            if status == http.client.OK:
                return self._tell()
            time.sleep(0.1)
        return None

    def _tell(self) -> None:
        self.folder.tell({"url": self.address.url})
        say("Ready")
        show(f"\nWaymark is at {self.address.url}")
        preparing.sign_ins(self.folder)
        show(f"Ctrl-C stops it. Everything is kept in {self.folder.path}; logs are in its folder log.")

    def _watch(self) -> None:
        self._watch_database()
        for child in self.children:
            if not child.alive():
                child.revive()

    def _watch_database(self) -> None:
        """One that ended is started again. Where it cannot be (the disk is full), the pages go on: they say so,
        and keep what people typed. It is tried again and again."""
        cluster = self.database.cluster
        ended = cluster and (cluster.process is None or cluster.process.poll() is not None)
        if not cluster or not ended or time.monotonic() < self.database_again_at:
            return
        say("The database ended by itself; it is started again. What was saved is kept.")
        try:
            cluster.start()
        except Trouble as trouble:
            say(f"{trouble}\nThe pages answer that the service is not available. This is tried again.")
            self.database_again_at = time.monotonic() + DATABASE_AGAIN_SECONDS

    def stop(self) -> None:
        """All at once, each given time to finish what it is doing; then the database."""
        self.stopping = True
        end = time.monotonic() + STOP_SECONDS
        for child in self.children:
            child.ask_to_stop()
        for child in self.children:
            child.end(end - time.monotonic())
        self.database.stop()


def web(address: Address) -> list[str]:
    place = [
        "--host",
        address.host,
        "--port",
        str(address.port),
        "--workers",
        WORKERS,
        "--blocking-threads",
        THREADS,
    ]
    ends = ["--respawn-failed-workers", "--workers-kill-timeout", "8", "--no-ws", "--log-level", "warning"]
    return [
        sys.executable,
        "-m",
        "waymark.web",
        "--interface",
        "wsgi",
        *place,
        *ends,
        "waymark.wsgi:application",
    ]


def worker() -> list[str]:
    return [sys.executable, "-m", "django", "procrastinate", "worker", "--shutdown-graceful-timeout", "8"]


def keeper(folder: Folder) -> list[str]:
    return [sys.executable, "-m", "launcher", "keep", "--data", str(folder.path)]


def health(address: Address, host: str = "localhost") -> tuple[int, str]:
    """What /health of `host` answers: its status and sentence; (0, "") while nobody answers."""
    connection = http.client.HTTPConnection(address.reached_at, address.port, timeout=5)
    try:
        connection.request("GET", "/health", headers={"Host": host})
        answer = connection.getresponse()
        return answer.status, answer.read(300).decode(errors="replace")
    except (OSError, http.client.HTTPException):
        return 0, ""
    finally:
        connection.close()


def tail(log: Path, lines: int = 15) -> str:
    said = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return "\n".join([*said[-lines:], "", f"All of it is in {log}."])
