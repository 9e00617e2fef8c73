"""A database that hangs, breaks off or is full, for real: a plain page that keeps what was typed, and nothing half done."""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from django.db import connection
from django.test import Client

from tests.attacks.ledgers import server
from tests.attacks.test_down import ASK, TYPED, is_plain, kept
from tests.cast import Cast
from waymark.foundation.accounts import timing
from waymark.pathway.concerns.models import Enquiry
from waymark.settings.patience import patient

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.alone]


@contextmanager
def superuser() -> Iterator[psycopg.Connection]:
    name = connection.settings_dict["NAME"]
    with psycopg.connect(dbname=name, user="postgres", autocommit=True, **server()) as found:
        yield found


@contextmanager
def waiting(statement: float, lock: float) -> Iterator[None]:
    """The connection of the pages, with the settings that a web process has, only shorter."""
    plain = dict(connection.settings_dict)
    connection.close()
    connection.settings_dict.update(patient(plain, statement, lock))
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict.update(plain)
        connection.settings_dict["OPTIONS"] = plain.get("OPTIONS", {})


def refused_and_then_taken(committed: Cast, nurse: Client, trouble, number: int) -> None:
    """While there is trouble the page is plain and keeps the words; afterwards the kept form is sent, and is one."""
    form = {
        "question": TYPED,
        "once": f"7d5e1b4e-6c1c-4a43-9a4e-0000000000{number}",
        "name": "N",
        "because": "B",
    }
    with trouble:
        tree = is_plain(nurse.post(ASK, form))
        assert kept(tree)["question"].replace("\r\n", "\n") == TYPED
    connection.close()
    with committed.here.acting("nurse"):
        assert not Enquiry.objects.exists()
    held = kept(tree)
    held.pop("_to")
    for _time in range(2):
        assert nurse.post(ASK, held).status_code == 302
    with committed.here.acting("nurse"):
        assert Enquiry.objects.get().question.replace("\r\n", "\n") == TYPED


@contextmanager
def locked() -> Iterator[None]:
    """Somebody holds the table and does not let go."""
    with superuser() as other, other.transaction():
        other.execute("LOCK TABLE concerns_enquiry IN ACCESS EXCLUSIVE MODE")
        with waiting(0, 0.3):
            yield


@contextmanager
def troubled(body: str, at: str = "INSERT ON concerns_enquiry") -> Iterator[None]:
    """Each question that is written (or what else is said by `at`) comes to grief inside PostgreSQL."""
    with superuser() as other:
        other.execute(
            "CREATE FUNCTION public.grief() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS "
            f"$$ BEGIN PERFORM {body}; RETURN NEW; END $$"
        )
        other.execute(f"CREATE TRIGGER grief BEFORE {at} FOR EACH ROW EXECUTE FUNCTION grief()")
        try:
            with waiting(0.5, 0.3):
                yield
        finally:
            other.execute("DROP FUNCTION public.grief() CASCADE")


@contextmanager
def on_a_full_disk() -> Iterator[None]:
    """The table lies on a disk of its own, a small one in memory, and that is filled to the last byte."""
    place = Path(tempfile.mkdtemp(prefix="waymark-small-", dir="/tmp"))
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m,mode=0700", "tmpfs", str(place)], check=True)
    try:
        home = place / "space"
        home.mkdir()
        owner = Path(server()["host"]).stat()
        for each in (place, home):
            os.chown(each, owner.st_uid, owner.st_gid)
        with superuser() as other, waiting(0, 0):
            other.execute(f"CREATE TABLESPACE small LOCATION '{home}'")
            other.execute("ALTER TABLE concerns_enquiry SET TABLESPACE small")
            filled(place / "filler")
            try:
                yield
            finally:
                (place / "filler").unlink()
                other.execute("ALTER TABLE concerns_enquiry SET TABLESPACE pg_default")
                other.execute("DROP TABLESPACE small")
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)
        shutil.rmtree(place, ignore_errors=True)


def filled(path: Path) -> None:
    with path.open("wb", buffering=0) as out, pytest.raises(OSError, match="No space left"):
        while True:
            out.write(bytes(4096))


def test_a_table_that_somebody_holds_is_waited_for_a_moment_only(committed, nurse):
    began = time.monotonic()
    refused_and_then_taken(committed, nurse, locked(), 31)
    assert time.monotonic() - began < 30, "it would have waited for ever"


def test_a_database_that_hangs_in_the_middle_of_a_statement_is_left(committed, nurse):
    refused_and_then_taken(committed, nurse, troubled("pg_sleep(60)"), 32)


def test_a_connection_that_the_server_breaks_off_is_a_plain_page(committed, nurse):
    refused_and_then_taken(committed, nurse, troubled("pg_terminate_backend(pg_backend_pid())"), 33)


def test_one_that_breaks_off_after_the_deed_keeps_the_words_and_makes_one_record(
    committed, nurse, monkeypatch
):
    """What is written last is the session. The deed is done by then; whoever sends the form again makes no second."""
    monkeypatch.setattr(timing, "USED_EVERY", 0)
    form = {"question": TYPED, "once": "7d5e1b4e-6c1c-4a43-9a4e-000000000035", "name": "N", "because": "B"}
    with troubled("pg_terminate_backend(pg_backend_pid())", "UPDATE ON django_session"):
        tree = is_plain(nurse.post(ASK, form))
    connection.close()
    held = kept(tree)
    held.pop("_to")
    assert nurse.post(ASK, held).status_code == 302
    with committed.here.acting("nurse"):
        assert Enquiry.objects.get().question.replace("\r\n", "\n") == TYPED


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may mount a small disk")
def test_a_full_disk_loses_nothing(committed, nurse):
    refused_and_then_taken(committed, nurse, on_a_full_disk(), 34)


def test_patience_is_said_to_postgresql_and_keeps_what_was_said_before():
    options = patient({"OPTIONS": {"sslmode": "prefer", "options": "-c role=waymark_app"}}, 20, 10)["OPTIONS"]
    assert options.pop("connect_timeout") == 5
    with psycopg.connect(dbname="postgres", user="waymark_migrate", **server(), **options) as told:
        for name, value in (("statement_timeout", "20s"), ("lock_timeout", "10s"), ("role", "waymark_app")):
            assert told.execute(f"SHOW {name}").fetchone() == (value,)
    assert "options" not in patient({}, 0, 0)["OPTIONS"]


def test_the_web_server_and_only_it_asks_for_them():
    """What the settings hold when the application server loads them, and when a job or a command does."""
    said = (
        "from django.conf import settings; print(settings.DATABASES['default']['OPTIONS'].get('options', ''))"
    )
    environ = os.environ | {"DJANGO_SETTINGS_MODULE": "waymark.settings.base", "PYTHONWARNINGS": "ignore"}
    environ |= {"WAYMARK_MASTER_KEYS": f"1:{base64.b64encode(bytes(range(32))).decode()}"}
    for before, expected in (
        ("import waymark.wsgi; ", "-c statement_timeout=20000 -c lock_timeout=10000"),
        ("", ""),
    ):
        done = subprocess.run(
            [sys.executable, "-c", before + said], env=environ, capture_output=True, text=True, check=False
        )
        assert done.stdout.strip().splitlines()[-1:] == ([expected] if expected else []), done.stderr
