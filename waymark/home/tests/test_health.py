"""What monitoring asks: named answers for this machine, one word for others, figures without people."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from waymark.foundation.kernel import clock
from waymark.foundation.outbox.models import MailHealth
from waymark.home import readiness
from waymark.settings import approvals

pytestmark = pytest.mark.django_db
ELSEWHERE = {"HTTP_X_FORWARDED_FOR": "203.0.113.9"}


@pytest.fixture
def data(settings, tmp_path) -> Path:
    settings.DATA = tmp_path
    settings.WAYMARK_ROOTS = str(tmp_path / "roots")
    (tmp_path / "health").mkdir()
    (tmp_path / "roots").mkdir()
    return tmp_path


def told(client: Client) -> dict[str, str]:
    lines = client.get("/ready").content.decode().splitlines()[1:]
    return {line.partition(":")[0]: line.partition(": ")[2].partition(" ")[0] for line in lines}


def backups(data: Path, **words: object) -> None:
    (data / "health" / "backup.json").write_text(json.dumps(words))


def test_from_this_machine_each_thing_is_a_yes_or_no(client, data):
    answers = told(client)
    assert set(answers) == {check.name for check in readiness.CHECKS}
    assert answers["database"] == answers["tables"] == answers["queue"] == "yes"
    assert answers["backup"] == answers["drill"] == answers["seal"] == answers["virus_checker"] == "no"


def test_from_elsewhere_it_is_one_word(client):
    answer = client.get("/ready", **ELSEWHERE)
    assert answer.content == b"ready"
    assert client.get("/ready", REMOTE_ADDR="203.0.113.9").content == b"ready"


@pytest.mark.parametrize(
    ("name", "hours", "is_well"),
    [("last_backup_at", 25, True), ("last_backup_at", 27, False), ("last_sent_at", 0.1, True), ("last_sent_at", 0.2, False),
     ("last_drill_at", 34 * 24, True), ("last_drill_at", 36 * 24, False)],
)  # fmt: skip
def test_what_the_launcher_tells_grows_old(client, data, name, hours, is_well):
    backups(data, trouble="", **{name: (clock.now() - timedelta(hours=hours)).isoformat()})
    check = {"last_backup_at": "backup", "last_sent_at": "log_sent", "last_drill_at": "drill"}[name]
    assert told(client)[check] == ("yes" if is_well else "no")


def test_trouble_with_backups_is_told_although_the_last_one_is_young(client, data):
    backups(data, trouble="The disk is full.", last_backup_at=clock.now().isoformat())
    assert told(client)["backup"] == "no"
    assert "The disk is full." in client.get("/ready").content.decode()


@pytest.mark.parametrize(("hours", "said"), [(1.5, "yes"), (2.5, "no")])
def test_roots_of_the_ledger_grow_old(client, data, hours, said):
    line = {"at": (clock.now() - timedelta(hours=hours)).isoformat()}
    (data / "roots" / "roots.jsonl").write_text(json.dumps(line) + "\n")
    assert told(client)["seal"] == said


def test_mail_and_worker(client, data, everything):
    now = clock.now()
    with everything():
        MailHealth.objects.update_or_create(
            pk=1,
            defaults={
                "last_failed_at": now,
                "last_error": "TimeoutError",
                "worker_seen_at": now - timedelta(minutes=6),
            },
        )
    assert told(client)["mail"] == told(client)["worker"] == "no"
    with everything():
        MailHealth.objects.update(last_sent_at=now + timedelta(seconds=1), worker_seen_at=now)
    assert told(client)["mail"] == told(client)["worker"] == "yes"


def test_a_disk_without_room_makes_the_service_unready(client, data, monkeypatch):
    monkeypatch.setattr(readiness, "DISK_FULL_BYTES", 10**18)
    assert client.get("/ready").status_code == 503
    assert client.get("/ready", **ELSEWHERE).content == b"not ready"


def test_a_review_that_is_due_is_said_and_shuts_nothing(client, data, settings):
    settings.WAYMARK_REVIEWS_DUE = lambda today: {"retention-schedule": date(2026, 3, 2)}
    answer = client.get("/ready")
    assert answer.status_code == 200
    assert (
        "reviews: no (The retention schedule should have been reviewed by 2 March 2026.)"
        in answer.content.decode()
    )
    assert set(readiness.PAPERS) == set(approvals.PAPERS)


def test_a_check_that_breaks_is_a_no_and_never_an_error(client, data, monkeypatch):
    def broken() -> None:
        raise RuntimeError("Oddfellow")

    monkeypatch.setattr(readiness, "CHECKS", (readiness.Check("mail", "Mail", broken),))
    answer = client.get("/ready")
    assert answer.status_code == 200
    assert "mail: no (This could not be looked at: RuntimeError.)" in answer.content.decode()


def test_figures_are_for_this_machine_or_the_token(client, settings):
    settings.WAYMARK_METRICS_TOKEN = "t" * 40
    assert client.get("/metrics").status_code == 200
    assert client.get("/metrics", **ELSEWHERE).status_code == 404
    assert client.get("/metrics", **ELSEWHERE, HTTP_AUTHORIZATION="Bearer wrong").status_code == 404
    assert client.get("/metrics", **ELSEWHERE, HTTP_AUTHORIZATION=f"Bearer {'t' * 40}").status_code == 200
    settings.WAYMARK_METRICS_TOKEN = ""
    assert client.get("/metrics", **ELSEWHERE, HTTP_AUTHORIZATION="Bearer ").status_code == 404


def test_figures_name_routes_and_nothing_that_was_typed(client, cast):
    client.force_login(cast.here.nurse, backend="waymark.foundation.accounts.backends.ByPassword")
    client.get("/referrals/advice/ask/?name=Oddfellow")
    client.get("/people/Oddfellow/")
    client.get("/nowhere/Oddfellow/")
    client.get("/my-day/")
    text = client.get("/metrics").content.decode()
    assert 'route="home:my-day"' in text and 'route="unknown"' in text
    assert 'waymark_check{name="database"} 1.0' in text
    for typed in ("Oddfellow", str(cast.here.nurse.pk), cast.here.nurse.email):
        assert typed not in text


def test_the_page_is_for_administrators(client, cast, data):
    backend = "waymark.foundation.accounts.backends.ByPassword"
    client.force_login(cast.here.administrator, backend=backend)
    page = client.get(reverse("home:service"))
    assert page.status_code == 200 and "There is a backup of the last day" in page.content.decode()
    client.force_login(cast.here.nurse, backend=backend)
    assert client.get(reverse("home:service")).status_code == 404
