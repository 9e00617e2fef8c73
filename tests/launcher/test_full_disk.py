"""The whole disk of the database is full, its log of writes too: it breaks off, loses nothing, and comes back."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from launcher import privileges, roles, serving
from launcher.database import Database
from launcher.folder import Folder
from launcher.postgres import Cluster

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a small disk"),
]


@pytest.fixture
def disk() -> Iterator[Path]:
    """A small disk in memory, nothing else on it."""
    place = Path(tempfile.mkdtemp(prefix="waymark-small-", dir="/tmp"))
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=160m,mode=0755", "tmpfs", str(place)], check=True)
    try:
        privileges.hand_over(place)
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)
        shutil.rmtree(place, ignore_errors=True)


@pytest.fixture
def cluster(disk: Path) -> Iterator[Cluster]:
    """As `./run` has it: it keeps its promises to the disk. Its log of what happened is on another one."""
    with tempfile.TemporaryDirectory(prefix="waymark-log-", dir="/tmp") as elsewhere:
        made = Cluster(disk / "data", disk / "s", Path(elsewhere) / "log", "administrator")
        made.initialise()
        made.start()
        try:
            yield made
        finally:
            (disk / "filler").unlink(missing_ok=True)
            made.stop()


def connected(cluster: Cluster) -> psycopg.Connection:
    return psycopg.connect(
        host=str(cluster.sockets),
        user="postgres",
        password="administrator",
        dbname="postgres",
        autocommit=True,
    )


def fill(disk: Path) -> None:
    with (disk / "filler").open("ab", buffering=0) as out, pytest.raises(OSError, match="No space left"):
        while True:
            out.write(bytes(4096))


def write_until_it_breaks(cluster: Cluster, disk: Path) -> int:
    """How many rows were acknowledged, while the disk is full and the log of writes runs out of room."""
    with connected(cluster) as connection:
        connection.execute("CREATE TABLE kept (number bigint PRIMARY KEY)")
        connection.execute("INSERT INTO kept VALUES (0)")  # its first page, which has room for all the others
        saved = 1
        fill(disk)
        with pytest.raises(psycopg.OperationalError):
            while saved < 150:
                connection.execute("INSERT INTO kept VALUES (%s)", [saved])
                saved += 1
                # A megabyte into the log with each row: it is the log, and no table, that finds no room.
                connection.execute("SELECT pg_logical_emit_message(false, 'tests', repeat('x', 1000000))")
    return saved


def ended(cluster: Cluster) -> None:
    """After its panic PostgreSQL may have found its feet; then it is ended, as by a machine that is switched off."""
    assert cluster.process is not None
    cluster.process.send_signal(signal.SIGQUIT)
    cluster.process.wait(timeout=60)


def test_a_log_of_writes_without_room_loses_nothing_and_the_pages_go_on(cluster, disk, monkeypatch, capsys):
    saved = write_until_it_breaks(cluster, disk)
    assert 1 < saved < 150, "nothing was acknowledged: the test would look at nothing"
    log = cluster.log.read_text()
    assert "PANIC" in log and "No space left on device" in log
    ended(cluster)
    monkeypatch.setattr(serving, "DATABASE_AGAIN_SECONDS", 0)
    database = Database(roles.Server(str(cluster.sockets)), {}, cluster)
    service = serving.Service(Folder(disk / "folder"), database, serving.Address("127.0.0.1", 1))
    fill(disk)  # what the panic gave back
    # As it watches, many times a second: it says what is the matter, and does not end.
    for _time in range(2):
        service._watch()
    said = "".join(capsys.readouterr())
    assert "The disk is full. Make room and start again; nothing that was saved is lost." in said
    assert "This is tried again" in said
    (disk / "filler").unlink()
    service._watch()
    with connected(cluster) as connection:
        rows = connection.execute("SELECT count(*), max(number) FROM kept").fetchone()
    # The row that was being written when it broke may be there, though nobody was told so.
    assert rows is not None and rows[0] == rows[1] + 1 and saved <= rows[0] <= saved + 1
