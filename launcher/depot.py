"""The place backups are sent to: a folder on another machine’s disk, mounted here. Files in it are written once.

waymark-backups.json   the mark: whose backups these are (PostgreSQL’s system identifier)
base/<time>/           one whole backup: database.age, files.age, manifest.json; `.part` while it is being made
wal/                   the write-ahead log, file by file: <name>.<checksum>.age
documents/             each stored document, once
erasures/              keys of what was erased for good; the newest is what a restore repeats
roots/                 the signed roots of the ledger, copied as they are made
drills/                what restores from here have shown
"""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from launcher.folder import write_private
from launcher.trouble import Trouble

MARK = "waymark-backups.json"
FOLDERS = ("base", "wal", "documents", "erasures", "roots", "drills")
FORM = "%Y%m%dT%H%M%SZ"


@dataclass(frozen=True)
class Terms:
    """What the settings say of backups. Times are UTC."""

    folder: Path | None
    key: str
    keep_days: int = 90
    exact_days: int = 35
    at: str = "02:30"
    seconds: int = 240
    spare_bytes: int = 500_000_000
    prune: bool = True

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

    path: Path
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
    path: Path
    spare_bytes: int = 0

    def __truediv__(self, name: str) -> Path:
        return self.path / name

    def open(self, system: str, *, known: bool = False) -> None:
        """Makes the folders the first time. Raises Trouble when it is not there, or another service’s."""
        mark = self / MARK
        try:
            if not self.path.is_dir():
                raise Trouble(
                    f"The folder for backups {self.path} is not there.",
                    "Is it mounted? It is never made by itself, so that nothing is written beside the place meant.",
                )
            if mark.exists():
                whose = json.loads(mark.read_text(encoding="utf-8"))["system"]
                if whose != system:
                    raise Trouble(f"{self.path} holds the backups of another database.", "Name one for each.")
            elif known or any(self.path.iterdir()):
                raise Trouble(
                    f"{self.path} is not the folder that earlier backups went to, or has something else in it.",
                    "Is the right disk mounted? A new place for backups must be empty.",
                )
            for name in FOLDERS:
                (self / name).mkdir(exist_ok=True, mode=0o700)
            if not mark.exists():
                write_private(mark, json.dumps({"made_by": "waymark", "system": system}))
        except OSError as problem:
            raise Trouble(
                f"The folder for backups {self.path} cannot be written: {problem.strerror}."
            ) from problem

    def see_room(self, wanted: int = 0) -> None:
        """Raises Trouble rather than fill the disk: so much must stay free."""
        free = shutil.disk_usage(self.path).free
        if free < wanted + self.spare_bytes:
            raise Trouble(
                f"{self.path} has {free // 1_000_000} MB free; the backup needs {wanted // 1_000_000} MB "
                f"and leaves {self.spare_bytes // 1_000_000} MB.",
                "Make room there. Earlier backups are kept; nothing was deleted to make room.",
            )

    def bases(self) -> list[Base]:
        """The whole backups there are, oldest first."""
        found = []
        for path in sorted((self / "base").glob("*/manifest.json")):
            if not path.parent.name.endswith(".part"):
                found.append(Base(path.parent, json.loads(path.read_text(encoding="utf-8"))))
        return found

    def wal(self) -> dict[str, Path]:
        """Each file of the write-ahead log by PostgreSQL’s name for it."""
        return {path.name.split(".age")[0].rsplit(".", 1)[0]: path for path in (self / "wal").glob("*.age")}

    def put_text(self, folder: str, name: str, text: str) -> Path:
        """A small file that is no secret: JSON of times, counts, checksums, random keys."""
        path = self / folder / name
        write_private(path, text)
        return path

    def newest_erasures(self) -> Path | None:
        return max((self / "erasures").glob("*.json"), default=None, key=lambda path: path.name)


def stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime(FORM)


def segment_number(name: str) -> str:
    """Where a file of the log stands in it, whatever its timeline."""
    return name[8:24]


def prune(depot: Depot, terms: Terms, now: datetime) -> list[Path]:
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
    gone += sorted((depot / "erasures").glob("*.json"))[:-30]
    for path in gone:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    return gone
