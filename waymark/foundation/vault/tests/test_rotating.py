"""A new master key for many record keys: a batch is one statement, and a kill in the midst of one loses nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast, Side
from waymark.foundation.kernel import clock, sealing
from waymark.foundation.vault import keyring, master, opening
from waymark.foundation.vault.actions import rotating
from waymark.foundation.vault.models import RecordKey

# A child of the tests rotates, and stops for ever in the middle of its third batch, inside the transaction.
STOPS = """
import pathlib, sys, time
import django
django.setup()
from django.core.management import call_command
from waymark.foundation.vault import keyring
from waymark.foundation.vault.actions import rotating
rotating.BATCH, wrap, wrapped = 10, keyring.wrap, []
def stops(*given):
    wrapped.append(given)
    if len(wrapped) == 26:
        pathlib.Path(sys.argv[1]).touch()
        time.sleep(600)
    return wrap(*given)
rotating.keyring.wrap = stops
call_command("rotate_master_key")
"""


@pytest.fixture
def key_file(tmp_path: Path, settings) -> Path:
    """A key file in place of the environment."""
    settings.WAYMARK_MASTER_KEYS = ""
    settings.WAYMARK_MASTER_FILE = str(tmp_path / "keys" / "master.json")
    master.write(master.Masters("1", {"1": sealing.new_key()}), master.path())
    return master.path()


def record_keys(side: Side, how_many: int) -> dict[uuid.UUID, bytes]:
    """Keys of records that need not be there: what each opens, by its id."""
    masters, secrets = master.held(), {uuid.uuid4(): sealing.new_key() for _each in range(how_many)}
    pk = side.authority.pk
    with side.acting("officer"), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO vault_recordkey (id, authority_id, grants, version, recorded_at, salt, about_table, about_id,"
            " wrapped, master) SELECT id, %s, %s, 1, %s, gen_random_uuid(), 'vault_tests_folder', gen_random_uuid(),"
            " wrapped, %s FROM unnest(%s::uuid[], %s::bytea[]) AS made (id, wrapped)",
            [
                pk, [f"authority:{pk}:triage", f"system:{pk}"], clock.now(), masters.current, list(secrets),
                [keyring.wrap(secret, key_id, masters)[1] for key_id, secret in secrets.items()],
            ],
        )  # fmt: skip
    return secrets


def opened(side: Side) -> dict[uuid.UUID, bytes]:
    with side.acting("officer"):
        rows = RecordKey.objects.values_list("pk", "wrapped", "master")
        return {pk: keyring.unwrap(bytes(wrapped), pk, number) for pk, wrapped, number in rows}


def under(side: Side) -> list[str]:
    with side.acting("officer"):
        return sorted(RecordKey.objects.values_list("master", flat=True))


def test_however_many_a_batch_is_one_statement_and_one_reading_of_the_file(cast, key_file, monkeypatch):
    opening.introduce()
    said, read, times = [], master.read, []
    monkeypatch.setattr(master, "read", lambda place: times.append(place) or read(place))
    for how_many in (3, 300):
        secrets = opened(cast.here) | record_keys(cast.here, how_many)
        rotating.add_master()
        opening.introduce()
        times.clear()
        with CaptureQueriesContext(connection) as asked:
            assert rotating._rewrap(cast.here.authority.pk) == len(secrets)
        assert len(times) == 1
        said.append([one["sql"].split("unnest")[0] for one in asked if "UPDATE" in one["sql"]])
        assert opened(cast.here) == secrets
    # The words are the same; only the two lists that are given to it are longer.
    assert len(said[0]) == len(said[1]) and "unnest" in rotating.REWRAP
    assert [len(one) for one in said[0]] == [len(one) for one in said[1]]


@pytest.fixture
def stopped(transactional_db: None, key_file: Path, tmp_path: Path) -> Iterator[tuple[Side, dict]]:
    """25 of 60 keys were wrapped anew, 20 of them in batches that are whole, when the process was killed."""
    side = Cast().here
    secrets, there = record_keys(side, 60), tmp_path / "in-the-middle"
    at = connection.settings_dict
    environ = {
        name: value for name, value in os.environ.items() if not name.startswith("WAYMARK_")
    } | {
        "WAYMARK_APP_URL": f"postgres://waymark_app@/{at['NAME']}?host={at['HOST']}",
        "WAYMARK_MASTER_FILE": str(key_file), "WAYMARK_DATA": str(tmp_path), "WAYMARK_DEMO": "1",
        "DJANGO_SETTINGS_MODULE": "waymark.settings.base",
    }  # fmt: skip
    child = subprocess.Popen(
        [sys.executable, "-c", STOPS, str(there)],
        env=environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    try:
        while not there.exists():
            assert child.poll() is None, child.communicate()[0].decode()[-2000:]
            time.sleep(0.05)
    finally:
        child.kill()
        child.communicate()
    yield side, secrets


@pytest.mark.slow
def test_killed_in_the_middle_of_a_batch_nothing_is_lost_and_it_goes_on(stopped, capsys):
    side, secrets = stopped
    assert under(side) == ["1"] * 40 + ["2"] * 20
    assert opened(side) == secrets
    assert rotating.retire() == [] and set(master.held().keys) == {"1", "2"}
    call_command("rotate_master_key", "--resume")
    assert "wrapped anew: 40" in capsys.readouterr().out
    assert under(side) == ["2"] * 60 and opened(side) == secrets
    assert set(master.held().keys) == {"2"} and set(master.held().retired) == {"1"}
    assert rotating.rewrap_everywhere() == 0


@pytest.mark.long
@pytest.mark.django_db(transaction=True)
def test_ten_thousand_keys_in_under_twenty_seconds(key_file, capsys):
    side = Cast().here
    secrets = record_keys(side, 10_000)
    began = time.monotonic()
    call_command("rotate_master_key")
    seconds = time.monotonic() - began
    with capsys.disabled():
        print(f"10,000 record keys wrapped anew in {seconds:.1f} s")  # noqa: T201
    assert under(side) == ["2"] * 10_000 and opened(side) == secrets
    assert seconds < 20
