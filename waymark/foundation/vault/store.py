"""Where sealed documents lie: files of random names in two hundred and fifty-six folders, for their owner only."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from django.conf import settings

# A file without a row is younger than this while its deed is still being done.
ORPHAN_SECONDS = 24 * 3600


def place_of(stored_as: UUID) -> Path:
    name = stored_as.hex
    return Path(settings.WAYMARK_DOCUMENTS) / name[:2] / name


def write(stored_as: UUID, pieces: Iterable[bytes]) -> None:
    """Writes a file whole and on the disk, or not at all. Raises OSError."""
    place = place_of(stored_as)
    place.parent.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    place.parent.mkdir(mode=0o700, exist_ok=True)
    unfinished = place.with_name(f"{place.name}.new")
    try:
        with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as out:
            for piece in pieces:
                out.write(piece)
            out.flush()
            os.fsync(out.fileno())
        unfinished.rename(place)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise


def remove(stored_as: UUID) -> None:
    place_of(stored_as).unlink(missing_ok=True)


def stored() -> Iterator[tuple[str, Path]]:
    """The name and place of every file, also of unfinished ones (with their ending)."""
    for folder in sorted(Path(settings.WAYMARK_DOCUMENTS).glob("[0-9a-f][0-9a-f]")):
        for place in sorted(folder.iterdir()):
            yield place.name, place


def sweep(wanted: set[str], now: float | None = None) -> int:
    """Removes files that no row names and that no deed can still be writing. How many."""
    gone = 0
    for name, place in stored():
        with suppress(FileNotFoundError):
            if name not in wanted and (now or time.time()) - place.stat().st_mtime > ORPHAN_SECONDS:
                place.unlink()
                gone += 1
    return gone
