"""What the service leans on, each thing a named yes or no with a sentence of times and counts: never of people.

`needed` things make the service unready (503). The others are watched: somebody is told, and people go on working.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from waymark.foundation.interface.moments import day as day_in_words
from waymark.foundation.interface.moments import moment as in_words
from waymark.foundation.kernel import clock
from waymark.foundation.ledger import roots
from waymark.foundation.outbox import queries as outbox
from waymark.foundation.retention import queries as retention
from waymark.foundation.vault import clamd

from . import ground

# The limits of rights.md R-25; docs/operate/alerts.md says what to do about each.
QUEUE_LATE = timedelta(minutes=10)
BACKUP_LATE = timedelta(hours=26)
LOG_LATE = timedelta(minutes=10)
DRILL_LATE = timedelta(days=35)
SEAL_LATE = timedelta(hours=2)
DISK_FREE = 0.2
DISK_FULL_BYTES = 100_000_000


@dataclass(frozen=True)
class Found:
    """`age` in seconds, or another number that says how near the limit it is; None where there is none."""

    well: bool
    sentence: str
    age: float | None = None


@dataclass(frozen=True)
class Check:
    """`name` is the word that monitoring knows it by; `title` is for people."""

    name: str
    title: Any
    look: Callable[[], Found]
    needed: bool = False


@dataclass(frozen=True)
class Answer:
    check: Check
    found: Found


def look() -> list[Answer]:
    """Every check’s answer. A check that itself fails is a no, and never an error."""
    return [Answer(check, _safely(check)) for check in CHECKS]


def is_ready(answers: list[Answer]) -> bool:
    return all(answer.found.well for answer in answers if answer.check.needed)


def _safely(check: Check) -> Found:
    try:
        with transaction.atomic():
            return check.look()
    except Exception as problem:  # noqa: BLE001  (whatever it is, the answer is no)
        return Found(False, _("This could not be looked at: %s.") % type(problem).__name__)


def _database() -> Found:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return Found(True, _("It answers."))


def _tables() -> Found:
    trouble = ground.trouble()
    return Found(not trouble, trouble or _("All migrations are applied, and row security binds the service."))


def _disk() -> Found:
    total, _used, free = shutil.disk_usage(settings.DATA)
    return Found(
        free / total > DISK_FREE, _("%d per cent of the disk is free.") % (100 * free // total), free / total
    )


def _disk_not_full() -> Found:
    free = shutil.disk_usage(settings.DATA).free
    return Found(free > DISK_FULL_BYTES, _("%d MB of the disk are free.") % (free // 1_000_000), float(free))


def _worker() -> Found:
    return _younger_than(outbox.health().worker_seen_at, outbox.WORKER_SILENT)


def _queue() -> Found:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT min(coalesce(j.scheduled_at, e.at)) FROM procrastinate_jobs j "
            "LEFT JOIN procrastinate_events e ON e.job_id = j.id AND e.type = 'deferred' "
            "WHERE j.status = 'todo' AND (j.scheduled_at IS NULL OR j.scheduled_at <= now())"
        )
        [oldest] = cursor.fetchone()
    return _younger_than(oldest, QUEUE_LATE) if oldest else Found(True, _("Nothing waits."), 0.0)


def _mail() -> Found:
    health = outbox.health()
    sentences = {
        "working": _("The last message went out."),
        "down": _("The last attempt failed: %s. Messages are kept and tried again.") % health.last_error,
        "unknown": _("No message has been sent yet."),
    }
    return Found(health.mail != "down", sentences[health.mail], float(health.waiting))


def _virus_checker() -> Found:
    if not clamd.is_there():
        return Found(False, _("There is none here: documents wait, and nobody can open them."))
    return Found(True, clamd.version())


def _backup() -> Found:
    told = told_by_launcher("backup")
    if told.get("trouble"):
        return Found(False, told["trouble"])
    return _younger_than(_moment(told.get("last_backup_at")), BACKUP_LATE)


def _log_sent() -> Found:
    told = told_by_launcher("backup")
    return _younger_than(_moment(told.get("last_sent_at")), LOG_LATE)


def _drill() -> Found:
    return _younger_than(_moment(told_by_launcher("backup").get("last_drill_at")), DRILL_LATE)


def _seal() -> Found:
    path = Path(settings.WAYMARK_ROOTS) / roots.FILE
    lines = path.read_text(encoding="ascii").splitlines() if path.exists() else []
    return _younger_than(_moment(json.loads(lines[-1])["at"] if lines else None), SEAL_LATE)


PAPERS = {
    "data-protection-impact-assessment": gettext_lazy("The data protection impact assessment"),
    "retention-schedule": gettext_lazy("The retention schedule"),
    "equality-impact-assessment": gettext_lazy("The equality impact assessment"),
}


def _reviews() -> Found:
    due = settings.WAYMARK_REVIEWS_DUE(clock.today())
    sentences = [
        _("%(paper)s should have been reviewed by %(day)s.")
        % {"paper": PAPERS[code], "day": day_in_words(day)}
        for code, day in due.items()
    ]
    return Found(not due, " ".join(sentences) or _("No review is due."), float(len(due)))


def _left_over() -> Found:
    count = retention.left_over()
    said = ngettext(
        "%d person, or what was sent of them, is in no referral any more: the next night erases it.",
        "%d people, or what was sent of them, are in no referral any more: the next night erases them.",
        count,
    )
    return Found(
        not count, said % count if count else _("Everybody who is kept is in a referral."), float(count)
    )


def told_by_launcher(name: str) -> dict[str, Any]:
    """What the launcher wrote of one matter; empty when it wrote nothing."""
    try:
        return dict(json.loads((settings.DATA / "health" / f"{name}.json").read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _younger_than(moment: datetime | None, limit: timedelta) -> Found:
    if moment is None:
        return Found(False, _("This has not happened yet."))
    age = clock.now() - moment
    return Found(age <= limit, _("Last: %s.") % in_words(moment), age.total_seconds())


CHECKS = (
    Check("database", gettext_lazy("The database answers"), _database, needed=True),
    Check("tables", gettext_lazy("The database is up to date and guarded"), _tables, needed=True),
    Check("disk_not_full", gettext_lazy("There is room to save"), _disk_not_full, needed=True),
    Check("disk", gettext_lazy("A fifth of the disk is free"), _disk),
    Check("worker", gettext_lazy("The background worker is at work"), _worker),
    Check("queue", gettext_lazy("No job waits too long"), _queue),
    Check("mail", gettext_lazy("Mail goes out"), _mail),
    Check("virus_checker", gettext_lazy("Documents are checked for viruses"), _virus_checker),
    Check("backup", gettext_lazy("There is a backup of the last day"), _backup),
    Check("log_sent", gettext_lazy("Changes reach the backups within minutes"), _log_sent),
    Check("drill", gettext_lazy("A restore was proved in the last month"), _drill),
    Check("seal", gettext_lazy("The ledger is sealed and signed"), _seal),
    Check("left_over", gettext_lazy("Nobody is kept without a reason"), _left_over),
    Check("reviews", gettext_lazy("The three assessments are reviewed in time"), _reviews),
)
