"""Backups in a bucket of a storage that is trusted with nothing, against the real program: what lies there, what comes
back out of it, and each way in which a storage fails. The planted faults are real ones: it is killed, emptied, refused.
"""

from __future__ import annotations

import dataclasses
import io
import json
import os
import re
import ssl
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pyrage
import pytest
from obstore import exceptions

from launcher import backup, bucket, depot, keeping, restore, sealed
from launcher.depot import Depot, Terms
from launcher.trouble import Trouble

from .conftest import reachable_place
from .site import WORDS, new_site
from .storage import KEEPS, Storage, certificate, free_ports

pytestmark = pytest.mark.slow

# Every name that may stand in the bucket: kinds, times, places in the log, checksums, random names. No words.
TIME = r"\d{8}T\d{6}Z"
NAMES = re.compile(
    rf"council/(waymark-backups\.json|documents-erased\.json|base/{TIME}/(database|files|tables)\.age"
    rf"|base/{TIME}/manifest\.json|wal/[0-9A-F.a-z]+\.[0-9a-f]{{16}}\.age|documents/ab/[0-9a-f]{{32}}\.age"
    rf"|erasures/{TIME}\.[0-9a-f]{{16}}\.age|roots/roots\.jsonl|drills/{TIME}\.json)"
)
DOCUMENT = "ab" * 16
NEVER_KEPT = {"Effect": "Deny", "Principal": {"AWS": "*"}, "Action": ["s3:DeleteObject"]}
ELSE = {
    "Effect": "Allow",
    "Principal": {"AWS": "*"},
    "Action": ["s3:GetObject", "s3:PutObject", "s3:ListBucket"],
}


@pytest.fixture(scope="module")
def storage(tmp_path_factory):
    at = tmp_path_factory.mktemp("storage")
    public = certificate(at)
    ports = free_ports()
    words = (f"-s3.cert.file={public}", f"-s3.key.file={at / 'private.pem'}", f"-s3.port.https={ports[4]}")
    made = Storage(at, ports, words)
    made.start()
    yield made
    made.kill()


@pytest.fixture(scope="module")
def site(storage):
    storage.make("house")
    terms = storage.terms("house")
    with reachable_place() as place, pytest.MonkeyPatch.context() as patch:
        for name, word in (
            ("SECONDS", "1"), ("ENDPOINT", terms.endpoint), ("ACCESS", terms.access), ("SECRET", terms.secret),
        ):  # fmt: skip
            patch.setenv(f"WAYMARK_BACKUP_{name}", word)
        made = new_site(place, terms)
        (made.folder / "documents" / "ab").mkdir(parents=True)
        (made.folder / "documents" / "ab" / DOCUMENT).write_bytes(b"a stored document")
        (made.folder / "erasures.json").write_text('{"vault.keys": ["k1"]}')
        (made.folder / "roots").mkdir(exist_ok=True)
        (made.folder / "roots" / "roots.jsonl").write_text('{"kind": "root"}\n')
        made.maker.make()
        yield made
        made.found.stop()


def fresh(storage, name: str, **other) -> Depot:
    """An empty bucket, opened as a place for backups."""
    storage.make(name)
    made = Depot(storage.terms(name, **other).thing())
    made.open("1")
    return made


def moved(site, where: Depot) -> backup.Maker:
    """What makes the site’s backups, sending to another place."""
    return dataclasses.replace(site.maker, depot=where, sent=set())


# What lies there, and what comes back


def test_what_lies_there_is_sealed_and_its_names_say_nothing_of_anybody(site):
    held = list(site.maker.depot.path.iterdir())
    assert all(NAMES.fullmatch(thing.key) for thing in held), held
    assert {thing.key.split("/")[1] for thing in held} >= {"base", "wal", "documents", "erasures", "roots"}
    for thing in held:
        content = thing.read_bytes()
        assert WORDS.encode() not in content and b"a stored document" not in content, thing
        if thing.name.endswith(".age"):
            assert content.startswith(b"age-encryption.org/v1"), thing
        elif thing.name == depot.MANIFEST:
            assert b"public.kept" not in content, "which tables there are, and their rows, are sealed as well"


def test_a_restore_out_of_the_bucket_has_the_rows_the_documents_and_what_came_after(site):
    site.maker.make()
    with site.connect() as connection:
        connection.execute("INSERT INTO kept VALUES (1, 'after the whole backup')")
    site.send_all()
    plan = site.plan("whole")
    restore.bring(plan)
    restore._report(dataclasses.replace(plan, verify=True), "", 1.0)
    assert keeping.last_drill(site.maker), "the report of the restore lies beside the backups"
    restore.open_doors(plan)
    again = type(site).at(site.place, plan.folder, site.terms)
    try:
        with again.connect() as connection:
            rows = connection.execute("SELECT words FROM kept WHERE number < 2 ORDER BY number").fetchall()
        assert [words for (words,) in rows] == [WORDS, "after the whole backup"]
        assert (again.folder / "documents" / "ab" / DOCUMENT).read_bytes() == b"a stored document"
        assert "Tables compared" in {step["step"] for step in plan.steps}
    finally:
        again.found.stop()


def test_a_name_that_leads_out_of_the_folder_is_not_followed(tmp_path):
    """A storage that was taken over may name its things as it likes."""
    with pytest.raises(Trouble, match="no document of the name"):
        restore._within(tmp_path / "documents", "ab/../../keys/master.json")


def test_two_services_do_not_send_to_one_bucket(site):
    with pytest.raises(Trouble, match="another database"):
        Depot(site.terms.bucket.thing()).open("12345")


def test_the_keeper_beside_a_service_sends_to_the_bucket_and_tells_when_it_is_gone(storage, site):
    storage.make("kept")
    terms = dataclasses.replace(site.terms, bucket=storage.terms("kept"))
    assert terms.named and not Terms(None, "").named, "what the launcher starts a keeper by"
    site.folder.health_file("backup").unlink(missing_ok=True)
    keeper, now = keeping.Keeper(site.folder, terms), datetime.now(UTC)
    keeper.once(now)
    assert keeper.maker.depot.newest().at >= now
    told = backup.noted(site.folder)
    assert told["trouble"] == "" and told["last_backup_at"] >= now.isoformat()
    for name in keeper.maker.depot.names(""):
        storage.say("DELETE", f"/kept/council/{name}")
    storage.say("DELETE", "/kept")
    keeper.once(now)
    keeper.once(now)
    assert "no such bucket" in backup.noted(site.folder)["trouble"]


def test_only_what_is_over_goes(storage):
    where = fresh(storage, "days")
    now = datetime(2026, 6, 1, tzinfo=UTC)
    for days in (200, 100, 50, 1):
        at = now - timedelta(days=days)
        home = where / "base" / depot.stamp(at)
        told = {"at": at.isoformat(), "first_segment": f"{1:024X}", "last_segment": f"{2:024X}"}
        depot.write(home / "database.age", "sealed")
        depot.write(home / depot.MANIFEST, json.dumps(told))
    kept = depot.prune(where, Terms(None, "", prune=False), now)
    assert kept == [] and len(where.bases()) == 4
    assert len(depot.prune(where, Terms(None, ""), now)) == 2
    assert [base.at.date().isoformat() for base in where.bases()] == ["2026-04-12", "2026-05-31"]
    assert len(where.names("base")) == 4


# What a storage can do to us


def test_a_storage_that_dies_in_the_middle_of_a_backup_leaves_no_half_of_one(storage, site, monkeypatch):
    """Killed as by a power cut while the files go out, in pieces; once it is back, the next backup sweeps and is whole."""
    monkeypatch.setattr(bucket, "PIECE", 5 << 20)
    where, write = fresh(storage, "dies"), bucket.Writer.write
    (site.folder / "large").write_bytes(os.urandom(3 * bucket.PIECE))

    def dying(writer, data):
        if writer.sent > 2 * bucket.PIECE and storage.process.poll() is None:
            storage.kill()
        return write(writer, data)

    maker = moved(site, where)
    try:
        with monkeypatch.context() as patch, pytest.raises(Trouble, match="does not answer"):
            patch.setattr(bucket.Writer, "write", dying)
            maker.make()
    finally:
        (site.folder / "large").unlink()
        storage.start()
    assert where.bases() == [] and where.newest() is None
    assert not [name for name in where.names("base") if name.endswith("files.age")], "it was put together"
    left = where.unfinished()
    assert left, "the database had gone out before: this is the half that must not count"
    made = maker.make()
    assert [base.path for base in where.bases()] == [made.path] and where.unfinished() == []


@pytest.mark.parametrize("size", [100, 2 * bucket.PIECE])
def test_what_breaks_off_here_is_not_there(storage, site, size):
    target = site.maker.depot / "wal" / "broken.0123456789abcdef.age"

    class Breaking(io.BytesIO):
        def read(self, *words):
            if data := super().read(*words):
                return data
            raise OSError("the disk broke")

    with pytest.raises(pyrage.EncryptError, match="the disk broke"):
        sealed.seal(Breaking(os.urandom(size)), target, site.terms.key)
    assert not target.exists()


def test_a_bucket_that_is_gone_and_one_that_never_was_are_said(storage, site):
    with pytest.raises(Trouble, match="no such bucket"):
        Depot(storage.terms("never").thing()).open("1")
    where = fresh(storage, "goes")
    assert storage.say("DELETE", "/goes/council/waymark-backups.json")[0] == 204
    assert storage.say("DELETE", "/goes")[0] == 204
    with pytest.raises(Trouble, match="no such bucket"):
        moved(site, where).make()


@pytest.mark.parametrize(
    ("who", "said"),
    [(("nobody", "x"), "does not know the access key"), (("house-key", "wrong"), "secret does not fit")],
)
def test_a_wrong_key_is_said_without_telling_the_secret(storage, site, who, said):
    with pytest.raises(Trouble, match=said) as told:
        Depot(storage.terms("house", who).thing()).open("1")
    assert who[1] == "x" or who[1] not in str(told.value)
    assert "wrong" not in repr(storage.terms("house", who))


def test_a_clock_that_is_wrong_is_said(storage, site):
    """The storage itself refuses what is signed for another time; its answer is what our sentence is made of."""
    code, said = storage.say("GET", "/house", when=datetime.now(UTC) - timedelta(hours=2))
    assert code == 403
    with pytest.raises(Trouble, match="clock of this machine is wrong"), bucket.told("The storage"):
        raise exceptions.PermissionDeniedError(said)


def test_a_storage_that_keeps_what_it_was_given_costs_no_backup(storage, site, capsys):
    """A key that may add and not delete: the backup is whole, what is over stays, and one line says so."""
    storage.make("keeps")
    on = ["arn:aws:s3:::keeps", "arn:aws:s3:::keeps/*"]
    policy = {
        "Version": "2012-10-17",
        "Statement": [ELSE | {"Resource": on}, NEVER_KEPT | {"Resource": on[1:]}],
    }
    assert storage.say("PUT", "/keeps", "policy=", json.dumps(policy).encode())[0] == 204
    where = Depot(storage.terms("keeps", KEEPS).thing())
    where.open("1")
    depot.write(where / "base" / "20200101T000000Z" / "database.age", "half of one")
    made = moved(site, where).make()
    assert where.newest().path == made.path
    assert where.names("base")["20200101T000000Z/database.age"].exists()
    assert "It stays" in capsys.readouterr().out


# What is demanded before anything goes out


def test_another_machine_is_spoken_to_by_tls_only_and_by_a_certificate_that_is_trusted(storage, site):
    with pytest.raises(Trouble, match="must begin with https"):
        storage.terms("house", endpoint="http://192.0.2.7:9000")
    secure = f"https://127.0.0.1:{storage.ports[4]}"
    with pytest.raises(Trouble, match="certificate"):
        (storage.terms("house", endpoint=secure).thing() / depot.MARK).exists()
    authority = (storage.at / "public.pem").read_text()
    trusted = storage.terms("house", endpoint=secure, authority=authority).thing()
    assert (trusted / depot.MARK).exists()
    assert ssl.get_server_certificate(("127.0.0.1", storage.ports[4])).strip() == authority.strip()


def test_settings_that_are_wrong_or_half_there_are_said(monkeypatch, tmp_path, storage, site):
    with pytest.raises(Trouble, match="Nothing says where"):
        backup.depot_of(Terms(None, "", site.terms.bucket))  # without a key to seal with, nothing goes out
    with pytest.raises(Trouble, match="one place"):
        backup.depot_of(Terms(tmp_path, site.terms.key, site.terms.bucket))
    monkeypatch.setenv("WAYMARK_BACKUP_BUCKET", "a-bucket")
    with pytest.raises(Trouble, match="named so: s3://"):
        Terms.of_environment()
    monkeypatch.setenv("WAYMARK_BACKUP_BUCKET", "s3://house/council")
    (tmp_path / "secret").write_text("out of a file\n")
    monkeypatch.setenv("WAYMARK_BACKUP_SECRET_FILE", str(tmp_path / "secret"))
    assert Terms.of_environment().bucket.secret == "out of a file"
    monkeypatch.setenv("WAYMARK_BACKUP_SECRET_FILE", str(tmp_path / "none"))
    with pytest.raises(Trouble, match="cannot be read"):
        Terms.of_environment()
    monkeypatch.delenv("WAYMARK_BACKUP_SECRET_FILE")
    monkeypatch.delenv("WAYMARK_BACKUP_SECRET")
    with pytest.raises(Trouble, match="secret is missing"):
        Terms.of_environment()


def test_a_start_without_a_bucket_loads_nothing_of_it():
    """The package comes only where a bucket is named, and no start waits for it."""
    loaded = "import sys, launcher.running; sys.exit('obstore' in sys.modules)"
    subprocess.run([sys.executable, "-c", loaded], check=True)
    base = (Path(__file__).parents[2] / "requirements" / "base.txt").read_text()
    assert "obstore" not in base
