"""A real worker process, logged in as the application’s role, and killed in the middle of a letter."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from asgiref.sync import async_to_sync
from django.conf import settings as django_settings
from django.db import connection
from procrastinate.contrib.django import app as queue
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.cast import Cast
from waymark.foundation.outbox import jobs
from waymark.foundation.outbox.actions import sending, sweeping
from waymark.foundation.outbox.actions.adopting import keep_letter
from waymark.foundation.outbox.models import Message
from waymark.foundation.outbox.tests.conftest import Server

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def until(true: Callable[[], bool], what: str, seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, f"{what}: not within {seconds} seconds"
        time.sleep(0.1)


@contextmanager
def worker(tmp_path: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    """A worker on the test’s database and the test’s mail server."""
    url = urlsplit(os.environ["WAYMARK_APP_URL"])
    name = connection.settings_dict["NAME"]
    assert "waymark_app@" in url.netloc or "user=waymark_app" in url.query
    where = os.environ["WAYMARK_APP_URL"].rpartition("/")[0]
    environ = os.environ | {
        "DJANGO_SETTINGS_MODULE": "waymark.settings.base",
        "WAYMARK_APP_URL": f"{where}/{name}",
        "WAYMARK_SMTP_URL": f"smtp://127.0.0.1:{port}",
        "WAYMARK_DATA": str(tmp_path),
    }
    with (tmp_path / "worker.log").open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "django", "procrastinate", "worker", "--queues", "outbox"],
            cwd=django_settings.ROOT,
            env=environ,
            stdout=out,
            stderr=out,
        )
        try:
            yield process
        finally:
            process.kill()
            process.wait()


def test_killed_in_the_middle_of_a_letter_nothing_is_lost(
    cast: Cast, mail: Server, settings: Any, tmp_path: Path, everything: Any
) -> None:
    def state() -> str:
        with everything():
            return Message.objects.get().state

    with everything(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs")
    mail.mode, mail.hangs = "hang", 60
    keep_letter("dsl@hereshire.example", "Set your password", "text")
    with worker(tmp_path, settings.EMAIL_PORT) as process:
        until(lambda: state() == "sending", "taken")
        process.kill()
        process.wait()
    assert state() == "sending" and ProcrastinateJob.objects.filter(status="doing").exists()
    with everything(), connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '2 minutes'")
        cursor.execute("UPDATE outbox_message SET taken_at = now() - interval '11 minutes'")
    sweeping.sweep()
    assert async_to_sync(jobs.recover_stalled)(queue) >= 1
    assert not ProcrastinateJob.objects.filter(status="doing").exists()
    mail.mode = "take"
    with worker(tmp_path, settings.EMAIL_PORT):
        until(lambda: state() == "sent", "sent")
    with everything():
        message = Message.objects.get()
        assert message.attempts == 2
    assert [letter["Message-ID"] for letter in mail.taken] == [f"<{message.pk}@localhost>"]
    assert not sending.send(message.pk, None)
