"""A record that two people erased comes back with an older backup: the doors stay shut until it is gone again, and the
ledger is proved with the roots that were signed for it and copied off the host."""

from __future__ import annotations

import hashlib
import io
import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from launcher import archiving, backup, database, preparing, proving, restore, sealed
from launcher.depot import Depot, Terms
from launcher.folder import Folder
from launcher.trouble import Trouble

from .erased import SURNAME
from .service import ROOT
from .site import send_all

PERSONAL = (
    "referrals_referral", "people_person", "people_personname", "concerns_submission",
    "vault_recordkey WHERE wrapped <> ''",
)  # fmt: skip


class Council:
    """A data folder with a database and the backups it makes, driven without its pages."""

    def __init__(self, place: Path) -> None:
        self.place, self.folder = place, Folder(place / "data")
        (place / "backups").mkdir()
        (place / "elsewhere").mkdir()
        self.terms = Terms(
            place / "backups", sealed.new_identity(place / "backups.key"), spare_bytes=0, seconds=1
        )
        self.folder.open()
        self.found = database.start(self.folder)
        self.folder.master_keys(new=True)
        preparing.everything(self.folder, self.found, pages=False)
        self.maker = backup.Maker.of(self.folder, self.found, self.terms)

    def play(self, act: str) -> str:
        environ = preparing.environment(self.folder, self.found)
        return self.ran(
            [sys.executable, "-m", "tests.launcher.erased", act],
            environ | {"OWNER_URL": self.found.libpq("waymark_migrate")},
        )

    def manage(self, *words: str) -> str:
        environ = preparing.environment(self.folder, self.found)
        return self.ran([sys.executable, "-m", "django", *words], environ)

    def ran(self, words: list[str], environ: dict[str, str]) -> str:
        done = subprocess.run(
            words,
            cwd=ROOT,
            env=environ | {"PYTHONWARNINGS": "ignore"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stdout.strip().splitlines()[-1]

    def restored(self, to: str, *more: str) -> Folder:
        words = [
            "--from",
            "backups",
            "--key",
            "backups.key",
            "--keys",
            "apart",
            "--to",
            to,
            "--verify",
            *more,
        ]
        restore.run(words)
        return Folder(self.place / to)


def rows(folder: Folder) -> dict[str, int]:
    """How many rows tell of the person, in a folder whether or not it may be served."""
    found = database.start(folder, restoring=True)
    try:
        with found.server.connect(found.server.database, found.passwords["postgres"]) as connection:
            return {
                table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in PERSONAL
            }
    finally:
        found.stop()


@pytest.fixture
def lost(place, monkeypatch):
    """A council that has lost its machine, some time after it erased a record; and the moment before that."""
    monkeypatch.setenv("WAYMARK_DEMO", "0")
    monkeypatch.setenv("WAYMARK_CWD", str(place))
    monkeypatch.setenv("WAYMARK_BACKUP_SECONDS", "1")
    for name in ("WAYMARK_APP_URL", "WAYMARK_MIGRATE_URL", "WAYMARK_DATA", "DJANGO_SETTINGS_MODULE"):
        monkeypatch.delenv(name, raising=False)
    council = Council(place)
    try:
        council.play("received")
        council.manage("seal_ledger", "--root")
        council.maker.make()
        with council.maker.connect() as connection:
            before = connection.execute("SELECT clock_timestamp()").fetchone()[0]
        shutil.copytree(council.folder / "keys", place / "apart" / "keys")
        shutil.copy2(council.folder.secret(), place / "apart" / "secret")
        assert council.play("erased") == "1 0"
        council.manage("seal_ledger", "--root")
        shutil.copy2(council.folder / archiving.ROOTS, place / "elsewhere")
        send_all(council.maker)
    finally:
        council.found.stop()
    shutil.rmtree(council.folder.path)
    return council, before.isoformat()


@pytest.mark.long
def test_what_was_erased_is_erased_again_before_the_doors_open(lost, capsys):
    council, before = lost
    newest = council.maker.depot.newest_erasures()
    opened = io.BytesIO()
    sealed.unseal(newest, sealed.identity_of(council.place / "backups.key"), opened)
    kept = opened.getvalue()
    assert SURNAME not in kept.decode() and set(json.loads(kept)) == {"retention.records", "vault.keys"}

    digest = hashlib.sha256(kept[:-5]).hexdigest()[: archiving.ADDRESSED]  # a list that cannot be repeated
    broken = newest.with_name(f"99991231T235959Z.{digest}.age")
    sealed.seal(io.BytesIO(kept[:-5]), broken, council.terms.key)
    with pytest.raises(Trouble, match="replay_erasures"):
        council.restored("shut", "--at", before)
    shut = Folder(council.place / "shut")
    assert all(rows(shut).values()), "the backup has brought the record back"
    with pytest.raises(Trouble, match="did not finish"):
        database.start(shut)

    broken.unlink()
    began = time.monotonic()
    folder = council.restored("again", "--at", before, "--roots", "elsewhere", "--samples", "200")
    told = capsys.readouterr().out
    assert "retention.records: 1 of 1 erased again" in told and "Everything fits" in told
    assert not any(rows(folder).values()), rows(folder)
    report = json.loads((folder / "restored.json").read_text())
    assert report["seconds"] <= time.monotonic() - began
    assert [step["step"] for step in report["steps"]][-4:] == [
        "Ledger verified", "Erased again", "Records opened", "Roots of the ledger",
    ]  # fmt: skip
    # The ledger goes on: the root of the erasure is given up by name, and whoever verifies with the copy agrees.
    last = json.loads((folder / archiving.ROOTS).read_text().splitlines()[-1])
    assert last["kind"] == "restored" and last["given_up"] == [[2, 2]]
    assert verified(folder, council.place / "elsewhere") == 0


def verified(folder: Folder, *more: Path) -> int:
    found = database.start(folder)
    try:
        words = ["--database", found.libpq("waymark_migrate"), "--key", str(folder / "keys" / "ledger.pub")]
        for place in (folder / "roots", *more):
            words += ["--roots", str(place)]
        return subprocess.run([sys.executable, "-m", "verifier", *words], cwd=ROOT, check=False).returncode
    finally:
        found.stop()


# Which roots a restored database answers for


def root(number: int, seal: int, kind: str = "hourly", branch: str = "a") -> str:
    return json.dumps({"number": number, "seal": seal, "seal_hash": f"{seal}{branch}", "kind": kind})


LINES = [root(1, 4), root(2, 8), root(3, 12), root(4, 10, "restored", "b"), root(5, 14, branch="b")]


@pytest.mark.parametrize(
    ("held", "fitting"),
    [
        ({n: f"{n}a" for n in range(1, 15)}, 3),
        ({n: f"{n}a" for n in range(1, 10)}, 2),
        ({n: f"{n}a" for n in range(1, 4)}, 0),
        ({n: f"{n}{'a' if n < 9 else 'b'}" for n in range(1, 13)}, 4),
        ({n: f"{n}{'a' if n < 9 else 'b'}" for n in range(1, 16)}, 5),
        ({n: f"{n}x" for n in range(1, 15)}, 3),  # rewritten: it answers for them, and the verifier finds it
    ],
)
def test_a_restored_database_answers_for_the_roots_of_its_own_history(held, fitting):
    assert proving._fitting(LINES, held) == LINES[:fitting]


def test_copies_of_the_roots_that_differ_stop_a_restore(tmp_path):
    where, data = Depot(tmp_path / "backups"), Folder(tmp_path / "data")
    for place, lines in (
        (where.path / "roots", LINES[:2]),
        (data / "roots", LINES[:1]),
        (tmp_path / "usb", LINES),
    ):
        place.mkdir(parents=True)
        (place / "roots.jsonl").write_text("".join(f"{line}\n" for line in lines))
    plan = restore.Plan(where, None, data, None, None, None, True, 1, [tmp_path / "usb"])  # type: ignore[arg-type]
    assert proving._signed(plan) == LINES
    (tmp_path / "usb" / "roots.jsonl").write_text(f"{LINES[1]}\n")
    with pytest.raises(Trouble, match="Two histories"):
        proving._signed(plan)
    plan.roots = [tmp_path / "nowhere"]
    with pytest.raises(Trouble, match="no roots in"):
        proving._signed(plan)
