"""`python -m launcher keep`: runs beside the service, sends the write-ahead log within seconds and makes the daily
whole backup. Trouble is noted for the pages and tried again; it never stops the service."""

from __future__ import annotations

import argparse
import signal
import threading
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg

from launcher import archiving, backup, database
from launcher.depot import Terms
from launcher.folder import Folder
from launcher.screen import say
from launcher.trouble import Trouble

EVERY_SECONDS = 20.0
AGAIN_AFTER = timedelta(hours=1)  # a whole backup that failed


def run(words: Sequence[str]) -> int:
    """Keeps backups of the folder until it is told to stop."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    folder = Folder(parser.parse_args(list(words)).data)
    ended = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: ended.set())
    keeper = Keeper(folder, Terms.of_environment())
    while not ended.is_set():
        keeper.once(datetime.now(UTC))
        ended.wait(EVERY_SECONDS)
    return 0


class Keeper:
    """What is done each time, and what is remembered between two times."""

    def __init__(self, folder: Folder, terms: Terms) -> None:
        self.folder, self.terms = folder, terms
        self.maker: backup.Maker | None = None
        self.not_before = datetime.min.replace(tzinfo=UTC)

    def once(self, now: datetime) -> None:
        """Sends what waits; makes the whole backup when its time has come. Notes trouble, and raises none."""
        try:
            self.maker = self.maker or backup.Maker.of(self.folder, database.running(self.folder), self.terms)
            self.maker.ship()
            newest = self.maker.depot.newest()
            # A restored folder begins with a whole backup of its own, however young the one it came from is.
            own = newest if newest and backup.noted(self.folder).get("last_backup_at") else None
            if now >= self.not_before and due(own.at if own else None, now, self.terms.at):
                self.not_before = now + AGAIN_AFTER
                newest = self.maker.make()
                say(f"Backup {newest.path.name} is complete")
            backup.note(
                self.folder,
                last_sent_at=now.isoformat(),
                last_backup_at=newest.at.isoformat() if newest else None,
                last_drill_at=last_drill(self.maker),
                waiting=len(archiving.waiting(self.folder)),
                trouble="",
            )
        except (Trouble, OSError, psycopg.Error) as problem:
            self.maker = None
            what = problem.what if isinstance(problem, Trouble) else f"{type(problem).__name__}: {problem}"
            say(f"Backups are not being made: {what}")
            backup.note(self.folder, trouble=what.splitlines()[0][:300], troubled_at=now.isoformat())


def due(last: datetime | None, now: datetime, at: str) -> bool:
    """Is it time? At once when there is none yet; else when the hour of the day has come since the last one."""
    if last is None:
        return True
    hour, minute = at.split(":")
    today = now.replace(hour=int(hour), minute=int(minute), second=0, microsecond=0)
    latest = today if today <= now else today - timedelta(days=1)
    return last < latest


def last_drill(maker: backup.Maker) -> str | None:
    """When a restore was last proved, from the reports that restores leave beside the backups."""
    newest = max(maker.depot.names("drills", "*.json"), default=None)
    if newest is None:
        return None
    return datetime.strptime(newest, "%Y%m%dT%H%M%SZ.json").replace(tzinfo=UTC).isoformat()
