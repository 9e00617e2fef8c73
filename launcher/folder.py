"""The data folder: everything a Waymark keeps outside its code. Recognised by its mark, held by one service at a time.

waymark.json   the mark: this folder was made by Waymark, with which PostgreSQL
lock           held while a service runs on it; says which
secret         the key that signs sessions and forms
database.json  the passwords of the database roles
roots/         the signed roots of the ledger, to be copied off this machine
postgres/      the embedded database (or a link to it where PostgreSQL’s user could not reach)
keys/          the master keys, the list of what was erased, the key that signs roots: never in the database
documents/     sealed documents
archive/       its write-ahead log, on the way to the backups (or a link, likewise)
health/        how backups do, for the pages that tell
socket/ static/ post/ log/ stamps.json
"""

from __future__ import annotations

import base64
import fcntl
import json
import os
import pwd
import secrets
import shutil
import signal
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from launcher import privileges
from launcher.screen import say, show
from launcher.trouble import Trouble

MARK = "waymark.json"
OURS = (
    "postgres", "archive", "health", "socket", "static", "static-test", "post", "log", "lock", "secret",
    "database.json", "stamps.json", "keys", "documents", "roots", "demo-signins.txt", "restored.json",
    "erasures.json", MARK,
)  # fmt: skip
# Keys lie apart from what they open: no backup holds them.
KEPT_APART = ("secret", "*.key", "keys")
# The database goes into a backup its own way; the rest is made again by a start.
NEVER_SENT = (
    "postgres", "archive", "health", "socket", "static", "static-test", "log", "lock", "post", "demo-signins.txt",
    "*.new", "restored.json", MARK,
)  # fmt: skip
FIRST_START_BYTES = 400_000_000
LATER_START_BYTES = 50_000_000
LONGEST_SOCKET_FOLDER = 80  # a socket’s path holds 107 bytes


class Busy(Trouble):
    """Another service runs on this folder."""


@dataclass
class Folder:
    path: Path
    held: IO[str] | None = None

    def __truediv__(self, name: str) -> Path:
        return self.path / name

    # Whose it is

    def open(self) -> None:
        """Makes the folder, or sees that it is one of ours. Raises Trouble for any other."""
        try:
            new = self._is_new()
            self.path.mkdir(parents=True, exist_ok=True)
            self._see_owner(new)
            self._see_room(FIRST_START_BYTES if new else LATER_START_BYTES)
            if new:
                # Root’s database runs as another user, who must be able to walk through.
                self.path.chmod(0o711 if privileges.is_root() else 0o700)
                self.write_mark({"made_by": "waymark", "postgres": None})
            (self / "log").mkdir(exist_ok=True, mode=0o700)
        except OSError as problem:
            raise Trouble(
                f"The data folder {self.path} cannot be used: {problem.strerror}.",
                "Start as the user it belongs to, make room on the disk, or name another: ./run --data FOLDER",
            ) from problem

    def _is_new(self) -> bool:
        if not self.path.exists():
            return True
        if not self.path.is_dir():
            raise Trouble(f"{self.path} is not a folder.", "Name one: ./run --data FOLDER")
        if not any(self.path.iterdir()):
            return True
        if not (self / MARK).exists():
            raise Trouble(
                f"The folder {self.path} has something in it that Waymark did not put there.",
                "Name an empty or a new folder: ./run --data FOLDER",
            )
        return False

    def _see_owner(self, new: bool) -> None:
        owner = (self.path if new else self / MARK).stat().st_uid
        if owner == os.geteuid() or (new and os.access(self.path, os.W_OK)):
            return
        try:
            name = pwd.getpwuid(owner).pw_name
        except KeyError:
            name = str(owner)
        raise Trouble(
            f"The data folder {self.path} belongs to the user {name}.",
            f"Start as {name}, or name another folder: ./run --data FOLDER",
        )

    def _see_room(self, wanted: int) -> None:
        free = shutil.disk_usage(self.path).free
        if free < wanted:
            raise Trouble(
                f"The disk of {self.path} is full: {free // 1_000_000} MB free, {wanted // 1_000_000} MB needed.",
                "Make room, or name a folder on another disk: ./run --data FOLDER",
            )

    # The mark

    def mark(self) -> dict[str, Any]:
        try:
            return dict(json.loads((self / MARK).read_text(encoding="utf-8")))
        except ValueError as problem:
            raise Trouble(f"{self / MARK} cannot be read: it is not what Waymark wrote.") from problem

    def write_mark(self, content: dict[str, Any]) -> None:
        write_private(self / MARK, json.dumps(content))

    # One service at a time

    def hold(self, what: dict[str, Any]) -> None:
        """Takes the folder for this process. The lock goes with the process, however it ends. Raises Busy."""
        lock = (self / "lock").open("a+", encoding="utf-8")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as problem:
            lock.close()
            other = self.holder()
            raise Busy(
                f"Waymark already runs on {self.path}: process {other.get('pid', '?')} {other.get('url', '')}".rstrip(),
                "Stop that one first, or start this one on a folder of its own: ./run --data FOLDER --port N",
            ) from problem
        self.held = lock
        self.tell(what)

    def tell(self, what: dict[str, Any]) -> None:
        """Says in the lock who holds the folder, for the sentence that a second start gets."""
        if self.held:
            self.held.seek(0)
            self.held.truncate()
            json.dump({"pid": os.getpid()} | what, self.held)
            self.held.flush()

    def release(self) -> None:
        if self.held:
            self.held.close()
            self.held = None

    def holder(self) -> dict[str, Any]:
        try:
            return dict(json.loads((self / "lock").read_text(encoding="utf-8")))
        except (OSError, ValueError):
            return {}

    # What it keeps

    def socket_folder(self) -> Path:
        """A short 0700 folder for the database’s socket; in the data folder where that is short and reachable."""
        inside = (self / "socket").resolve()
        if len(str(inside)) <= LONGEST_SOCKET_FOLDER and privileges.reachable(inside):
            return inside
        if privileges.is_root():
            return privileges.outside(self.path, "socket")
        here = privileges.outside(self.path, f"waymark-{os.getuid()}").name
        place = Path(os.environ.get("XDG_RUNTIME_DIR") or "/tmp") / here  # noqa: S108
        place.mkdir(mode=0o700, exist_ok=True)
        if place.is_symlink() or place.stat().st_uid != os.getuid():
            raise Trouble(f"{place} belongs to somebody else.", "Name a data folder with a shorter path.")
        return place

    def database_home(self) -> Path:
        """Where the embedded database lives. Where its user could not reach, a link leads to /var/lib/waymark."""
        return self._for_database("postgres", "data")

    def archive_home(self) -> Path:
        """Where the database puts its write-ahead log when a file of it is full; made when it is not there."""
        home = self._for_database("archive", "archive")
        if not home.exists():
            home.mkdir(mode=0o700)
            privileges.hand_over(home)
        return home

    def _for_database(self, name: str, outside: str) -> Path:
        home = self / name
        if not home.is_symlink() and not home.exists() and not privileges.reachable(home):
            elsewhere = privileges.outside(self.path, outside)
            elsewhere.mkdir(parents=True, exist_ok=True)
            elsewhere.parent.chmod(0o755)
            privileges.hand_over(elsewhere)
            home.symlink_to(elsewhere)
        return home.resolve()

    def health_file(self, name: str) -> Path:
        """What the launcher tells the pages of one matter: a small file of times and counts."""
        (self / "health").mkdir(exist_ok=True, mode=0o700)
        return self / "health" / f"{name}.json"

    def secret(self) -> Path:
        """The file with the signing key, made the first time; only its owner may read it."""
        if not (self / "secret").exists():
            write_private(self / "secret", secrets.token_urlsafe(64))
        return self / "secret"

    def master_keys(self, *, new: bool) -> Path:
        """The file with the master keys. A `new` database gets one; a lost one is never replaced, for no other opens
        what it sealed."""
        place = self / "keys" / "master.json"
        if new and not place.exists():
            place.parent.mkdir(exist_ok=True, mode=0o700)
            key = base64.b64encode(secrets.token_bytes(32)).decode("ascii")
            write_private(place, json.dumps({"current": "1", "keys": {"1": key}, "retired": {}}))
        return place

    def ledger_key(self) -> Path:
        """The file with the key that signs roots of the ledger, made the first time, its public half beside it."""
        path = self / "keys" / "ledger.pem"
        if not path.exists():
            path.parent.mkdir(exist_ok=True, mode=0o700)
            key = Ed25519PrivateKey.generate()
            private = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
            public = key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
            write_private(path.with_suffix(".pub"), public.decode())
            write_private(path, private.decode())
            say("A key for the ledger was made. Keep its public half apart from this machine:")
            show(public.decode().rstrip())
        return path

    def erase(self) -> None:
        """Throws away what Waymark put here, and the folder when nothing else is in it."""
        for place, outside in (
            (self / "postgres", "data"),
            (self / "archive", "archive"),
            (self / "socket", "socket"),
        ):
            if not place.exists() or place.is_symlink():
                shutil.rmtree(privileges.outside(self.path, outside), ignore_errors=True)
        for name in OURS:
            place = self / name
            if place.is_dir() and not place.is_symlink():
                shutil.rmtree(place)
            else:
                place.unlink(missing_ok=True)
        if not any(self.path.iterdir()):
            self.path.rmdir()


def write_private(path: Path, text: str) -> None:
    """Writes a file that only its owner may read: whole and on the disk, or not there at all."""
    unfinished = path.with_name(f"{path.name}.new")
    unfinished.unlink(missing_ok=True)
    with os.fdopen(
        os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8"
    ) as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    unfinished.rename(path)


def processes_of(instance: str) -> list[int]:
    """The web and worker processes of this data folder, whichever launcher started them."""
    wanted = f"WAYMARK_INSTANCE={instance}".encode()
    return [pid for pid in map(int, filter(str.isdigit, os.listdir("/proc"))) if _carries(pid, wanted)]


def _carries(pid: int, wanted: bytes) -> bool:
    try:
        return pid != os.getpid() and wanted in Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
    except OSError:
        return False


def clear_leftovers(instance: str, seconds: float = 5.0) -> int:
    """Ends processes of this folder whose launcher was killed; how many. Called holding the lock."""
    found = len(processes_of(instance))
    for number in (signal.SIGTERM, signal.SIGKILL):
        end = time.monotonic() + seconds
        for pid in processes_of(instance):
            with suppress(ProcessLookupError):
                os.kill(pid, number)
        while processes_of(instance) and time.monotonic() < end:
            time.sleep(0.05)
    return found
