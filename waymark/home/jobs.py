"""Jobs of the whole house: what the backups need to know of erasures."""

from __future__ import annotations

import io
import json
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from procrastinate.contrib.django import app as queue

FILE = "erasures.json"


@queue.periodic(cron="*/5 * * * *")
@queue.task(name="home.list-erasures", queue="home", queueing_lock="home.list-erasures")
def list_erasures(timestamp: int) -> None:
    """Every five minutes: the keys of what was erased, where the launcher finds them and keeps them by the backups."""
    write_erasures(settings.DATA)


def write_erasures(folder: Path) -> None:
    """Writes the list whole, or leaves the one before; only when it has changed."""
    out = io.StringIO()
    call_command("list_erasures", stdout=out)
    text = out.getvalue().strip()
    path = folder / FILE
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return
    json.loads(text)
    unfinished = path.with_suffix(".json.new")
    unfinished.write_text(text, encoding="utf-8")
    unfinished.chmod(0o600)
    unfinished.rename(path)
