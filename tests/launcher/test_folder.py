"""The data folder: known by its mark, refused when it is anybody else’s."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from launcher import database, privileges
from launcher.folder import MARK, Busy, Folder
from launcher.trouble import Trouble


def test_a_new_folder_is_made_for_its_owner_only(place):
    folder = Folder(place / "deep" / "data")
    folder.open()
    assert folder.mark()["made_by"] == "waymark"
    assert stat.S_IMODE((folder / MARK).stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.path.stat().st_mode) in (0o700, 0o711)
    secret = folder.secret()
    assert len(secret.read_text()) >= 50
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    assert folder.secret().read_text() == secret.read_text()


def test_a_folder_with_other_peoples_things_is_refused_and_left_alone(place):
    (place / "letters.txt").write_text("mine")
    with pytest.raises(Trouble, match="did not put there"):
        Folder(place).open()
    assert [path.name for path in place.iterdir()] == ["letters.txt"]


def test_a_file_is_not_a_folder(place):
    (place / "data").write_text("")
    with pytest.raises(Trouble, match="is not a folder"):
        Folder(place / "data").open()


def test_a_folder_below_a_file_says_so(place):
    (place / "file").write_text("")
    with pytest.raises(Trouble, match="cannot be used"):
        Folder(place / "file" / "data").open()


def test_a_folder_this_user_may_not_reach_is_said_plainly():
    if not privileges.is_root():
        pytest.skip("only root can become somebody else")
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.setuid(privileges.dropped()["user"])
        try:
            Folder(Path("/root/nowhere/data")).open()
        except Trouble as trouble:
            os.write(writing, str(trouble).encode())
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading) as said:
        assert "cannot be used: Permission denied" in said.read()


def test_a_folder_of_another_user_is_refused(place):
    if not privileges.is_root():
        pytest.skip("only root can give a folder away")
    folder = Folder(place / "data")
    folder.open()
    privileges.hand_over(folder / MARK)
    with pytest.raises(Trouble, match="belongs to the user nobody"):
        Folder(place / "data").open()


def test_too_little_room_is_said_before_anything_is_made(place):
    with pytest.raises(Trouble, match="is full"):
        Folder(place)._see_room(10**18)


def test_only_one_holds_the_folder(place):
    first, second = Folder(place / "data"), Folder(place / "data")
    first.open()
    first.hold({"url": "http://localhost:1"})
    with pytest.raises(Busy, match="http://localhost:1"):
        second.hold({})
    first.release()
    second.hold({})
    second.release()


def test_a_folder_of_another_postgresql_is_refused(place):
    folder = Folder(place / "data")
    folder.open()
    home = folder.database_home()
    database.passwords(folder)
    home.mkdir(mode=0o700)
    (home / "PG_VERSION").write_text("14\n")
    with pytest.raises(Trouble, match="made by PostgreSQL 14"):
        database.embedded(folder)


def test_lost_passwords_are_never_made_anew_behind_a_database(place):
    folder = Folder(place / "data")
    folder.open()
    home = folder.database_home()
    home.mkdir(mode=0o700)
    (home / "PG_VERSION").write_text("18\n")
    with pytest.raises(Trouble, match="is missing"):
        database.passwords(folder)


def test_a_broken_mark_is_said(place):
    folder = Folder(place / "data")
    folder.open()
    (folder / MARK).write_text("{")
    with pytest.raises(Trouble, match="cannot be read"):
        folder.mark()
    (folder / MARK).write_text(json.dumps({"made_by": "waymark", "postgres": 18}))
    assert folder.mark()["postgres"] == 18


def test_where_the_databases_user_cannot_walk_a_link_leads_elsewhere_and_erase_follows_it(place):
    if not privileges.is_root():
        pytest.skip("an ordinary user runs the database itself")
    (place / "closed").mkdir(mode=0o700)
    folder = Folder(place / "closed" / "data")
    folder.open()
    home = folder.database_home()
    assert home.parent == privileges.VAR_LIB
    assert (folder / "postgres").is_symlink()
    assert folder.socket_folder().parent == privileges.VAR_LIB
    (home / "PG_VERSION").write_text("18\n")
    folder.erase()
    assert not home.exists()
    assert not folder.path.exists()
