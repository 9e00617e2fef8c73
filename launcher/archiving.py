"""The write-ahead log on its way out: PostgreSQL copies each full file to `archive`, and from there it is sealed and
sent to the backups. So are stored documents and the keys of what was erased."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from launcher import sealed
from launcher.depot import Depot, Terms, remove, write
from launcher.folder import Folder, write_private
from launcher.trouble import Trouble

WAL_FILE = re.compile(r"[0-9A-F]{24}(\.[0-9A-F]{8}\.backup|\.partial)?|[0-9A-F]{8}\.history")
ON = "on"  # while this file lies in the archive, PostgreSQL copies into it
DOCUMENTS = "documents"
ERASURES = "erasures.json"
ROOTS = "roots/roots.jsonl"
ADDRESSED = 16  # letters of a checksum that stand in a file’s name


def settings(folder: Folder, seconds: int) -> dict[str, str]:
    """PostgreSQL’s own settings for it: a file is closed after so many seconds at the latest, if anything was written.

    A file that is there already, after a crash between copying and noting, must be the same one.
    """
    home = folder.archive_home()
    if any(sign in str(home) for sign in "'\"%\\$`"):
        raise Trouble(f"The data folder {folder.path} has a sign in its name that a shell would read.")
    there = f'"{home}/%f"'
    copy = f'cp "%p" {there}.part && sync {there}.part && mv {there}.part {there}'
    return {
        "archive_mode": "on",
        "archive_command": f'test ! -f "{home}/{ON}" || if test -f {there}; then cmp -s "%p" {there}; else {copy}; fi',
        "archive_timeout": str(seconds),
        "wal_keep_size": "256MB",  # so that a whole backup finds what was written while it was made
    }


def switch(folder: Folder, on: bool) -> None:
    """From now on PostgreSQL archives, or throws its finished log away as it did before."""
    mark = folder.archive_home() / ON
    mark.touch() if on else mark.unlink(missing_ok=True)


def waiting(folder: Folder) -> list[Path]:
    """Finished files of the log that have not been sent, oldest first."""
    return sorted(path for path in folder.archive_home().iterdir() if WAL_FILE.fullmatch(path.name))


def ship_log(folder: Folder, depot: Depot, terms: Terms) -> list[str]:
    """Sends each finished file, and removes it here once it lies there. Their names."""
    _bring_history(folder)
    there = depot.wal() if (left := waiting(folder)) else {}
    for path in left:
        content = path.read_bytes()
        digest = hashlib.sha256(content).hexdigest()[:ADDRESSED]
        known = there.get(path.name)
        if known is None:
            depot.see_room(len(content))
            sealed.seal(
                io.BytesIO(content), depot / "wal" / f"{path.name}.{digest}.age", terms.key, depot.see_room
            )
        elif known.name.split(".")[-2] != digest:
            raise Trouble(
                f"{known} is not what this database wrote under that name.",
                "Two services send to one folder, or it was altered. Give each a folder of its own.",
            )
        path.unlink()
    return [path.name for path in left]


def _bring_history(folder: Folder) -> None:
    """A restored database begins a new line of its log, while it archives nothing yet. Once it is served, where that
    line began goes out too: later restores follow it, and no two of them give a line the same number."""
    done = folder.health_file("lines")
    known = done.read_text(encoding="utf-8").split() if done.exists() else []
    new = [path for path in (folder.database_home() / "pg_wal").glob("*.history") if path.name not in known]
    for path in new:
        (folder.archive_home() / path.name).write_bytes(path.read_bytes())
    if new:
        write_private(done, "\n".join([*known, *(path.name for path in new)]))


def ship_documents(folder: Folder, depot: Depot, terms: Terms, sent: set[str]) -> int:
    """Sends each stored document once: they are never changed, only added and erased. How many. `sent` remembers."""
    count = 0
    for path, name in documents(folder):
        if name in sent:
            continue
        target = depot / DOCUMENTS / f"{name}.age"
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                with path.open("rb") as source:
                    depot.see_room(path.stat().st_size)
                    sealed.seal(source, target, terms.key, depot.see_room)
            except FileNotFoundError:  # erased in this moment
                continue
            count += 1
        sent.add(name)
    return count


def documents(folder: Folder) -> Iterator[tuple[Path, str]]:
    """Stored documents, and their names within the store. `.new` is one being written."""
    home = folder / DOCUMENTS
    for path in sorted(home.rglob("*")) if home.is_dir() else ():
        if path.is_file() and not path.is_symlink() and path.suffix != ".new":
            yield path, path.relative_to(home).as_posix()


def forget_documents(folder: Folder, depot: Depot, terms: Terms, now: datetime) -> int:
    """Removes sent documents that have been erased here for `exact_days`. How many. (They are unreadable at once: the
    key of an erased document is destroyed. The wait is for a folder that was lost and not erased.)"""
    note = depot / "documents-erased.json"
    since: dict[str, str] = json.loads(note.read_text(encoding="utf-8")) if note.exists() else {}
    there = {name.removesuffix(".age"): path for name, path in depot.names(DOCUMENTS, "*.age").items()}
    missing = there.keys() - {name for _path, name in documents(folder)}
    since = {name: since.get(name, now.isoformat()) for name in sorted(missing)}
    last = now - timedelta(days=terms.exact_days)
    over = [name for name, moment in since.items() if datetime.fromisoformat(moment) < last]
    gone = over[: remove(there[name] for name in over)] if terms.prune else []
    for name in gone:
        del since[name]
    write(note, json.dumps(since))
    return len(gone)


def ship_erasures(folder: Folder, depot: Depot, terms: Terms, moment: str, sent: set[str]) -> bool:
    """Keeps the keys of what was erased beside the backups, when there are new ones: a worker’s job wrote them here.
    `sent` remembers, so that the place is asked only then."""
    try:
        content = (folder / ERASURES).read_bytes()
    except FileNotFoundError:
        return False
    digest = hashlib.sha256(content).hexdigest()[:ADDRESSED]
    if f"{ERASURES} {digest}" in sent:
        return False
    newest = depot.newest_erasures()
    new = newest is None or newest.name.split(".")[-2] != digest
    if new:
        sealed.seal(io.BytesIO(content), depot / "erasures" / f"{moment}.{digest}.age", terms.key)
    sent.add(f"{ERASURES} {digest}")
    return new


def ship_roots(folder: Folder, depot: Depot, sent: set[str]) -> bool:
    """Copies new signed roots of the ledger, lines added to a file, from wherever they are kept. Raises Trouble for
    another history."""
    elsewhere = os.environ.get("WAYMARK_ROOTS")
    try:
        text = (Path(elsewhere) / Path(ROOTS).name if elsewhere else folder / ROOTS).read_bytes()
    except FileNotFoundError:
        return False
    mark = f"{ROOTS} {hashlib.sha256(text).hexdigest()}"
    if mark in sent:
        return False
    there = (depot / ROOTS).read_bytes() if (depot / ROOTS).exists() else b""
    if not text.startswith(there):
        raise Trouble(
            f"{depot / ROOTS} tells another history of the ledger than this folder does.",
            "Keep both files and verify each: ./run verify --roots FILE. See docs/operate/ledger.md.",
        )
    whole = text[: text.rfind(b"\n") + 1]
    new = len(whole) > len(there)
    if new:
        write(depot / ROOTS, whole.decode("ascii"))
    sent.add(mark)
    return new
