"""A data folder with a running database and a place for its backups, without the pages: quick to destroy."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import psycopg

from launcher import backup, database, restore, sealed
from launcher.depot import Terms
from launcher.folder import Folder

TABLE = "CREATE TABLE kept (number bigint PRIMARY KEY, words text NOT NULL)"
WORDS = "Oddfellow was seen in the corridor"


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

    def plan(self, to: str, *words: str) -> restore.Plan:
        given = ["--from", str(self.terms.folder), "--key", str(self.key), "--to", to, *words]
        return restore.understand(given, self.place)

    def restored(self, to: str, *words: str) -> Site:
        """A new site out of the backups, its database running."""
        plan = self.plan(to, *words)
        restore.bring(plan)
        restore.open_doors(plan)
        return Site.at(self.place, plan.folder, self.terms)


def new_site(place: Path) -> Site:
    """One with a table of one row. The caller stops its database."""
    (place / "backups").mkdir()
    terms = Terms(place / "backups", sealed.new_identity(place / "backups.key"), spare_bytes=0, seconds=1)
    made = Site.at(place, Folder(place / "data"), terms)
    with made.connect() as connection:
        connection.execute(TABLE)
        connection.execute("INSERT INTO kept VALUES (0, %s)", [WORDS])
    return made
