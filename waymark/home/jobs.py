"""Jobs of the whole house: what the backups need to know of erasures; and the ledger, which lies below the queue."""

from __future__ import annotations

import io
import json
from pathlib import Path

import structlog
from django.conf import settings
from django.core.management import call_command
from procrastinate.contrib.django import app as queue

from waymark.foundation.kernel import clock
from waymark.foundation.ledger import roots, sealing
from waymark.home.actions import reviewing

FILE = "erasures.json"
log = structlog.get_logger(__name__)


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


@queue.periodic(cron="*/5 * * * *")
@queue.task(
    name="home.seal-ledger", queue="ledger", queueing_lock="home.seal-ledger", lock="home.seal-ledger"
)
def seal_ledger(timestamp: int) -> None:
    """Every five minutes: seals what was entered; once an hour a root is signed. Safe to run any number of times."""
    sealing.seal()
    try:
        roots.sign_when_due(clock.now())
    except (roots.NoKey, roots.TornFile, OSError, ValueError) as problem:
        # Sealing goes on. That roots are missing is what the verifier says, and whoever watches the log.
        log.error("no root was signed", problem=f"{type(problem).__name__}: {problem}")


@queue.periodic(cron="50 2 * * *")
@queue.task(name="home.drop-old-entries", queue="ledger", queueing_lock="home.drop-old-entries")
def drop_old_entries(timestamp: int) -> None:
    """Each night: ranges of the ledger whose years are over go, and leave their seals."""
    sealing.drop_old()


@queue.periodic(cron="30 5 * * 1")
@queue.task(
    name="home.review-looks", queue="ledger", queueing_lock="home.review-looks", lock="home.review-looks"
)
def review_looks(timestamp: int) -> None:
    """Each Monday: last week’s looks that somebody should ask about, as a task of the information governance lead."""
    reviewing.make_everywhere()
