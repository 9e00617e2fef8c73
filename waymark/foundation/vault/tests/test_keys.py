"""Master keys: made, missing, wrong, changed for a new one; and what was erased stays so after an older backup."""

from __future__ import annotations

import base64
import os

import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection, transaction

from waymark.foundation.access.actors import Actor
from waymark.foundation.kernel import sealing
from waymark.foundation.vault import erasures, keyring, master, opening
from waymark.foundation.vault.actions import rotating
from waymark.foundation.vault.actions.destroying import destroy
from waymark.foundation.vault.models import DestroyedKey, MasterKey, RecordKey

from .conftest import Folder


@pytest.fixture
def key_file(data, settings):
    """A key file in place of the environment."""
    settings.WAYMARK_MASTER_KEYS = ""
    master.write(master.Masters("1", {"1": sealing.new_key()}), master.path())
    return master.path()


def test_the_file_is_for_its_owner_only(key_file):
    assert key_file.stat().st_mode & 0o777 == 0o600
    key_file.chmod(0o640)
    with pytest.raises(master.NoMasterKey, match="Say: chmod 600"):
        master.held()


@pytest.mark.parametrize("content", ["", "{}", '{"current": "1", "keys": {"1": "AAAA"}}', '{"current": "2", "keys": {}}', "[1]"])  # fmt: skip
def test_a_file_that_is_not_whole_is_refused(key_file, content):
    key_file.write_text(content)
    with pytest.raises(master.NoMasterKey, match="not whole"):
        master.held()


@pytest.mark.parametrize("words", ["1", "1:", "1:zzz", ":AAAA", "1:AAAA", "1:{a},1:{a}", "{a}"])
def test_an_environment_that_is_not_right_is_refused(settings, words):
    settings.WAYMARK_MASTER_KEYS = words.format(a=base64.b64encode(os.urandom(32)).decode())
    with pytest.raises(master.NoMasterKey, match="WAYMARK_MASTER_KEYS is not right"):
        master.held()


def test_the_right_key_is_known_again_and_another_is_not(db, key_file):
    assert opening.introduce() == ""
    assert opening.trouble() == ""
    master.write(master.Masters("1", {"1": sealing.new_key()}), key_file)
    assert "is not the one that this database was sealed with" in opening.trouble()
    with pytest.raises(CommandError, match="not the one"):
        call_command("open_vault")
    key_file.unlink()
    assert "cannot be read" in opening.trouble()
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("open_vault")


def test_health_says_that_the_key_is_wrong(db, key_file, client):
    assert client.get("/health").status_code == 200
    opening.introduce()
    master.write(master.Masters("1", {"1": sealing.new_key()}), key_file)
    answer = client.get("/health")
    assert answer.status_code == 503
    assert "master key" in answer.content.decode()
    # Said to anybody who asks: it names no place on the machine.
    assert str(key_file.parent) not in answer.content.decode()


def test_a_new_master_key_leaves_everything_readable(cast, make, key_file, capsys, monkeypatch):
    monkeypatch.setattr(rotating, "BATCH", 3)
    with cast.here.acting("officer"):
        folders = [make(f"Words {number}.") for number in range(8)]
    with cast.there.acting("officer"):
        folders.append(make("Words of the others.", side=cast.there))
    call_command("rotate_master_key")
    assert "wrapped anew: 9" in capsys.readouterr().out
    masters = master.held()
    assert masters.current == "2" and set(masters.keys) == {"2"} and set(masters.retired) == {"1"}
    with cast.here.acting("officer"):
        assert set(RecordKey.objects.values_list("master", flat=True)) == {"2"}
        assert [found.words for found in Folder.objects.order_by("recorded_at")] == [
            f"Words {number}." for number in range(8)
        ]
    assert MasterKey.objects.get(number="2").retired_at is None
    # The old key opens nothing any more, and the service does not ask for it.
    master.write(master.Masters("2", masters.keys), key_file)
    assert opening.trouble() == ""


def test_stopped_in_the_middle_it_goes_on(cast, make, key_file, monkeypatch, capsys):
    monkeypatch.setattr(rotating, "BATCH", 2)
    with cast.here.acting("officer"):
        for number in range(5):
            make(f"Words {number}.")
    rotating.add_master()
    opening.introduce()
    assert rotating._rewrap(cast.here.authority.pk) == 2
    assert rotating.retire() == []
    with cast.here.acting("officer"):
        assert len({found.words for found in Folder.objects.all()}) == 5
    call_command("rotate_master_key", "--resume")
    assert "wrapped anew: 3" in capsys.readouterr().out
    assert set(master.held().keys) == {"2"}


def test_a_missing_old_key_stops_the_rotation_and_loses_nothing(cast, make, key_file):
    with cast.here.acting("officer"):
        make("Words.")
    opening.introduce()
    master.write(master.Masters("2", {"2": sealing.new_key()}), key_file)
    with pytest.raises(CommandError, match="number 1 is missing"):
        call_command("rotate_master_key", "--resume")
    with cast.here.acting("officer"):
        assert RecordKey.objects.get().master == "1"


def test_a_wrapped_key_belongs_to_its_row(key_file):
    import uuid

    mine, other = uuid.uuid4(), uuid.uuid4()
    number, wrapped = keyring.wrap(sealing.new_key(), mine)
    with pytest.raises(sealing.Tampered):
        keyring.unwrap(wrapped, other, number)


def test_what_was_erased_is_erased_again_after_an_older_backup(cast, make, key_file, everything):
    with cast.here.acting("officer") as by:
        folder = make("Words to be gone.")
        older = RecordKey.objects.values("wrapped", "salt").get()
        destroy(by=by, record=folder)
        assert Folder.objects.get().words.startswith("This was erased on")
    assert erasures.export() == 1
    assert erasures.export() == 0
    assert erasures.path().stat().st_mode & 0o777 == 0o600
    assert "Words" not in erasures.path().read_text()
    _as_in_the_older_backup(everything, older)
    with cast.here.acting("officer"):
        assert Folder.objects.get().words == "Words to be gone."
    call_command("open_vault")
    with cast.here.acting("officer"):
        assert Folder.objects.get().words.startswith("This was erased on")
    assert erasures.replay() == 0


def _as_in_the_older_backup(everything, older) -> None:
    with everything(), connection.cursor() as cursor:
        cursor.execute("SET ROLE waymark_owner")
        cursor.execute("ALTER TABLE vault_recordkey DISABLE TRIGGER USER")
        cursor.execute("ALTER TABLE vault_destroyed DISABLE TRIGGER USER")
        cursor.execute("SET ROLE NONE")
        cursor.execute("UPDATE vault_recordkey SET wrapped = %s, destroyed_at = NULL", [older["wrapped"]])
        cursor.execute("DELETE FROM vault_destroyed")
        cursor.execute("SET ROLE waymark_owner")
        cursor.execute("ALTER TABLE vault_recordkey ENABLE TRIGGER USER")
        cursor.execute("ALTER TABLE vault_destroyed ENABLE TRIGGER USER")
    keyring.forget()


def test_a_list_that_was_cut_off_keeps_its_whole_lines(cast, make, key_file):
    with cast.here.acting("officer") as by:
        for number in range(2):
            destroy(by=by, record=make(f"Words {number}."))
    assert erasures.export() == 2
    text = erasures.path().read_text()
    erasures.path().write_text(text[:-20])
    assert len(erasures.read()) == 1
    assert erasures.export() == 1


def test_destroying_writes_one_deed_and_only_for_those_who_may(cast, make, everything):
    with cast.here.acting("officer"):
        folder = make("Words.")
    with cast.there.acting("officer") as by:
        with pytest.raises(ProgrammingError), transaction.atomic():
            destroy(by=by, record=folder)
        assert DestroyedKey.objects.count() == 0
    with cast.here.acting("officer") as by:
        destroy(by=by, record=folder)
        destroy(by=by, record=folder)
        assert DestroyedKey.objects.count() == 1
    assert Actor.nobody().grants == ()
    with everything(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM ledger.change WHERE relation = 'vault_recordkey' AND op = 'UPDATE'"
        )
        assert cursor.fetchone() == (1,)
