"""A whole service is lost and comes back: the running `./run` makes its backups by itself, everything it had is
deleted, and `./run restore` brings it back on an empty place, proved, with what was erased erased again."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from launcher import sealed
from launcher.depot import Depot

from .service import ROOT, Service, environment

pytestmark = pytest.mark.slow


@pytest.fixture
def backed_up(place, monkeypatch):
    """A running service that sends backups away; its folder, and where they go."""
    (place / "backups").mkdir()
    key = sealed.new_identity(place / "backups.key")
    words = {"FOLDER": str(place / "backups"), "KEY": key, "SECONDS": "5", "SPARE_MB": "1"}
    for name, word in words.items():
        monkeypatch.setenv(f"WAYMARK_BACKUP_{name}", word)
    kept = {name: word for name, word in os.environ.items() if name.startswith("WAYMARK_BACKUP_")}
    monkeypatch.setattr("tests.launcher.service.environment", lambda: environment() | kept)
    return place


def run(
    place: Path, *words: str, code: Path = ROOT, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "launcher", "run", *words],
        cwd=code,
        env=(environment() if env is None else env) | {"WAYMARK_CWD": str(place)},
        capture_output=True,
        text=True,
        check=False,
    )


def clean_machine(place: Path) -> tuple[Path, dict[str, str]]:
    """A copy of the code alone, and a shell in which nothing is set: no folder, no setting, no home of an earlier run."""
    code = place / "waymark-code"
    code.mkdir()
    for name in ("waymark", "launcher", "verifier", "requirements", "pyproject.toml"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, code / name)
    (place / "home").mkdir()
    return code, {
        "PATH": os.environ["PATH"],
        "HOME": str(place / "home"),
        "LANG": "C.UTF-8",
        "WAYMARK_DEMO": "0",
    }


def as_the_page_says() -> list[str]:
    """The words of the restore in docs/operate/backups.md, with the places of this test."""
    [line] = [
        line.strip()
        for line in (ROOT / "docs" / "operate" / "backups.md").read_text(encoding="utf-8").splitlines()
        if line.strip().startswith("./run restore --from /")  # the other one is for a bucket
    ]
    places = {"/mnt/waymark-backups": "backups", "waymark-backups.key": "backups.key", "/media/apart": "apart", "/srv/waymark-new": "again"}  # fmt: skip
    return [places.get(word, word) for word in line.split()[1:]]


def test_a_service_that_lost_everything_comes_back(backed_up):
    place = backed_up
    where = Depot(place / "backups")
    with Service(place / "data") as service:
        service.ready(240)
        service.until(lambda: (where / "base").exists() and where.bases(), 90)
        shutil.copytree(place / "data" / "keys", place / "apart" / "keys")
        shutil.copy2(place / "data" / "secret", place / "apart" / "secret")
        before = json.loads((place / "data" / "health" / "backup.json").read_text())
        assert before["last_backup_at"] and before["trouble"] == ""
        for pid in (service.process.pid, service.postmaster()):
            os.kill(pid, signal.SIGKILL)
        service.process.wait()
        service.until(lambda: not service.processes(), 60)
    shutil.rmtree(place / "data")
    began = time.monotonic()
    code, env = clean_machine(place)
    done = run(place, *as_the_page_says(), code=code, env=env)
    assert done.returncode == 0, done.stderr + done.stdout
    assert time.monotonic() - began < 3600
    for step in ("Tables compared", "Ledger verified", "Erased again: vault.keys", "Records opened"):
        assert step in done.stdout, done.stdout
    assert json.loads((place / "again" / "restored.json").read_text())["verified"] is True
    assert len(list((where / "drills").glob("*.json"))) == 1
    with Service(place / "again") as again:
        again.ready(240)


def test_without_the_master_keys_a_restore_stays_shut(backed_up):
    place = backed_up
    made = run_with_backups(place)
    assert made.returncode == 0, made.stderr
    done = run(place, "restore", "--from", "backups", "--key", "backups.key", "--to", "again")
    assert done.returncode == 1
    assert "cannot be opened" in done.stderr
    served = run(place, "--data", "again", "migrate")
    assert "did not finish" in served.stderr


def run_with_backups(place: Path) -> subprocess.CompletedProcess[str]:
    """`./run backup` where no service runs: it starts the database for as long as it takes."""
    kept = {name: word for name, word in os.environ.items() if name.startswith("WAYMARK_BACKUP_")}
    return subprocess.run(
        [sys.executable, "-m", "launcher", "run", "backup", "--data", str(place / "data")],
        cwd=ROOT, env=environment() | kept, capture_output=True, text=True, check=False,
    )  # fmt: skip
