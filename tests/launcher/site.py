"""A data folder with a running database and a place for its backups, without the pages: quick to destroy."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

import psycopg

from launcher import backup, bucket, database, restore, sealed
from launcher.depot import Terms
from launcher.folder import Folder

TABLE = "CREATE TABLE kept (number bigint PRIMARY KEY, words text NOT NULL)"
WORDS = "Oddfellow was seen in the corridor"


def send_all(maker: backup.Maker) -> None:
    """Until everything that was written up to now is in the backups.

    The last of it is a mark of our own, and the file of the log that holds its last byte is known for certain.
    `pg_switch_wal` itself would not tell: when the clock has just changed the file, it changes nothing, and names one
    that is sent only after the next write.
    """
    with maker.connect() as connection:
        mark = "SELECT pg_walfile_name(pg_create_restore_point('sent') - 1)"
        segment = connection.execute(mark).fetchone()[0]
        connection.execute("SELECT pg_switch_wal()")
    end = time.monotonic() + 60
    while segment not in maker.depot.wal():
        assert time.monotonic() < end, f"{segment} was not sent"
        maker.ship()
        time.sleep(0.1)


@dataclass
class Site:
    """A data folder with a running database, and the folder its backups go to."""

    place: Path
    folder: Folder
    terms: Terms
    found: database.Database
    maker: backup.Maker

    @classmethod
    def at(cls, place: Path, folder: Folder, terms: Terms) -> Site:
        folder.open()
        found = database.start(folder)
        return cls(place, folder, terms, found, backup.Maker.of(folder, found, terms))

    @property
    def key(self) -> Path:
        return self.place / "backups.key"

    def connect(self) -> psycopg.Connection:
        return self.maker.connect()

    def send_all(self) -> None:
        send_all(self.maker)

    def plan(self, to: str, *words: str) -> restore.Plan:
        source = self.terms.bucket.place if self.terms.bucket else str(self.terms.folder)
        given = ["--from", source, "--key", str(self.key), "--to", to, *words]
        return restore.understand(given, self.place)

    def restored(self, to: str, *words: str) -> Site:
        """A new site out of the backups, its database running."""
        plan = self.plan(to, *words)
        restore.bring(plan)
        restore.open_doors(plan)
        return Site.at(self.place, plan.folder, self.terms)


def new_site(place: Path, storage: bucket.Terms | None = None) -> Site:
    """One with a table of one row. The caller stops its database."""
    (place / "backups").mkdir()
    key = sealed.new_identity(place / "backups.key")
    terms = Terms(None if storage else place / "backups", key, storage, spare_bytes=0, seconds=1)
    made = Site.at(place, Folder(place / "data"), terms)
    with made.connect() as connection:
        connection.execute(TABLE)
        connection.execute("INSERT INTO kept VALUES (0, %s)", [WORDS])
    return made
