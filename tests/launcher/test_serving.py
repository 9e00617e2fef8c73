"""`./run` as its operator meets it: starts, ends, kills, a second start."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager

import psycopg
import pytest

from launcher import database
from launcher.folder import Folder

from .service import ROOT, Service, environment, free_port

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def folder(module_place):
    """One data folder for the module, made by a first start: the later ones are second starts."""
    path = module_place / "data"
    with Service(path) as first:
        first.ready()
        assert first.end() == 0
    assert "Database made" in first.said()
    return path


@contextmanager
def as_application(folder):
    found = database.running(Folder(folder))
    connection = psycopg.connect(
        host=found.server.host,
        user="waymark_app",
        password=found.passwords["waymark_app"],
        dbname=found.server.database,
        autocommit=True,
    )
    try:
        yield connection
    finally:
        connection.close()


def test_term_stops_everything_and_a_second_start_does_nothing_twice(folder):
    with Service(folder) as service:
        service.ready()
        assert len(service.processes()) >= 3  # the web server, its workers, the job worker
        assert service.end(signal.SIGTERM) == 0
    assert service.nothing_left()
    assert "Stopped" in service.said()
    assert "up to date" not in service.said()
    assert "gathered" not in service.said()


def test_ctrl_c_stops_everything(folder):
    with Service(folder) as service:
        service.ready()
        assert service.end(signal.SIGINT) == 0
    assert service.nothing_left()


def test_a_start_that_is_interrupted_leaves_nothing(place):
    with Service(place / "data") as service:
        service.until(lambda: "Database made" in service.said())
        assert service.end() == 0
        service.until(service.nothing_left)
    with Service(place / "data") as again:
        again.ready()


def test_a_second_service_on_the_same_folder_is_refused(folder):
    with Service(folder) as service:
        service.ready()
        with Service(folder) as second:
            said = second.refused()
        assert "already runs" in said
        assert str(service.port) in said
        assert "Traceback" not in said
        assert service.healthy()


def test_a_taken_port_is_said_plainly_and_leaves_the_other_program_alone(folder):
    with socket.create_server(("127.0.0.1", free_port())) as other:
        port = other.getsockname()[1]
        with Service(folder, port=port) as service:
            said = service.refused()
    assert f"Port {port} of 127.0.0.1 is taken" in said
    assert "--port" in said
    assert "Traceback" not in said
    assert service.nothing_left()


def test_what_was_saved_survives_the_kill_of_the_database_and_the_service_goes_on(folder):
    with Service(folder) as service:
        service.ready()
        with as_application(folder) as connection:
            # Any table the application may write: what counts is the acknowledged row.
            connection.execute(
                "INSERT INTO django_session VALUES ('kept', '', now()) ON CONFLICT (session_key) DO NOTHING"
            )
            killed = service.postmaster()
            os.kill(killed, signal.SIGKILL)
        service.until(lambda: "The database ended by itself" in service.said())
        service.until(service.healthy)
        assert service.postmaster() != killed
        with as_application(folder) as connection:
            row = connection.execute("SELECT 1 FROM django_session WHERE session_key = 'kept'").fetchone()
        assert row == (1,)


@pytest.mark.parametrize("word", ["waymark.web", "procrastinate"])
def test_a_killed_process_is_started_again(folder, word):
    with Service(folder) as service:
        service.ready()
        killed = service.child(word)
        os.kill(killed, signal.SIGKILL)
        service.until(lambda: "ended by itself" in service.said())
        service.until(lambda: service.child(word) not in (0, killed) and service.healthy())


def test_kill_of_the_launcher_takes_everything_with_it_and_the_next_start_works(folder):
    with Service(folder) as service:
        service.ready()
        service.end(signal.SIGKILL)
        service.until(service.nothing_left, 60)
    with Service(folder, port=service.port) as again:
        again.ready()


def test_kill_of_everything_at_once_and_the_next_start_works(folder):
    with Service(folder) as service:
        service.ready()
        for pid in (service.process.pid, service.child("waymark.web"), service.postmaster()):
            os.kill(pid, signal.SIGKILL)
        service.process.wait()
    with Service(folder, port=service.port) as again:
        again.ready()


def test_a_verb_beside_a_running_service_uses_its_database(folder):
    with Service(folder) as service:
        service.ready()
        done = subprocess.run(
            [sys.executable, "-m", "launcher", "run", "--data", str(folder), "manage", "showmigrations", "--plan"],
            cwd=ROOT, env=environment(), capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert "[X]" in done.stdout
        assert "[ ]" not in done.stdout
        assert service.healthy()


def test_reset_wants_yes_then_stops_the_service_and_throws_away_only_what_is_waymarks(place):
    path = place / "data"
    reset = [sys.executable, "-m", "launcher", "run", "--data", str(path), "reset"]
    with Service(path) as service:
        service.ready()
        (path / "a note of mine").write_text("kept")
        asked = subprocess.run(
            reset, cwd=ROOT, env=environment(), capture_output=True, text=True, check=False
        )
        assert asked.returncode == 1
        assert "--yes" in asked.stderr
        assert service.healthy()
        done = subprocess.run(
            [*reset, "--yes"], cwd=ROOT, env=environment(), capture_output=True, check=False
        )
        assert done.returncode == 0
        assert service.process.wait(timeout=10) == 0
    assert [left.name for left in path.iterdir()] == ["a note of mine"]


def test_a_second_start_is_quick(folder):
    """6 seconds are promised on a quiet machine; this one may be busy with the rest of the suite."""
    began = time.monotonic()
    with Service(folder) as service:
        service.ready()
        assert time.monotonic() - began < 20
