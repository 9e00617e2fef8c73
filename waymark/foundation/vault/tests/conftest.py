"""A record and rows that hang on it, of the tests’ own: their tables are made as the owner, and go with the test."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps.registry import Apps
from django.db import connection, models

from waymark.foundation.access.decisions import allow, refuse
from waymark.foundation.access.migrating import protect
from waymark.foundation.access.models import Protected
from waymark.foundation.ledger.migrating import record as recorded
from waymark.foundation.places.models import Authority
from waymark.foundation.vault import records
from waymark.foundation.vault.fields import SealedJSON, SealedText
from waymark.foundation.vault.migrating import keyed

from .files import EICAR

ELSEWHERE = Apps()
PLACES = f"{os.defpath}:/usr/sbin:/sbin"


class Folder(Protected):
    """A record with a sealed text of its own."""

    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="+")
    words = SealedText(default="")
    answers = SealedJSON(default=dict)
    plain = models.TextField(default="")

    class Meta:
        apps = ELSEWHERE
        app_label = "vault_tests"
        db_table = "vault_tests_folder"


class Note(Protected):
    """A row that hangs on it, sealed with its key; a reason is demanded by the database."""

    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="+")
    folder = models.ForeignKey(Folder, on_delete=models.CASCADE, related_name="notes")
    words = SealedText(within="folder")

    class Meta:
        apps = ELSEWHERE
        app_label = "vault_tests"
        db_table = "vault_tests_note"
        constraints = [models.CheckConstraint(condition=~models.Q(words=""), name="tests_note_says")]


@pytest.fixture
def tables(db: None, everything: Any) -> Iterator[None]:
    """The two tables, guarded as those of the house are."""
    with everything(), connection.schema_editor(atomic=False) as editor, connection.cursor() as cursor:
        cursor.execute("SET ROLE waymark_owner")
        for model in (Folder, Note):
            editor.create_model(model)
            table = model._meta.db_table
            for operation in (protect(table), recorded(table, ["plain"]), keyed(table)):
                sql = operation.sql if isinstance(operation.sql, (list, tuple)) else [operation.sql]
                for line in sql:
                    cursor.execute(line)
        for statement in editor.deferred_sql:
            cursor.execute(str(statement))
        editor.deferred_sql.clear()
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    yield


@pytest.fixture
def make(cast: Any, tables: None) -> Any:
    """A folder of the officer’s authority."""

    def make_folder(words: str = "", side: Any = None, **given: Any) -> Folder:
        side = side or cast.here
        pk = side.authority.pk
        grants = [f"authority:{pk}:triage", f"system:{pk}"]
        return Folder.objects.create(authority=side.authority, grants=grants, words=words, **given)

    return make_folder


@pytest.fixture
def data(settings: Any, tmp_path: Path) -> Path:
    settings.WAYMARK_DOCUMENTS = tmp_path / "documents"
    settings.WAYMARK_MASTER_FILE = str(tmp_path / "keys" / "master.json")
    return tmp_path


class Clamd:
    """ClamAV’s daemon, started here with signatures of our own: of the test virus, and none that would be fetched."""

    def __init__(self, home: Path) -> None:
        self.home, self.socket = home, home / "clamd.ctl"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        (self.home / "db").mkdir(exist_ok=True)
        (self.home / "db" / "local.ndb").write_text(f"Waymark.Test.EICAR:0:*:{EICAR.hex()}\n")
        (self.home / "clamd.conf").write_text(
            f"LocalSocket {self.socket}\nDatabaseDirectory {self.home}/db\nForeground yes\nLogFile {self.home}/log\n"
            f"TemporaryDirectory {self.home}\nStreamMaxLength 30M\nMaxThreads 4\nConcurrentDatabaseReload no\n"
            "OfficialDatabaseOnly no\n"
        )
        self.process = subprocess.Popen(
            [str(shutil.which("clamd", path=PLACES)), "-c", str(self.home / "clamd.conf")],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        end = time.monotonic() + 60
        while not self.socket.exists():
            if self.process.poll() is not None or time.monotonic() > end:
                log = self.home / "log"
                raise RuntimeError(f"clamd did not start: {log.read_text() if log.exists() else ''}")
            time.sleep(0.05)

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.socket.unlink(missing_ok=True)


@pytest.fixture(scope="session")
def clamd_home() -> Iterator[Clamd]:
    """The real daemon. `./test` installs it from Debian; only a user who cannot install does without."""
    if shutil.which("clamd", path=PLACES) is None:
        if os.geteuid() == 0:
            pytest.fail("clamd is not installed: ./test does it (clamav-daemon)")
        pytest.skip("clamd is not installed, and this user cannot install it")
    home = Path(tempfile.mkdtemp(prefix="waymark-clamd-", dir="/tmp"))
    daemon = Clamd(home)
    try:
        daemon.start()
        yield daemon
    finally:
        daemon.stop()
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture
def clamd(clamd_home: Clamd, settings: Any) -> Clamd:
    settings.WAYMARK_CLAMD = str(clamd_home.socket)
    return clamd_home


@pytest.fixture
def kind(make: Any) -> Iterator[records.Kind]:
    """The tests’ own record as one that takes documents."""
    before = dict(records.KINDS)
    folder = records.Kind(
        "folder",
        Folder,
        may_read=lambda actor, record: allow(),
        may_add=lambda actor, record: refuse("It is closed.") if record.plain == "closed" else allow(),
        called=lambda record: "Folder",
        page=lambda actor, record: "/",
        infected=lambda by, record, document: TOLD.append((record.pk, document.pk)),
    )
    records.declare(folder)
    TOLD.clear()
    yield folder
    records.KINDS.clear()
    records.KINDS.update(before)


TOLD: list[tuple[Any, Any]] = []
