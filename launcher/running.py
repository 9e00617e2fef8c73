"""The verbs of `./run`."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from launcher import backup, database, preparing, proving, restore, serving
from launcher.database import Database
from launcher.depot import Terms
from launcher.folder import MARK, Busy, Folder, clear_leftovers
from launcher.screen import say, show
from launcher.trouble import Trouble

HELPS = {"--help", "-h"}
HELP = Path(__file__).with_name("help.txt")
STOPS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
VERBS = (
    "serve", "worker", "shell", "migrate", "import", "demo", "bench", "verify", "manage", "reset",
    "backup", "backup-key", "restore",
)  # fmt: skip

IMPORTS = (["places"],)


class Words(argparse.ArgumentParser):
    def error(self, message: str) -> None:  # type: ignore[override]
        raise Trouble(f"{message[:1].upper()}{message[1:]}.", "./run --help lists what there is.", code=2)


def run(words: Sequence[str]) -> int:
    """`./run` and its verbs; the exit code."""
    if HELPS & set(words[:1]):
        show(HELP.read_text(encoding="utf-8").rstrip())
        return 0
    options, verb, rest = understand(words)
    folder = Folder(options.data)
    done = _without_database(verb, rest, folder)
    if done is not None:
        return done
    if verb == "import" and rest[:1] not in IMPORTS:
        raise Trouble("Import what?", "Say: ./run import places, or ./run import places --help", code=2)
    if verb == "serve":
        return serve(folder, serving.Address(options.host, options.port))
    if verb == "demo" and rest[:1] == ["national"]:
        return national(folder, rest[1:])
    with at_database(folder, prepare=verb != "verify") as found:
        return (verify if verb == "verify" else beside)(verb, rest, folder, found)


def _without_database(verb: str, rest: list[str], folder: Folder) -> int | None:
    """The exit code of what needs none; None for the others."""
    match verb:
        case "restore":
            return restore.run(rest)
        case "backup-key":
            return backup.new_key(rest)
        case "reset":
            return reset(folder, certain=rest == ["--yes"])
        case "bench" if HELPS & set(rest):
            return bench(rest, dict(os.environ))
    return None


def understand(words: Sequence[str]) -> tuple[argparse.Namespace, str, list[str]]:
    """The options, the verb and what follows it. Options stand before the verb, or, when serving, anywhere."""
    place = next((i for i, word in enumerate(words) if word in VERBS and not _is_value(words, i)), len(words))
    parser = Words(add_help=False, allow_abbrev=False)
    parser.add_argument("--port", type=port, default=8000)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--data", default=os.environ.get("WAYMARK_DATA") or str(preparing.ROOT / "var"))
    verb = words[place] if place < len(words) else "serve"
    after = list(words[place + 1 :])
    before = [*words[:place], *(after if verb == "serve" else [])]
    options, unknown = parser.parse_known_args(before)
    if unknown:
        raise Trouble(f"./run does not know “{unknown[0]}”.", "./run --help lists what there is.", code=2)
    if verb in ("worker", "reset", "migrate", "backup"):  # these take options after them as well
        more, after = parser.parse_known_args(after)
        options.data = more.data if "--data" in " ".join(words[place:]) else options.data
    options.data = (Path(os.environ.get("WAYMARK_CWD") or Path.cwd()) / options.data).resolve()
    return options, verb, after


def _is_value(words: Sequence[str], place: int) -> bool:
    return place > 0 and words[place - 1] in ("--port", "--host", "--data")


def port(word: str) -> int:
    if not (word.isascii() and word.isdigit()) or not 0 < int(word) < 65536:
        raise argparse.ArgumentTypeError(f"{word} is not a port: a number from 1 to 65535")
    return int(word)


def serve(folder: Folder, address: serving.Address) -> int:
    """Sets the folder up, serves it, and stops everything at Ctrl-C or TERM."""
    _stop_on(STOPS)
    try:
        folder.open()
        folder.hold({"url": address.url})
        if clear_leftovers(str(folder.path)):
            say("Ended what a start before this one had left running")
        address.see_free()
        begun = preparing.begin(folder)
        found = database.start(folder)
        service = serving.Service(folder, found, address)
        try:
            say("Database ready")
            preparing.everything(folder, found, begun)
            service.run()
        finally:
            service.stop()
    except Stopped:
        say("Stopped")
    return 0


class Stopped(BaseException):
    """Somebody asked for an end: by Ctrl-C, by TERM, by closing the terminal."""


def _stop_on(numbers: Sequence[signal.Signals]) -> None:
    """The first signal begins the end; later ones do not disturb it."""

    def stop(number: int, frame: object) -> None:
        for each in numbers:
            signal.signal(each, signal.SIG_IGN)
        raise Stopped

    for number in numbers:
        signal.signal(number, stop)


@contextmanager
def at_database(folder: Folder, *, prepare: bool = True) -> Iterator[Database]:
    """The folder’s database: of the service that runs on it, else started here for as long as it is needed.

    What is to be looked at as it is, is not prepared."""

    def stop(number: int, frame: object) -> None:
        raise SystemExit(128 + number)

    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)
    folder.open()
    try:
        folder.hold({})
    except Busy:
        yield database.running(folder)
        return
    found = database.start(folder)
    try:
        if prepare:
            preparing.everything(folder, found, pages=False)
        yield found
    finally:
        found.stop()
        folder.release()


def national(folder: Folder, rest: list[str]) -> int:
    """The national data set, in a demonstration that is empty and that nobody serves; Westmarch then stays away."""
    if not preparing.shows_demo():
        raise Trouble("The national data set is for a demonstration only, and this is not one.")
    folder.open()
    folder.hold({})
    found = database.start(folder)
    try:
        preparing.everything(folder, found, pages=False)
        environ = preparing.environment(folder, found) | {
            "WAYMARK_MIGRATE_URL": found.libpq("waymark_migrate")
        }
        code = preparing.django(["load_national", *rest], environ)
        if code == 0:
            preparing.Stamps(folder).keep("demo", "national")
        return code
    finally:
        found.stop()
        folder.release()


# Verbs that are one of Django’s commands by another name.
PLAIN = {"shell": ["shell"], "demo": ["load_demo"], "manage": []}


def beside(verb: str, rest: list[str], folder: Folder, found: Database) -> int:
    """The verbs that run one command and end."""
    environ = preparing.environment(folder, found)
    match verb:
        case "worker":
            return preparing.django([*serving.worker()[3:], *rest], environ)
        case "migrate":
            environ = preparing.environment(folder, found, found.migrate_url())
            return preparing.django(["migrate", *rest], environ)
        case "import":
            return preparing.django([f"import_{rest[0]}", *rest[1:]], environ)
        case "backup":
            return backup.once(folder, found, Terms.of_environment())
        case "bench":
            return bench(rest, environ | {"WAYMARK_MIGRATE_URL": found.libpq("waymark_migrate")})
        case "manage" if rest[:1] == [proving.REPLAY]:
            return preparing.django(rest, environ | {"WAYMARK_APP_URL": found.url("waymark_migrate")})
        case _:
            return preparing.django([*PLAIN[verb], *rest] or ["help"], environ)


def bench(rest: list[str], environ: dict[str, str]) -> int:
    if not (preparing.ROOT / "bench" / "__main__.py").exists():
        raise Trouble("There is nothing to measure yet.", "bench/ will hold it.")
    return subprocess.run(
        [sys.executable, "-m", "bench", *rest], cwd=preparing.ROOT, env=environ, check=False
    ).returncode


def verify(verb: str, rest: list[str], folder: Folder, found: Database) -> int:
    """The ledger’s verifier, which knows nothing of the service: 0 all fits, 1 something does not, 2 cannot be told."""
    environ = preparing.environment(folder, found) | {"WAYMARK_MIGRATE_URL": found.libpq("waymark_migrate")}
    environ.setdefault("WAYMARK_LEDGER_PUBLIC_KEY", str(folder / "keys" / "ledger.pub"))
    here = os.environ.get("WAYMARK_CWD") or preparing.ROOT
    return subprocess.run(
        [sys.executable, "-m", "verifier", *rest], cwd=here, env=environ, check=False
    ).returncode


def reset(folder: Folder, *, certain: bool) -> int:
    """Throws the data folder away, after stopping whatever runs on it. Only with --yes."""
    if not (folder / MARK).exists():
        raise Trouble(f"There is nothing of Waymark’s in {folder.path}.")
    if not certain:
        raise Trouble(
            f"This throws away everything in {folder.path}: every record, account and setting.",
            "If that is meant: ./run reset --yes",
        )
    _hold_after_stopping(folder)
    clear_leftovers(str(folder.path))
    if (folder.database_home() / "postmaster.pid").exists():
        database.embedded(folder).stop()
    folder.erase()
    say(f"Everything in {folder.path} is gone")
    return 0


def _hold_after_stopping(folder: Folder, seconds: float = 40.0) -> None:
    end = time.monotonic() + seconds
    asked = False
    while True:
        try:
            return folder.hold({})
        except Busy:
            pid = folder.holder().get("pid")
            if pid and not asked:
                say(f"Stopping the service that runs on it (process {pid})")
                os.kill(int(pid), signal.SIGTERM)
                asked = True
            if time.monotonic() > end:
                raise
            time.sleep(0.1)
