"""Between the database and the first page: migrations, static files, the demonstration. Skipped when unchanged."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from launcher import database as databases
from launcher import ground, privileges
from launcher.database import Database
from launcher.folder import Folder, write_private
from launcher.screen import say, show
from launcher.stamping import LOCK, ROOT, of_files
from launcher.trouble import Trouble

SIGN_INS = "demo-signins.txt"


def shows_demo() -> bool:
    """The demonstration authority is loaded unless this is a live service, or WAYMARK_DEMO=0 says no."""
    live = os.environ.get("DJANGO_SETTINGS_MODULE", "").endswith(".production")
    return not live and os.environ.get("WAYMARK_DEMO", "1") != "0"


def environment(folder: Folder, database: Database, url: str = "") -> dict[str, str]:
    """What the settings read: DEVELOPERS.md lists the names. What the operator has set wins."""
    ours = {
        "DJANGO_SETTINGS_MODULE": "waymark.settings.base",
        "WAYMARK_SECRET_FILE": str(folder.secret()),
        **({"WAYMARK_DEMO": "1"} if shows_demo() else {}),
        "WAYMARK_ROOTS": str(folder / "roots"),
        **_ledger_key(folder),
    }
    # The address of the database is never the operator’s: DATABASE_URL may be an administrator’s. What opens the
    # storage of the backups is for who makes them, and not for pages.
    apart = ("DATABASE_URL", "WAYMARK_BACKUP_ACCESS", "WAYMARK_BACKUP_SECRET")
    kept = {name: value for name, value in os.environ.items() if name not in apart}
    fixed = {"WAYMARK_APP_URL": url or database.url(), "WAYMARK_DATA": str(folder.path)}
    paths = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))
    return ours | kept | fixed | {"PYTHONPATH": paths, "PYTHONUNBUFFERED": "1"}


def _ledger_key(folder: Folder) -> dict[str, str]:
    """Where the key that signs roots lies, unless the operator keeps it in the environment."""
    if os.environ.get("WAYMARK_LEDGER_KEY") or os.environ.get("WAYMARK_LEDGER_KEY_FILE"):
        return {}
    return {"WAYMARK_LEDGER_KEY_FILE": str(folder.ledger_key())}


def django(words: Sequence[str], environ: dict[str, str]) -> int:
    """One of Django’s commands, on this screen; its exit code."""
    child = subprocess.Popen(
        [sys.executable, "-m", "django", *words],
        cwd=os.environ.get("WAYMARK_CWD") or ROOT,  # files are named from where the command was given
        env=environ,
        preexec_fn=privileges.dies_with_parent(signal.SIGTERM),
    )
    try:
        while True:
            try:
                return child.wait()
            except KeyboardInterrupt:  # it got it too, and ends
                continue
    finally:
        if child.poll() is None:
            child.terminate()
            child.wait()


def quietly(words: Sequence[str], environ: dict[str, str], folder: Folder, wrong: str) -> None:
    """The same into log/setup.log. Raises Trouble with its last lines."""
    with meanwhile(words, environ, folder / "log" / "setup.log", wrong):
        pass


@contextmanager
def meanwhile(words: Sequence[str], environ: dict[str, str], log: Path, wrong: str) -> Iterator[None]:
    """The same beside what is done in the block, which waits for it at its end; ended when the block fails."""
    with log.open("ab") as out:
        began = out.tell()
        out.write(f"== {' '.join(words)}\n".encode())
        out.flush()
        child = subprocess.Popen(
            [sys.executable, "-m", "django", *words],
            cwd=ROOT,
            env=environ,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=out,
            preexec_fn=privileges.dies_with_parent(signal.SIGTERM),
        )
        try:
            yield
            code = child.wait()
        finally:
            if child.poll() is None:
                child.terminate()
                child.wait()
    if code:
        raise _trouble(wrong, log, began)


def _trouble(wrong: str, log: Path, began: int) -> Trouble:
    """With the last of what was written into a log from some byte on."""
    said = log.read_bytes()[began:].decode(errors="replace").strip().splitlines()
    return Trouble(wrong, "\n".join([*said[-12:], "", f"All of it is in {log}."]))


def answer(words: Sequence[str], environ: dict[str, str]) -> str:
    """What one of Django’s commands says, in one line. Raises Trouble with its own last lines when it fails."""
    done = subprocess.run(
        [sys.executable, "-m", "django", *words],
        cwd=ROOT,
        env=environ,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Trouble(f"“{words[0]}” failed.", "\n".join(done.stderr.strip().splitlines()[-20:]))
    return "; ".join(done.stdout.strip().splitlines())


# Django with all that pages and the demonstration import, which then runs the commands it is given, one on each line.
BEGUN = """
import json, sys
import django
django.setup()
import waymark.demo.loading
from django.core.management import CommandError, call_command
from django.urls import get_resolver
get_resolver().url_patterns
answers, sys.stdout = sys.stdout, sys.stderr
for line in sys.stdin:
    try:
        call_command(*json.loads(line))
    except CommandError as problem:
        sys.exit(f"CommandError: {problem}")
    print("done", file=answers, flush=True)
"""


class Begun:
    """Django, begun for a new folder beside what PostgreSQL does: the first commands need not begin it anew, each for
    itself. It saves some three seconds of the first start. What it says is in log/setup.log."""

    def __init__(self, folder: Folder, environ: dict[str, str]) -> None:
        self.log = folder / "log" / "setup.log"
        # From here on its words are read when it fails: also those of a start that went wrong.
        self.began = self.log.stat().st_size if self.log.exists() else 0
        with self.log.open("ab") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-c", BEGUN],
                cwd=ROOT,
                env=environ,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=out,
                preexec_fn=privileges.dies_with_parent(signal.SIGTERM),
            )

    def run(self, words: Sequence[str], wrong: str) -> None:
        """One command. Raises Trouble with the last lines that were said, as `quietly` does."""
        with suppress(BrokenPipeError):  # it ended before, and its words say why
            self._stdin.write(f"{json.dumps(list(words))}\n".encode())
            self._stdin.flush()
        if self._stdout.readline() != b"done\n":
            self.end()
            raise _trouble(wrong, self.log, self.began)
        self.began = self.log.stat().st_size

    def end(self) -> int:
        """It has nothing more to do. Its exit code."""
        with suppress(BrokenPipeError):
            self._stdin.close()
        self._stdout.close()
        return self.process.wait()

    @property
    def _stdin(self) -> IO[bytes]:
        assert self.process.stdin is not None  # noqa: S101  (it was asked for)
        return self.process.stdin

    @property
    def _stdout(self) -> IO[bytes]:
        assert self.process.stdout is not None  # noqa: S101
        return self.process.stdout


def begin(folder: Folder) -> Begun | None:
    """None where the folder is not new, its database is reached in a way that is not known before it answers, or no
    demonstration is told: settings for real records refuse to begin before there are keys."""
    found = databases.expected(folder)
    if found is None or Stamps(folder).known or not shows_demo():
        return None
    return Begun(folder, environment(folder, found))


class Stamps:
    """What was last prepared from which files, in stamps.json. A stamp that differs means: do it again."""

    def __init__(self, folder: Folder) -> None:
        self.path = folder / "stamps.json"
        try:
            self.known = dict(json.loads(self.path.read_text(encoding="utf-8")))
        except (OSError, ValueError):
            self.known = {}

    def fresh(self, name: str, stamp: str) -> bool:
        return bool(self.known.get(name) == stamp)

    def keep(self, name: str, stamp: str) -> None:
        self.known[name] = stamp
        write_private(self.path, json.dumps(self.known))


def migrate(folder: Folder, database: Database, stamps: Stamps) -> None:
    """Brings the tables up to date as the owner, when a migration, its SQL or a package changed."""
    waymark = ROOT / "waymark"
    files = [*waymark.glob("**/migrations/*.py"), *waymark.glob("**/sql/*.sql"), LOCK]
    stamp = of_files(files, database.server.host, database.server.database)
    if stamps.fresh("migrate", stamp):
        return
    if not ground.laid(database):
        environ = environment(folder, database, database.migrate_url())
        quietly(["migrate", "--noinput"], environ, folder, "The database could not be brought up to date.")
    stamps.keep("migrate", stamp)
    say("Database up to date")


def open_vault(folder: Folder, database: Database, stamps: Stamps, begun: Begun | None) -> None:
    """The master keys are made (once), are the right ones, and what was erased is erased. Raises Trouble otherwise."""
    elsewhere = os.environ.get("WAYMARK_MASTER_KEYS", "") + os.environ.get("WAYMARK_MASTER_FILE", "")
    place = folder.master_keys(new="vault" not in stamps.known and not elsewhere)
    held = place.read_bytes() if place.exists() else b""
    known = hashlib.sha256(held + elsewhere.encode()).hexdigest()
    stamp = f"{known} {stamps.known.get('migrate')}"
    if stamps.fresh("vault", stamp):
        return
    wrong = "What is sealed cannot be opened, so the service does not start."
    _first(["open_vault"], folder, database, wrong, begun)
    stamps.keep("vault", stamp)


@contextmanager
def static_collected(folder: Folder, database: Database, stamps: Stamps) -> Iterator[None]:
    """Gathers style sheets, scripts and pictures beside the block, when one of them or a package changed."""
    files = [
        file for place in (ROOT / "waymark").glob("**/static") for file in place.rglob("*") if file.is_file()
    ]
    stamp = of_files([*files, LOCK])
    if stamps.fresh("static", stamp) and (folder / "static" / "staticfiles.json").exists():
        yield
        return
    words, log = ["collectstatic", "--noinput", "--clear", "-v", "0"], folder / "log" / "setup-static.log"
    wrong = "The style sheets and pictures could not be gathered."
    with meanwhile(words, environment(folder, database), log, wrong):
        yield
    stamps.keep("static", stamp)
    say("Style sheets and pictures gathered")


def load_demo(folder: Folder, database: Database, stamps: Stamps, begun: Begun | None) -> None:
    """The demonstration authority, the first time; a folder that has it keeps it as people left it."""
    command = ROOT / "waymark" / "demo" / "management" / "commands" / "load_demo.py"
    if not shows_demo() or stamps.known.get("demo") or not command.exists():
        return
    say("Loading the demonstration authority")
    _first(["load_demo"], folder, database, "The demonstration authority could not be loaded.", begun)
    stamps.keep("demo", "loaded")


def _first(words: list[str], folder: Folder, database: Database, wrong: str, begun: Begun | None) -> None:
    if begun is None:
        quietly(words, environment(folder, database), folder, wrong)
    else:
        begun.run(words, wrong)


def sign_ins(folder: Folder) -> None:
    """Shows who can sign in to the demonstration."""
    path = folder / SIGN_INS
    if shows_demo() and path.exists():
        show(path.read_text(encoding="utf-8").rstrip())


def everything(folder: Folder, database: Database, begun: Begun | None = None, *, pages: bool = True) -> None:
    """All that must be done before serving; `pages` says whether pages will be served."""
    stamps = Stamps(folder)
    migrate(folder, database, stamps)
    open_vault(folder, database, stamps, begun)
    if pages:
        with static_collected(folder, database, stamps):
            load_demo(folder, database, stamps, begun)
    if begun is not None:
        begun.end()
