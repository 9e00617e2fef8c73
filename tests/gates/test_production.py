"""A live service does not start with a value that is only safe on a developer’s machine, and says all that is wrong."""

from __future__ import annotations

import base64
import os
import secrets
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from waymark.settings import approvals, unsafe

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 21)
PAPERS = "".join(
    f'[{code}]\napproved = 2026-03-02\nby = "Senior Information Risk Owner"\nreview = 2027-03-02\n'
    for code in approvals.PAPERS
)


def private(path: Path, text: str) -> str:
    path.write_text(text)
    path.chmod(0o600)
    return str(path)


@pytest.fixture
def safe(tmp_path):
    """Settings and environment of a service that may start."""
    master = private(tmp_path / "master.json", "{}")
    has = {
        "SECRET_KEY": secrets.token_urlsafe(64), "DEBUG": False, "WAYMARK_DEMO": False, "WAYMARK_MFA_REQUIRED": True,
        "TIME_ZONE": "Europe/London", "USE_TZ": True, "WAYMARK_OPEN_UNCHECKED": False,
        "ALLOWED_HOSTS": ["waymark.example.gov.uk"], "WAYMARK_BASE_URL": "https://waymark.example.gov.uk",
        "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https"), "DATA": str(tmp_path / "data"),
        "DATABASES": {"default": {"USER": "waymark_app", "HOST": "/run/waymark"}},
        "WAYMARK_MASTER_KEYS": "", "WAYMARK_MASTER_FILE": master,
    }  # fmt: skip
    said = {
        "WAYMARK_SECRET_FILE": private(tmp_path / "secret", has["SECRET_KEY"]),
        "WAYMARK_SMTP_URL": "smtp+tls://user:word@mail.example.gov.uk:587",
        "WAYMARK_FROM": "waymark@example.gov.uk",
        "WAYMARK_BACKUP_FOLDER": str(tmp_path / "elsewhere"),
        "WAYMARK_BACKUP_KEY": "age1" + "q" * 58,
    }
    return has, said


def test_a_safe_service_starts(safe):
    assert unsafe.faults(*safe) == []


HAS = [
    ({"SECRET_KEY": "short"}, "at least 50 random"),
    ({"SECRET_KEY": "a" * 64}, "at least 50 random"),
    ({"SECRET_KEY": "for a developer’s own machine only, where nothing real is kept"}, "at least 50 random"),
    ({"DEBUG": True}, "WAYMARK_DEBUG"),
    ({"WAYMARK_DEMO": True}, "WAYMARK_DEMO"),
    ({"WAYMARK_MFA_REQUIRED": False}, "WAYMARK_MFA_REQUIRED"),
    ({"TIME_ZONE": "UTC"}, "Europe/London"),
    ({"USE_TZ": False}, "Europe/London"),
    ({"WAYMARK_OPEN_UNCHECKED": True}, "virus checker"),
    ({"ALLOWED_HOSTS": []}, "WAYMARK_HOSTS"),
    ({"ALLOWED_HOSTS": ["*"]}, "never *"),
    ({"ALLOWED_HOSTS": [".gov.uk"]}, "one by one"),
    ({"WAYMARK_BASE_URL": "http://waymark.example.gov.uk"}, "https://"),
    ({"WAYMARK_BASE_URL": "https://other.example.gov.uk"}, "does not name"),
    ({"CSRF_TRUSTED_ORIGINS": ["http://waymark.example.gov.uk"]}, "https:// origins"),
    ({"SECURE_PROXY_SSL_HEADER": None}, "in the clear"),
    ({"DATABASES": {"default": {"USER": "postgres"}}}, "as postgres"),
    ({"DATABASES": {"default": {"USER": "waymark_owner"}}}, "as waymark_owner"),
    ({"DATABASES": {"default": {"USER": "waymark_migrate"}}}, "as waymark_migrate"),
    ({"DATABASES": {"default": {}}}, "as whoever it runs as"),
    ({"DATABASES": {"default": {"USER": "waymark_app", "HOST": "db.example"}}}, "sslmode=verify-full"),
    ({"WAYMARK_MASTER_FILE": "/nowhere/master.json"}, "no master key"),
]  # fmt: skip
SAID = [
    ({"WAYMARK_SECRET": "x"}, "must not be set"),
    ({"WAYMARK_SMTP_URL": ""}, "must name the mail server"),
    ({"WAYMARK_SMTP_URL": "smtp://mail.example.gov.uk:25"}, "goes encrypted"),
    ({"WAYMARK_FROM": ""}, "WAYMARK_FROM"),
    ({"WAYMARK_FROM": "waymark@localhost"}, "WAYMARK_FROM"),
    ({"WAYMARK_BACKUP_FOLDER": ""}, "must name where backups go"),
    ({"WAYMARK_BACKUP_KEY": "AGE-SECRET-KEY-1QQQ"}, "public key"),
    ({"WAYMARK_METRICS_TOKEN": "short"}, "at least 32"),
]


@pytest.mark.parametrize(("change", "words"), HAS, ids=lambda value: str(value)[:60])
def test_each_unsafe_setting_is_told(safe, change, words):
    has, said = safe
    told = unsafe.faults(has | change, said)
    assert told and any(words in fault for fault in told)


@pytest.mark.parametrize(("change", "words"), SAID, ids=lambda value: str(value)[:60])
def test_each_unsafe_word_of_the_environment_is_told(safe, change, words):
    has, said = safe
    [told] = unsafe.faults(has, said | change)
    assert words in told


def test_mail_on_this_machine_and_backups_made_by_others_are_fine(safe):
    has, said = safe
    assert unsafe.faults(has, said | {"WAYMARK_SMTP_URL": "smtp://localhost:25"}) == []
    elsewhere = {
        "WAYMARK_BACKUP_FOLDER": "",
        "WAYMARK_BACKUP_KEY": "",
        "WAYMARK_BACKUPS_ELSEWHERE": "The data centre",
    }
    assert unsafe.faults(has, said | elsewhere) == []


def test_backups_in_the_data_folder_are_told(safe):
    has, said = safe
    [told] = unsafe.faults(has, said | {"WAYMARK_BACKUP_FOLDER": f"{has['DATA']}/backups"})
    assert "lost together" in told


@pytest.mark.parametrize("name", ["WAYMARK_SECRET_FILE", "master"])
def test_key_files_that_others_can_read_are_told(safe, name):
    has, said = safe
    place = Path(has["WAYMARK_MASTER_FILE"] if name == "master" else said[name])
    place.chmod(0o640)
    [told] = unsafe.faults(has, said)
    assert f"chmod 600 {place}" in told


def test_only_the_command_that_changes_tables_signs_in_as_the_role_that_may(safe):
    has, said = safe
    has["DATABASES"] = {"default": {"USER": "waymark_migrate"}}
    assert unsafe.faults(has, said, migrating=True) == []
    assert unsafe.faults(has, said) != []


# The approvals


def test_three_approved_papers_are_enough(tmp_path):
    assert approvals.faults(private(tmp_path / "a.toml", PAPERS), TODAY) == []


@pytest.mark.parametrize("code", approvals.PAPERS)
@pytest.mark.parametrize(
    ("instead", "words"),
    [
        ("", "There is no date"),
        ('approved = "soon"\nby = "Somebody"', "There is no date"),
        ('approved = 2026-12-01\nby = "Senior Information Risk Owner"', "in the future"),
        ("approved = 2026-03-02", "which office"),
        ('approved = 2026-03-02\nby = " "', "which office"),
    ],
)
def test_a_paper_that_is_not_approved_is_told(tmp_path, code, instead, words):
    tables = PAPERS.split("[")[1:]
    text = "".join(f"[{code}]\n{instead}\n" if table.startswith(code) else f"[{table}" for table in tables)
    [told] = approvals.faults(private(tmp_path / "a.toml", text), TODAY)
    assert words in told and approvals.PAPERS[code] in told


@pytest.mark.parametrize("text", [None, "not toml ["])
def test_no_approvals_at_all_are_told(tmp_path, text):
    place = private(tmp_path / "a.toml", text) if text else "/nowhere/a.toml"
    assert len(approvals.faults(place, TODAY)) == 1
    assert len(approvals.faults("", TODAY)) == 1


def test_a_review_that_is_due_is_said_and_shuts_nothing(tmp_path):
    place = private(tmp_path / "a.toml", PAPERS)
    later = date(2027, 3, 3)
    assert approvals.faults(place, later) == []
    assert len(approvals.overdue(place, later)) == 3
    assert approvals.overdue(place, TODAY) == {}
    assert approvals.overdue(private(tmp_path / "b.toml", "retention-schedule = 3"), later) == {}


# The settings themselves, as a service starts with them


def started(environ: dict[str, str]) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("WAYMARK_", "DJANGO_", "DATABASE_"))}
    return subprocess.run(
        [sys.executable, "-c", "import waymark.settings.production as s; print(s.SESSION_COOKIE_NAME)"],
        cwd=ROOT, env=kept | environ, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_settings_of_a_live_service_are_taken(safe, tmp_path):
    _has, said = safe
    key = base64.b64encode(os.urandom(32)).decode()
    done = started(
        said | {
            "WAYMARK_HOSTS": "waymark.example.gov.uk", "WAYMARK_BASE_URL": "https://waymark.example.gov.uk",
            "WAYMARK_BEHIND_PROXY": "1", "WAYMARK_MASTER_KEYS": f"1:{key}", "WAYMARK_DATA": str(tmp_path / "data"),
            "WAYMARK_APP_URL": "postgres://waymark_app:x@//run/waymark/waymark",
            "WAYMARK_APPROVALS": private(tmp_path / "approvals.toml", PAPERS),
        }
    )  # fmt: skip
    assert done.stdout == "__Host-session\n", done.stderr


def test_all_that_is_wrong_is_told_at_once():
    done = started(
        {"WAYMARK_DEMO": "1", "WAYMARK_DEBUG": "1", "WAYMARK_APP_URL": "postgres://postgres@//tmp/waymark"}
    )
    assert done.returncode == 1
    told = done.stderr.partition("This is not safe where real records are kept")[2]
    words = (
        "50 random",
        "DEBUG",
        "DEMO",
        "MFA",
        "https://",
        "in the clear",
        "mail server",
        "BACKUP",
        "as postgres",
        "APPROVALS",
    )
    for word in words:
        assert word in told, word
