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

from launcher import ground, privileges, roles
from launcher.database import OLDEST
from launcher.postgres import Cluster

ROOT = Path(__file__).resolve().parents[1]
PREFIX = "waymark-test-"
GRACE_SECONDS = 15
# Everything: one process for each core, each with a database of its own; the tests of a file stay together.
SIDE_BY_SIDE = ("-n", str(min(os.cpu_count() or 1, 4)), "--dist", "loadfile")
DEBIAN = Path("/usr/lib/postgresql")


@contextmanager
def throw_away_cluster(programs: Path | None = None) -> Iterator[roles.Server]:
    """A server without disk safety, with the four roles, in a folder that is gone at the end. `programs`: another
    PostgreSQL’s than the one that comes with Waymark. Test databases begin with the tables, where the file that has
    them is fresh."""
    _sweep()
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir="/tmp"))  # short, for a socket’s path holds 107 bytes
    try:
        with (folder / "alive").open("w") as alive:
            fcntl.flock(alive, fcntl.LOCK_EX)
            with kept_cluster(folder, programs) as server:
                yield server
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def kept_cluster(folder: Path, programs: Path | None = None) -> Iterator[roles.Server]:
    """The same in a folder that stays: what was put into it is there the next time. Stopped at the end."""
    folder.mkdir(parents=True, exist_ok=True)
    privileges.hand_over(folder)
    cluster = Cluster(folder / "data", folder / "s", folder / "log", throw_away=True)
    cluster.bin = programs or cluster.bin
    new = not cluster.exists()
    try:
        if new:
            cluster.initialise()
        cluster.start()
        server = roles.Server(str(cluster.sockets))
        if new:
            roles.make(server, {}, throw_away=True)
            if ground.is_fresh(cluster):
                ground.load(cluster, "template1")
        yield server
    finally:
        cluster.stop()


def ground_text() -> str:
    """The tables as the migrations make them now, in a throw-away server."""
    with throw_away_cluster() as server:
        cluster = Cluster(
            Path(server.host).parent / "data", Path(server.host), Path(server.host).parent / "log"
        )
        return ground.migrated(cluster, server, environment(server))


def write_ground(words: Sequence[str]) -> int:
    """`python -m launcher ground`: writes the file of the tables anew, after a migration changed."""
    ground.FILE.write_text(ground_text(), encoding="utf-8")
    print(f"Written: {ground.FILE.relative_to(ROOT)}")
    return 0


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
    """Runs pytest with `words`; its exit code, and its closing line is the last one printed. A run of everything is
    followed by the walls on Debian’s PostgreSQL, where it is installed; `./test walls` is that part alone."""

    def stop(number: int, frame: object) -> None:
        raise SystemExit(128 + number)

    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)
    if list(words[:1]) == ["walls"]:
        return _walls(words[1:])
    with throw_away_cluster() as server:
        code = _pytest(words, environment(server)) if words else _everything(environment(server))
    return code or (0 if words else _walls([]))


def _everything(environ: dict[str, str], only: str = "") -> int:
    """Side by side, then by themselves the few that want nobody beside them."""
    code = _pytest([*SIDE_BY_SIDE, "-m", f"{only}not long and not alone"], environ)
    return code or _pytest(["-m", f"{only}not long and alone"], environ)


def debians() -> Path | None:
    """The programs of the oldest PostgreSQL from Debian that Waymark serves; None where there is none."""
    found = {
        int(place.parent.name): place for place in DEBIAN.glob("[0-9]*/bin") if (place / "initdb").exists()
    }
    return next((found[major] for major in sorted(found) if major >= OLDEST), None)


def _walls(words: Sequence[str]) -> int:
    programs = debians()
    if programs is None:
        print("The walls were not tried on Debian’s PostgreSQL: it is not installed.", flush=True)
        return 0
    print(f"The walls once more, on the PostgreSQL of {programs}", flush=True)
    with throw_away_cluster(programs) as server:
        environ = environment(server) | {"WAYMARK_PG_BIN": str(programs)}
        if words:
            return _pytest(["-m", "walls and not long", *words], environ)
        return _everything(environ, "walls and ")


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
