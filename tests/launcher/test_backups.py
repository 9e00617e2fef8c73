"""What is in a backup and what can be wrong with one: each fault is found, told in a sentence, and opens no door."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import tarfile
import time
from datetime import UTC, datetime, timedelta

import pytest

from launcher import archiving, backup, checksums, database, depot, keeping, restore, sealed
from launcher.depot import Base, Depot, Terms
from launcher.folder import Folder
from launcher.trouble import Trouble

from .conftest import reachable_place
from .site import WORDS, new_site

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def site():
    with reachable_place() as place, pytest.MonkeyPatch.context() as patch:
        patch.setenv("WAYMARK_BACKUP_SECONDS", "1")
        made = new_site(place)
        (made.folder / "secret").write_text("the signing key")
        (made.folder / "master.key").write_text("the key of the records")
        (made.folder / "documents" / "ab").mkdir(parents=True)
        (made.folder / "documents" / "ab" / "abcd").write_bytes(b"a stored document")
        (made.folder / "erasures.json").write_text('{"vault.keys": ["k1"]}')
        made.maker.make()
        yield made
        made.found.stop()


@pytest.fixture
def copy(site, tmp_path):
    """The backups once more, to be spoiled. Where to restore to is `tmp_path`."""
    where = Depot(tmp_path / "backups")
    shutil.copytree(site.terms.folder, where.path)
    return where


def refused(site, where, to, *words) -> str:
    with pytest.raises(Trouble) as told:
        plan = restore.understand(
            ["--from", str(where.path), "--key", str(site.key), "--to", str(to), *words], site.place
        )
        restore.bring(plan)
    return str(told.value)


# What is in it


def test_nothing_in_the_backups_can_be_read_without_the_key(site):
    held = [path for path in site.terms.folder.rglob("*") if path.is_file()]
    assert {path.parent.name for path in held} >= {"wal", "erasures", "ab"}
    for path in held:
        content = path.read_bytes()
        for planted in (WORDS.encode(), b"a stored document", b"signing key", b"key of the records"):
            assert planted not in content, path
        assert path.suffix == ".json" or content.startswith(b"age-encryption.org/v1"), path


def test_the_files_of_a_backup_open_with_age_itself_and_hold_no_key(site, tmp_path):
    """Another program, that shares no code with ours: what we write is the format and not a likeness of it."""
    if not shutil.which("age"):
        pytest.skip("age is not installed here")
    base = site.maker.depot.bases()[0]
    opened = [
        "age",
        "-d",
        "-i",
        str(site.key),
        "-o",
        str(tmp_path / "files.tar.gz"),
        str(base.path / "files.age"),
    ]
    subprocess.run(opened, check=True)
    with tarfile.open(tmp_path / "files.tar.gz") as tar:
        names = set(tar.getnames())
    assert "./database.json" in names
    assert not names & {"./secret", "./master.key", "./postgres/", "./waymark.json"}
    assert not any("documents" in name for name in names)


def test_a_restore_has_the_rows_the_documents_and_the_erasures(site):
    again = site.restored("whole", "--keys", str(site.folder.path))
    try:
        with again.connect() as connection:
            assert connection.execute("SELECT words FROM kept WHERE number = 0").fetchone() == (WORDS,)
        assert (again.folder / "documents" / "ab" / "abcd").read_bytes() == b"a stored document"
        assert (again.folder / "master.key").read_text() == "the key of the records"
        opened = io.BytesIO()
        sealed.unseal(site.maker.depot.newest_erasures(), sealed.identity_of(site.key), opened)
        assert json.loads(opened.getvalue()) == {"vault.keys": ["k1"]}
    finally:
        again.found.stop()


def test_without_the_keys_that_lie_apart_they_are_not_there(site, tmp_path):
    plan = site.plan("no-keys")
    restore.bring(plan)
    plan.folder.release()
    assert not (plan.folder / "master.key").exists()


def test_a_time_before_a_mistake_can_be_gone_back_to(site):
    with site.connect() as connection:
        connection.execute("INSERT INTO kept VALUES (100, 'right')")
        time.sleep(0.2)
        before = connection.execute("SELECT clock_timestamp()").fetchone()[0]
        time.sleep(0.2)
        connection.execute("UPDATE kept SET words = 'mistaken' WHERE number = 100")
    site.send_all()
    again = site.restored("earlier", "--at", before.isoformat())
    try:
        with again.connect() as connection:
            assert connection.execute("SELECT words FROM kept WHERE number = 100").fetchone() == ("right",)
    finally:
        again.found.stop()


def test_what_is_written_after_a_restore_is_restored_by_the_next_one(place, monkeypatch):
    """Before any new whole backup is made: the second restore follows the line of the log that the first began."""
    monkeypatch.setenv("WAYMARK_BACKUP_SECONDS", "1")
    first = new_site(place)
    first.maker.make()
    first.found.stop()
    again = first.restored("again")
    with again.connect() as connection:
        connection.execute("INSERT INTO kept VALUES (7, 'after the restore')")
    again.send_all()
    again.found.stop()
    third = again.restored("third")
    with third.connect() as connection:
        row = connection.execute("SELECT words FROM kept WHERE number = 7").fetchone()
    third.found.stop()
    assert row == ("after the restore",)


# What can be wrong


def test_a_restore_writes_over_nothing(site, tmp_path):
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "a note of mine").write_text("kept")
    assert "is not empty" in refused(site, site.maker.depot, taken)
    assert [path.name for path in taken.iterdir()] == ["a note of mine"]
    assert "is not empty" in refused(site, site.maker.depot, site.folder.path)


def test_another_key_opens_nothing(site, place):
    sealed.new_identity(place / "other.key")
    with pytest.raises(Trouble, match="sealed to another key"):
        restore.bring(
            restore.understand(
                [
                    "--from",
                    str(site.terms.folder),
                    "--key",
                    str(place / "other.key"),
                    "--to",
                    str(place / "to"),
                ],
                place,
            )
        )


@pytest.mark.parametrize("name", ["database.age", "files.age", "tables.age"])
@pytest.mark.parametrize("how", ["altered", "cut", "gone"])
def test_a_spoiled_backup_is_found_and_its_folder_stays_shut(site, copy, place, name, how):
    path = copy.bases()[-1].path / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    if how == "gone":
        path.unlink()
    else:
        path.write_bytes(content if how == "altered" else path.read_bytes()[: len(content) // 2])
    assert str(path) in refused(site, copy, place / "to")
    with pytest.raises(Trouble, match="did not finish"):
        database.start(Folder(place / "to"))


def test_a_row_that_differs_from_the_manifest_is_found(site, copy, place):
    """The planted fault: the backup tells of another row than the database holds."""
    home, opened = copy.bases()[-1].path, io.BytesIO()
    sealed.unseal(home / backup.TABLES, sealed.identity_of(site.key), opened)
    told = json.loads(opened.getvalue())
    told["public.kept"][1] = "1"
    made = sealed.seal(io.BytesIO(json.dumps(told).encode()), home / backup.TABLES, site.terms.key)
    manifest = json.loads((home / "manifest.json").read_text())
    manifest["files"][backup.TABLES]["plain_sha256"] = made.plain_sha256
    (home / "manifest.json").write_text(json.dumps(manifest))
    assert "public.kept differs: the same number of rows" in refused(site, copy, place / "to")


def test_a_hole_in_the_log_is_not_passed_over(site, copy, place):
    """Without the file that holds its moment, a backup cannot be proved, and says so."""
    last = copy.bases()[-1].last_segment
    copy.wal()[last].unlink()
    assert "does not reach" in refused(site, copy, place / "to")


def test_differences_are_said_table_by_table():
    was = {"a": ["1", "5"], "b": ["2", "7"], "c": ["3", "9"]}
    assert checksums.differences(was, was) == []
    assert checksums.differences(was, {"a": ["1", "6"], "b": ["1", "7"], "d": ["0", "0"]}) == [
        "a differs: the same number of rows",
        "b differs: 1 rows, not 2",
        "c is missing",
        "d was not there",
    ]


# Where it goes


def test_a_place_that_is_not_there_is_not_made(site, place):
    with pytest.raises(Trouble, match="Is it mounted"):
        Depot(place / "nowhere").open("1")
    assert not (place / "nowhere").exists()


def test_an_empty_place_where_backups_were_before_is_a_disk_not_mounted(place):
    (place / "empty").mkdir()
    with pytest.raises(Trouble, match="Is the right disk mounted"):
        Depot(place / "empty").open("1", known=True)


def test_two_services_do_not_send_to_one_place(site):
    with pytest.raises(Trouble, match="another database"):
        Depot(site.terms.folder).open("12345")


def test_a_file_of_the_log_that_differs_is_never_written_over(site):
    name = next(name for name in site.maker.depot.wal() if len(name) == 24)
    (site.folder.archive_home() / name).write_bytes(b"another history")
    with pytest.raises(Trouble, match="is not what this database wrote"):
        site.maker.ship()
    (site.folder.archive_home() / name).unlink()


def test_a_backup_does_not_fill_the_disk(site):
    full = Depot(site.terms.folder, shutil.disk_usage(site.terms.folder).free + 1)
    before = sorted(site.terms.folder.rglob("*"))
    maker = backup.Maker(site.folder, site.maker.cluster, site.found, site.terms, full)
    with pytest.raises(Trouble, match="MB free"):
        maker.make()
    assert sorted(site.terms.folder.rglob("*")) == before


def test_a_disk_that_fills_while_a_backup_is_made_leaves_no_half_of_one(site, monkeypatch):
    def full() -> None:
        raise Trouble("full")

    with pytest.raises(Trouble), (site.folder / "secret").open("rb") as source:
        monkeypatch.setattr(sealed, "LOOK_EVERY", 0)
        sealed.seal(source, site.place / "half.age", site.terms.key, full)
    assert not list(site.place.glob("half*"))


def test_a_writer_that_never_pauses_costs_the_checksums_and_not_the_backup(site, monkeypatch):
    monkeypatch.setattr(checksums, "TRIES", 2)
    with site.connect() as busy, busy.transaction(force_rollback=True):
        busy.execute("INSERT INTO kept VALUES (500, 'not committed')")
        assert not site.maker.make().manifest["compared"]
    assert site.maker.make().manifest["compared"]


# When, and for how long


@pytest.mark.parametrize(
    ("last", "now", "is_due"),
    [
        (None, "2026-11-21T12:00", True),
        ("2026-11-21T02:31", "2026-11-21T12:00", False),
        ("2026-11-21T02:31", "2026-11-22T02:29", False),
        ("2026-11-21T02:31", "2026-11-22T02:30", True),
        ("2026-11-20T23:00", "2026-11-21T02:30", True),
        ("2026-11-19T02:31", "2026-11-21T01:00", True),
    ],
)
def test_a_whole_backup_is_made_each_day(last, now, is_due):
    def time_of(word):
        return datetime.fromisoformat(word).replace(tzinfo=UTC) if word else None

    assert keeping.due(time_of(last), time_of(now), "02:30") is is_due


def history(where: Depot, days: int) -> datetime:
    """A depot with a whole backup for each day, and ten files of the log between two."""
    for name in depot.FOLDERS:
        (where / name).mkdir(parents=True)
    first = datetime(2026, 1, 1, 2, 30, tzinfo=UTC)
    for day in range(days):
        at = first + timedelta(days=day)
        path = where / "base" / depot.stamp(at)
        path.mkdir()
        segments = [f"00000001{day:08X}{each:08X}" for each in range(10)]
        told = {"at": at.isoformat(), "first_segment": segments[0], "last_segment": segments[1]}
        (path / "manifest.json").write_text(json.dumps(told))
        for segment in segments:
            (where / "wal" / f"{segment}.0123456789abcdef.age").touch()
    return first + timedelta(days=days - 1, hours=1)


def test_whole_backups_are_kept_ninety_days_and_the_log_between_them_thirty_five(tmp_path):
    where = Depot(tmp_path)
    now = history(where, 120)
    depot.prune(where, Terms(tmp_path, ""), now)
    bases = where.bases()
    assert len(bases) == 90
    assert bases[0].at >= now - timedelta(days=90)
    days = {}
    for name in where.wal():
        days.setdefault(int(name[8:16], 16), []).append(name)
    assert {len(days[day]) for day in range(120 - 35, 120)} == {10}
    assert {len(days[day]) for day in range(30, 120 - 35)} == {
        2
    }  # what each whole backup needs for its own proof
    assert min(days) == 30


def test_old_backups_stay_when_there_are_no_newer_ones_and_when_the_other_side_deletes(tmp_path):
    for name, terms in (("few", Terms(None, "")), ("other", Terms(None, "", prune=False))):
        where = Depot(tmp_path / name)
        now = history(where, 2 if name == "few" else 120) + timedelta(days=400)
        assert not [path for path in depot.prune(where, terms, now) if path.is_dir()]
    assert len(Depot(tmp_path / "few").bases()) == 2


def test_an_erased_document_goes_after_its_days_and_a_lost_folder_takes_nothing_along_before(site, tmp_path):
    folder, where = Folder(tmp_path / "data"), Depot(tmp_path / "backups")
    (folder / "documents").mkdir(parents=True)
    (where / "documents").mkdir(parents=True)
    (folder / "documents" / "one").write_bytes(b"1")
    archiving.ship_documents(folder, where, site.terms, set())
    (folder / "documents" / "one").unlink()
    now = datetime(2026, 1, 1, tzinfo=UTC)
    for day, gone in ((0, 0), (34, 0), (36, 1), (37, 0)):
        assert archiving.forget_documents(folder, where, site.terms, now + timedelta(days=day)) == gone
    assert not list((where / "documents").iterdir())


def test_settings_that_are_wrong_are_said(monkeypatch, place):
    with pytest.raises(Trouble, match="Nothing says where"):
        backup.depot_of(Terms(None, ""))
    with pytest.raises(Trouble, match="not a public key"):
        backup.depot_of(Terms(place, "age1nonsense"))
    monkeypatch.setenv("WAYMARK_BACKUP_KEEP_DAYS", "soon")
    with pytest.raises(Trouble, match="not a whole number"):
        Terms.of_environment()
    with pytest.raises(Trouble, match="never written over"):
        (place / "k").touch()
        sealed.new_identity(place / "k")
    assert Base(place, {"at": "2026-01-01T00:00:00+00:00"}).at.year == 2026


def test_a_killed_backup_is_swept_by_the_next(site):
    left = site.maker.depot / "base" / "20200101T000000Z"
    left.mkdir()
    (left / "database.age").write_bytes(b"half of it")
    assert all(base.path != left for base in site.maker.depot.bases())
    site.maker.make()
    assert not left.exists()
