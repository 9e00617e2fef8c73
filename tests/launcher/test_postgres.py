"""The embedded server, and the roles in it as DEVELOPERS.md lays them down."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg
import pytest

from launcher import privileges, roles, testing
from launcher.postgres import Cluster, programs
from launcher.trouble import Trouble

from .service import ROOT, environment


@pytest.fixture(scope="module")
def cluster():
    """A server that asks for passwords and keeps its promises to the disk, as `./run` has it."""
    folder = Path(tempfile.mkdtemp(prefix="waymark-cluster-", dir="/tmp"))
    privileges.hand_over(folder)
    made = Cluster(folder / "data", folder / "s", folder / "log", "administrator")
    try:
        made.initialise()
        made.start()
        yield made
    finally:
        made.stop()
        shutil.rmtree(folder)


@pytest.fixture(scope="module")
def server(cluster):
    found = roles.Server(str(cluster.sockets))
    roles.make(found, {"waymark_app": "app secret", "waymark_migrate": "other"}, password="administrator")
    return found


def sign_in(server, role, password):
    return psycopg.connect(host=server.host, user=role, password=password, dbname=server.database)


def test_the_application_is_bound_by_row_security_and_owns_nothing(server):
    with sign_in(server, "waymark_app", "app secret") as connection:
        row = connection.execute(
            "SELECT rolsuper, rolbypassrls, rolcreatedb, rolcreaterole FROM pg_roles WHERE rolname = current_user"
        ).fetchone()
        assert row == (False, False, False, False)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("SET ROLE waymark_owner")
        connection.rollback()
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("CREATE TABLE mine (id int)")


@pytest.mark.parametrize("role", ["waymark_owner", "waymark_guard"])
def test_owner_and_guard_cannot_sign_in(server, role):
    with pytest.raises(psycopg.OperationalError):
        sign_in(server, role, "app secret")


def test_a_wrong_password_is_refused(server):
    with pytest.raises(psycopg.OperationalError, match="authentication"):
        sign_in(server, "waymark_app", "guess")


def test_what_the_owner_makes_the_application_may_use_but_not_change(server):
    with sign_in(server, "waymark_migrate", "other") as connection:
        connection.execute("SET ROLE waymark_owner")
        connection.execute("CREATE TABLE thing (id int GENERATED ALWAYS AS IDENTITY, word text)")
        connection.execute("CREATE FUNCTION seen() RETURNS int LANGUAGE sql AS 'SELECT 1'")
        connection.execute("GRANT CREATE ON SCHEMA public TO waymark_guard")
        connection.execute("ALTER FUNCTION seen() OWNER TO waymark_guard")
    with sign_in(server, "waymark_app", "app secret") as connection:
        connection.execute("INSERT INTO thing (word) VALUES ('a')")
        assert connection.execute("SELECT count(*) FROM thing").fetchone() == (1,)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            connection.execute("ALTER TABLE thing ADD COLUMN more int")


def test_making_the_roles_again_changes_nothing(server):
    roles.make(server, {"waymark_app": "app secret", "waymark_migrate": "other"}, password="administrator")
    sign_in(server, "waymark_app", "app secret").close()


def test_an_acknowledged_row_survives_kill_9_and_the_start_waits_for_the_dead(cluster, server):
    with sign_in(server, "waymark_migrate", "other") as connection:
        connection.execute("SET ROLE waymark_owner")
        connection.execute("CREATE TABLE survivor (id int)")
    connection = sign_in(server, "waymark_app", "app secret")
    connection.autocommit = True
    connection.execute("INSERT INTO survivor VALUES (7)")
    assert cluster.process is not None
    os.kill(cluster.process.pid, signal.SIGKILL)
    cluster.start()
    connection.close()
    with sign_in(server, "waymark_app", "app secret") as again:
        assert again.execute("SELECT id FROM survivor").fetchall() == [(7,)]


def test_nobody_else_reaches_the_socket(cluster):
    assert cluster.sockets.stat().st_mode & 0o077 == 0
    assert cluster.home.stat().st_mode & 0o077 == 0


def test_a_folder_without_postgresql_is_said(monkeypatch, tmp_path):
    monkeypatch.setenv("WAYMARK_PG_BIN", str(tmp_path))
    with pytest.raises(Trouble, match="no PostgreSQL in it"):
        programs()


def test_an_address_is_read_back_by_the_settings_as_it_was_meant():
    import environ

    server = roles.Server("/tmp/a folder/s")
    read = environ.Env.db_url_config(server.url("waymark_app", "p@ss/w:rd"))
    assert (read["HOST"], read["USER"], read["PASSWORD"], read["NAME"]) == (
        "/tmp/a folder/s", "waymark_app", "p@ss/w:rd", "waymark",
    )  # fmt: skip


def test_a_test_run_that_is_told_to_end_leaves_nothing(tmp_path):
    """`./test` with a test that would take an hour, ended by TERM: no server and no folder stay behind."""
    (tmp_path / "test_long.py").write_text(
        "import os, time\ndef test_long():\n"
        f"    open({str(tmp_path / 'url')!r}, 'w').write(os.environ['WAYMARK_APP_URL']); time.sleep(3600)\n"
    )
    words = [
        "-p",
        "no:cacheprovider",
        "-c",
        os.devnull,
        "--rootdir",
        str(tmp_path),
        str(tmp_path / "test_long.py"),
    ]
    run = subprocess.Popen([sys.executable, "-m", "launcher", "test", *words], cwd=ROOT, env=environment())
    try:
        end = time.monotonic() + 40
        while not (tmp_path / "url").exists() or not (tmp_path / "url").read_text():
            assert run.poll() is None
            assert time.monotonic() < end
            time.sleep(0.1)
        made = (tmp_path / "url").read_text().split("@/")[1].split("/s/")[0]
        assert Path(made).name.startswith(testing.PREFIX)
        assert Path(made).exists()
        run.terminate()
        assert run.wait(timeout=40) != 0
    finally:
        run.kill()
    assert not Path(made).exists()
    assert not [p for p in Path("/proc").glob("[0-9]*/cmdline") if made.encode() in _read(p)]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
