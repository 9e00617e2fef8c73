"""The place backups are sent to: a folder on another machine’s disk, mounted here, or a bucket. Files are written once.

waymark-backups.json   the mark: whose backups these are (PostgreSQL’s system identifier)
base/<time>/           one whole backup: database.age, files.age, tables.age; and manifest.json, the last of them
wal/                   the write-ahead log, file by file: <name>.<checksum>.age
documents/             each stored document, once
erasures/              keys of what was erased for good, <time>.<checksum>.age; the newest is what a restore repeats
roots/                 the signed roots of the ledger, copied as they are made
drills/                what restores from here have shown
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from launcher import bucket
from launcher.bucket import Thing
from launcher.folder import write_private
from launcher.screen import say
from launcher.trouble import Trouble

MARK = "waymark-backups.json"
MANIFEST = "manifest.json"
FOLDERS = ("base", "wal", "documents", "erasures", "roots", "drills")
FORM = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True)
class Terms:
    """What the settings say of backups. Times are UTC."""

    folder: Path | None
    key: str
    bucket: bucket.Terms | None = None
    keep_days: int = 90
    exact_days: int = 35
    at: str = "02:30"
    seconds: int = 240
    spare_bytes: int = 500_000_000
    prune: bool = True

    @property
    def named(self) -> bool:
        """Does anything say where backups go?"""
        return self.folder is not None or self.bucket is not None

    @classmethod
    def of_environment(cls) -> Terms:
        place = os.environ.get("WAYMARK_BACKUP_FOLDER", "")
        words = {
            name: _whole(f"WAYMARK_BACKUP_{name.upper()}", getattr(cls, name))
            for name in ("keep_days", "exact_days", "seconds")
        }
        return cls(
            folder=Path(place).resolve() if place else None,
            key=os.environ.get("WAYMARK_BACKUP_KEY", ""),
            bucket=bucket.Terms.of_environment(),
            at=os.environ.get("WAYMARK_BACKUP_AT", cls.at),
            spare_bytes=_whole("WAYMARK_BACKUP_SPARE_MB", cls.spare_bytes // 1_000_000) * 1_000_000,
            prune=os.environ.get("WAYMARK_BACKUP_PRUNE", "1") != "0",
            **words,
        )


def _whole(name: str, otherwise: int) -> int:
    word = os.environ.get(name, "") or str(otherwise)
    if not word.isdigit():
        raise Trouble(f"{name} is not a whole number: {word}")
    return int(word)


@dataclass(frozen=True)
class Base:
    """One whole backup, and what its manifest says."""

    path: Path | Thing
    manifest: dict[str, Any]

    @property
    def at(self) -> datetime:
        """The moment its checksums are of, which is after all of it was read."""
        return datetime.fromisoformat(self.manifest["at"])

    @property
    def first_segment(self) -> str:
        return str(self.manifest["first_segment"])

    @property
    def last_segment(self) -> str:
        return str(self.manifest["last_segment"])


@dataclass
class Depot:
    path: Path | Thing
    spare_bytes: int = 0

    def __truediv__(self, name: str) -> Path | Thing:
        return self.path / name

    def open(self, system: str, *, known: bool = False) -> None:
        """Makes the folders the first time. Raises Trouble when it is not there, or another service’s."""
        mark = self / MARK
        try:
            self._see_there()
            if mark.exists():
                whose = json.loads(mark.read_text(encoding="utf-8"))["system"]
                if whose != system:
                    raise Trouble(f"{self.path} holds the backups of another database.", "Name one for each.")
            elif known or any(self.path.iterdir()):
                raise Trouble(
                    f"{self.path} is not the place that earlier backups went to, or has something else in it.",
                    "Is the right disk mounted? A new place for backups must be empty.",
                )
            for name in FOLDERS:
                (self / name).mkdir(exist_ok=True, mode=0o700)
            if not mark.exists():
                write(mark, json.dumps({"made_by": "waymark", "system": system}))
        except OSError as problem:
            raise Trouble(
                f"The folder for backups {self.path} cannot be written: {problem.strerror}."
            ) from problem

    def _see_there(self) -> None:
        if isinstance(self.path, Thing):
            self.path.answers()
        elif not self.path.is_dir():
            raise Trouble(
                f"The folder for backups {self.path} is not there.",
                "Is it mounted? It is never made by itself, so that nothing is written beside the place meant.",
            )

    def see_room(self, wanted: int = 0) -> None:
        """Raises Trouble rather than fill the disk: so much must stay free. A bucket tells nobody what it has."""
        if isinstance(self.path, Thing):
            return
        free = shutil.disk_usage(self.path).free
        if free < wanted + self.spare_bytes:
            raise Trouble(
                f"{self.path} has {free // 1_000_000} MB free; the backup needs {wanted // 1_000_000} MB "
                f"and leaves {self.spare_bytes // 1_000_000} MB.",
                "Make room there. Earlier backups are kept; nothing was deleted to make room.",
            )

    def bases(self) -> list[Base]:
        """The whole backups there are, oldest first."""
        found = self.names("base", MANIFEST)
        return [
            Base(found[name].parent, json.loads(found[name].read_text(encoding="utf-8")))
            for name in sorted(found)
        ]

    def newest(self) -> Base | None:
        """The last of them, by its manifest alone."""
        found = self.names("base", MANIFEST)
        last = found[max(found)] if found else None
        return Base(last.parent, json.loads(last.read_text(encoding="utf-8"))) if last else None

    def unfinished(self) -> list[Path | Thing]:
        """What a backup that was killed has left: files beside which no manifest was ever put."""
        whole = {base.path for base in self.bases()}
        return list({path.parent for path in self.names("base").values()} - whole)

    def names(self, folder: str, pattern: str = "*") -> dict[str, Path | Thing]:
        """The files in a folder and below it, by their names from there on."""
        home = self / folder
        start = len(str(home)) + 1
        return {str(path)[start:]: path for path in home.rglob(pattern) if not path.is_dir()}

    def wal(self) -> dict[str, Path | Thing]:
        """Each file of the write-ahead log by PostgreSQL’s name for it."""
        return {
            name.split(".age")[0].rsplit(".", 1)[0]: path for name, path in self.names("wal", "*.age").items()
        }

    def put_text(self, folder: str, name: str, text: str) -> None:
        """A small file that is no secret: JSON of times, counts, checksums."""
        write(self / folder / name, text)

    def newest_erasures(self) -> Path | Thing | None:
        there = self.names("erasures", "*.age")
        return there[max(there)] if there else None


def write(place: Path | Thing, text: str) -> None:
    """What is no secret, such as the mark: whole there, or not there at all."""
    place.write_text(text) if isinstance(place, Thing) else write_private(place, text)


def remove(places: Iterable[Path | Thing]) -> int:
    """Deletes files, and folders with what is in them: the manifest first, so that no half is ever taken for a whole
    backup. How many went; a storage that keeps what it was given may."""
    gone = 0
    for place in places:
        try:
            if isinstance(place, Path):
                (place / MANIFEST).unlink(missing_ok=True) if place.is_dir() else None
                shutil.rmtree(place) if place.is_dir() else place.unlink()
            else:
                within = sorted(place.rglob("*"), key=lambda thing: thing.name != MANIFEST)
                bucket.remove([*within, place])
        except bucket.Denied as kept:
            say(f"{kept.what} It stays: WAYMARK_BACKUP_PRUNE=0 says that the storage deletes.")
            break
        gone += 1
    return gone


def stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime(FORM)


def segment_number(name: str) -> str:
    """Where a file of the log stands in it, whatever its timeline."""
    return name[8:24]


def prune(depot: Depot, terms: Terms, now: datetime) -> list[Path | Thing]:
    """Deletes what is over: whole backups after `keep_days`, the log between them after `exact_days`. The newest two
    whole backups stay whatever their age. Returns what went."""
    bases = depot.bases()
    over = [base for base in bases[:-2] if base.at < now - timedelta(days=terms.keep_days)]
    kept = [base for base in bases if base not in over]
    if not kept or not terms.prune:
        return []
    gone = [base.path for base in over]
    exact = [base for base in kept if base.at >= now - timedelta(days=terms.exact_days)] or kept[-1:]
    from_here = min(segment_number(base.first_segment) for base in exact)
    needed = [(segment_number(base.first_segment), segment_number(base.last_segment)) for base in kept]
    for name, path in depot.wal().items():
        number = segment_number(name)
        if name.endswith(".history") or number >= from_here:
            continue
        if not any(first <= number <= last for first, last in needed):
            gone.append(path)
    erasures = depot.names("erasures", "*.age")
    gone += [erasures[name] for name in sorted(erasures)[:-30]]
    return gone[: remove(gone)]
