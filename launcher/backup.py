"""`./run backup`: one whole backup now. `python -m launcher keep`: the process that makes them by itself beside a
running service, and sends the write-ahead log within seconds. `./run backup-key`: the pair of keys."""

from __future__ import annotations

import fcntl
import io
import json
import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psycopg

from launcher import archiving, checksums, database, depot, postgres, sealed
from launcher.bucket import Thing
from launcher.database import Database
from launcher.depot import Base, Depot, Terms
from launcher.folder import KEPT_APART, NEVER_SENT, Folder, write_private
from launcher.screen import say
from launcher.trouble import Trouble

ARCHIVED_SECONDS = 60.0
LABEL = "waymark"
TABLES = "tables.age"  # rows and checksum of each table at the moment of the backup


def depot_of(terms: Terms) -> Depot:
    """The place of the settings. Raises Trouble when backups are not set up."""
    if not terms.named or not terms.key:
        raise Trouble(
            "Nothing says where backups go and which key seals them.",
            "Set WAYMARK_BACKUP_FOLDER (a folder on another machine’s disk) or WAYMARK_BACKUP_BUCKET, and "
            "WAYMARK_BACKUP_KEY (the public key that ./run backup-key FILE prints): docs/operate/backups.md",
        )
    sealed.recipient_of(terms.key)
    if terms.bucket is None:
        assert terms.folder  # noqa: S101  (asked above)
        return Depot(terms.folder, terms.spare_bytes)
    if terms.folder:
        raise Trouble("Backups go to one place: WAYMARK_BACKUP_FOLDER or WAYMARK_BACKUP_BUCKET, not both.")
    return Depot(terms.bucket.thing())


@dataclass
class Maker:
    """Makes backups of one running database."""

    folder: Folder
    cluster: postgres.Cluster
    database: Database
    terms: Terms
    depot: Depot
    sent: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, folder: Folder, found: Database, terms: Terms) -> Maker:
        if os.environ.get("DATABASE_URL"):
            raise Trouble(
                "That PostgreSQL is run by somebody else (DATABASE_URL): its administrator backs it up.",
                "Waymark’s own backups are of the database in its data folder. docs/operate/backups.md: what to ask.",
            )
        cluster = found.cluster or database.embedded(folder)
        made = cls(folder, cluster, found, terms, depot_of(terms))
        known = folder.health_file("backup").exists()
        made.depot.open(made._one("SELECT system_identifier::text FROM pg_control_system()"), known=known)
        archiving.switch(folder, True)
        return made

    def connect(self) -> psycopg.Connection[Any]:
        return self.database.server.connect(self.database.server.database, self.cluster.password)

    def _one(self, query: str) -> str:
        with self.connect() as connection:
            return str(connection.execute(query).fetchone()[0])  # type: ignore[arg-type,index]

    # Little and often

    def ship(self) -> dict[str, int]:
        """Sends what waits: the log, new documents, signed roots, the list of erasures. How many of each."""
        with alone(self.folder):
            return {
                "log": len(archiving.ship_log(self.folder, self.depot, self.terms)),
                "documents": archiving.ship_documents(self.folder, self.depot, self.terms, self.sent),
                "roots": archiving.ship_roots(self.folder, self.depot, self.sent),
                "erasures": archiving.ship_erasures(
                    self.folder, self.depot, self.terms, depot.stamp(_now()), self.sent
                ),
            }

    # All of it

    def make(self) -> Base:
        """One whole backup, and the log up to its moment: complete there, or not there. Then what is over goes."""
        self.ship()
        with alone(self.folder):
            name = depot.stamp(_now())
            place = self.depot / "base" / name
            if self.terms.prune:
                depot.remove(self.depot.unfinished())
            self.depot.see_room(self._expected())
            place.mkdir(mode=0o700)
            try:
                manifest = self._fill(place, name)
                depot.write(place / depot.MANIFEST, json.dumps(manifest, indent=1))
            except BaseException:
                with suppress(Trouble, OSError):
                    depot.remove([place])
                raise
        self.ship()
        now = _now()
        depot.prune(self.depot, self.terms, now)
        archiving.forget_documents(self.folder, self.depot, self.terms, now)
        made = self.depot.bases()[-1]
        note(self.folder, last_backup_at=made.at.isoformat(), trouble="")
        return made

    def _fill(self, place: Path | Thing, name: str) -> dict[str, Any]:
        began = time.monotonic()
        version = self._one("SHOW server_version_num")
        size = int(self._one("SELECT sum(pg_database_size(oid)) FROM pg_database"))
        first = self._one("SELECT pg_walfile_name(pg_current_wal_lsn())")
        words = ["-D", "-", "-F", "tar", "-X", "fetch", "-c", "fast", "-l", LABEL]
        held = self._seal(self.cluster.stream("pg_basebackup", *words), place / "database.age")
        tar = ["tar", "-c", "-C", str(self.folder.path), *_left_out(), "--warning=no-file-changed", "."]
        files = self._seal(
            subprocess.Popen(tar, stdout=subprocess.PIPE, stderr=subprocess.PIPE), place / "files.age"
        )
        with self.connect() as connection, self.connect() as reader:
            at = _now()
            last, totals = checksums.at_point(connection, reader, name)
            connection.execute("SELECT pg_switch_wal()")
        tables = sealed.seal(io.BytesIO(json.dumps(totals).encode()), place / TABLES, self.terms.key)
        self._archived(last)
        return {
            "made_by": "waymark", "form": 1, "point": name, "at": at.isoformat(),
            "postgres": int(version) // 10_000, "database_bytes": size, "first_segment": first, "last_segment": last,
            "files": {"database.age": asdict(held), "files.age": asdict(files), TABLES: asdict(tables)},
            "compared": totals is not None, "documents": sum(1 for _ in archiving.documents(self.folder)),
            "seconds": round(time.monotonic() - began, 1),
        }  # fmt: skip

    def _seal(self, process: subprocess.Popen[bytes], path: Path | Thing) -> sealed.Sealed:
        with process:
            assert process.stdout and process.stderr  # noqa: S101  (both were asked for)
            try:
                done = sealed.seal(process.stdout, path, self.terms.key, self.depot.see_room)
            except BaseException:
                process.kill()
                raise
            said = process.stderr.read().decode(errors="replace").strip()
        if process.returncode > (
            1 if path.name == "files.age" else 0
        ):  # tar says 1 when a file grew meanwhile
            raise Trouble(f"{path.name} could not be read whole.", postgres.explain(said))
        return done

    def _archived(self, segment: str) -> None:
        """Waits until the file of the log with the moment in it has been handed over by PostgreSQL."""
        end = time.monotonic() + ARCHIVED_SECONDS
        while time.monotonic() < end:
            archiving.ship_log(self.folder, self.depot, self.terms)
            if segment in self.depot.wal():
                return
            time.sleep(0.1)
        raise Trouble("PostgreSQL did not hand its write-ahead log over.", f"Its log is {self.cluster.log}.")

    def _expected(self) -> int:
        bases = self.depot.bases()
        if bases:
            return sum(int(each["bytes"]) for each in bases[-1].manifest["files"].values()) * 6 // 5
        return int(self._one("SELECT sum(pg_database_size(oid)) FROM pg_database")) // 2


def _left_out() -> list[str]:
    """The database goes its own way, keys are kept apart, and the rest is made again."""
    return [f"--exclude=./{name}" for name in (*NEVER_SENT, *KEPT_APART, archiving.DOCUMENTS)]


def _now() -> datetime:
    return datetime.now(UTC)


@contextmanager
def alone(folder: Folder) -> Iterator[None]:
    """One at a time sends from this folder."""
    with (folder / "health" / "lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def note(folder: Folder, **news: Any) -> None:
    """What the pages may tell of backups: times, counts, one sentence of trouble."""
    write_private(folder.health_file("backup"), json.dumps(noted(folder) | news))


def noted(folder: Folder) -> dict[str, Any]:
    """What has been noted of the backups made from this folder; nothing in one that was just restored."""
    path = folder.health_file("backup")
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}


def once(folder: Folder, found: Database, terms: Terms) -> int:
    """`./run backup`."""
    was_on = (folder.archive_home() / archiving.ON).exists()
    maker = Maker.of(folder, found, terms)
    try:
        made = maker.make()
    finally:
        archiving.switch(folder, was_on)
    sizes = sum(int(each["bytes"]) for each in made.manifest["files"].values())
    say(f"Backup {made.path.name} is complete: {sizes / 1e6:.1f} MB in {made.manifest['seconds']} s")
    if not made.manifest["compared"]:
        say("Writers never paused, so it has no checksums of tables; everything else is in it")
    return 0


def new_key(rest: list[str]) -> int:
    """`./run backup-key FILE`."""
    if len(rest) != 1:
        raise Trouble(
            "Where shall the secret key go?", "Say for example: ./run backup-key waymark-backups.key", 2
        )
    public = sealed.new_identity(Path(os.environ.get("WAYMARK_CWD") or Path.cwd()) / rest[0])
    print(f"WAYMARK_BACKUP_KEY={public}")
    say(f"{rest[0]} opens the backups. Move it off this machine now, to two places.")
    return 0
