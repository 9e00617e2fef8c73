"""Files of a backup: squeezed, then sealed to a public key in the age format, which any age tool opens.

The running host holds the public key only: whoever takes over the host can neither read nor alter unseen what it
has sent away. Streams throughout: nothing of a backup ever lies unsealed on a disk. See docs/decisions/0016-backups.md.
"""

from __future__ import annotations

import errno
import hashlib
import os
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Protocol

import pyrage

from launcher.bucket import Thing
from launcher.folder import write_private
from launcher.trouble import Trouble

CHUNK = 1 << 18
LOOK_EVERY = 16 << 20  # how much is written between two looks at the room left
GZIP = 31  # zlib’s own word for the gzip format


class Sink(Protocol):
    def write(self, data: bytes, /) -> Any: ...


@dataclass(frozen=True)
class Sealed:
    """One sealed file: its size and checksum as it lies there, and those of what is in it."""

    bytes: int
    sha256: str
    plain_bytes: int
    plain_sha256: str


class _Squeezing:
    """Reads `source`, gives it out squeezed, and measures what went in."""

    def __init__(self, source: IO[bytes]) -> None:
        self.source, self.squeeze = source, zlib.compressobj(6, zlib.DEFLATED, GZIP)
        self.bytes, self.digest = 0, hashlib.sha256()
        self.ready, self.ended = bytearray(), False

    def read(self, size: int = CHUNK) -> bytes:
        while len(self.ready) < size and not self.ended:
            data = self.source.read(CHUNK)
            self.bytes += len(data)
            self.digest.update(data)
            self.ready += self.squeeze.compress(data) if data else self.squeeze.flush()
            self.ended = not data
        given = bytes(self.ready[:size])
        del self.ready[:size]
        return given


class _Minding:
    """Keeps what went wrong in `write`: the library between us turns it into another error, and forgets that of the
    last write altogether (tried with pyrage 1.4)."""

    trouble: Exception | None = None

    def write(self, data: bytes) -> int:
        try:
            self.take(data)
        except Exception as trouble:
            self.trouble = trouble
            raise
        return len(data)

    def take(self, data: bytes) -> None:
        raise NotImplementedError

    def flush(self) -> None: ...

    def ran(self, deed: Callable[[], None]) -> None:
        """Does `deed`, which writes here; raises what went wrong in a write rather than what was made of it."""
        try:
            deed()
        except Exception:
            if self.trouble is None:
                raise
        if self.trouble is not None:
            raise self.trouble from None


class _Measuring(_Minding):
    """Writes to `out`, and measures what came out."""

    def __init__(self, out: Sink, see_room: Callable[[], None]) -> None:
        self.out, self.see_room = out, see_room
        self.bytes, self.digest, self.looked = 0, hashlib.sha256(), 0

    def take(self, data: bytes) -> None:
        self.bytes += len(data)
        self.digest.update(data)
        if self.bytes - self.looked > LOOK_EVERY:
            self.looked = self.bytes
            self.see_room()
        self.out.write(data)


class _Unsqueezing(_Minding):
    """Takes squeezed bytes, writes plain ones to `sink`."""

    def __init__(self, sink: Sink) -> None:
        self.sink, self.unsqueeze, self.digest = sink, zlib.decompressobj(GZIP), hashlib.sha256()

    def take(self, data: bytes) -> None:
        plain = self.unsqueeze.decompress(data)
        self.digest.update(plain)
        self.sink.write(plain)


class Sparse:
    """Leaves out what is zero: the rest of a log file that was closed early is, and there may be hundreds a day."""

    def __init__(self, out: IO[bytes]) -> None:
        self.out = out

    def write(self, data: bytes) -> int:
        if data.count(0) == len(data):
            self.out.seek(len(data), os.SEEK_CUR)
        else:
            self.out.write(data)
        return len(data)


def seal(
    source: IO[bytes], path: Path | Thing, recipient: str, see_room: Callable[[], None] = lambda: None
) -> Sealed:
    """Writes what `source` gives to `path`: whole and on the disk, or not there at all. OSError when it cannot."""
    reading, key = _Squeezing(source), recipient_of(recipient)
    with path.writing() if isinstance(path, Thing) else _whole(path) as out:
        writing = _Measuring(out, see_room)
        writing.ran(lambda: pyrage.encrypt_io(reading, writing, [key]))
    return Sealed(writing.bytes, writing.digest.hexdigest(), reading.bytes, reading.digest.hexdigest())


@contextmanager
def _whole(path: Path) -> Iterator[IO[bytes]]:
    """A file that has its name only once all of it is on the disk."""
    unfinished = path.with_name(f"{path.name}.part")
    try:
        with open(unfinished, "wb", opener=_private) as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        unfinished.rename(path)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    _settle(path.parent)


def unseal(path: Path | Thing, identity: pyrage.x25519.Identity, sink: Sink, plain_sha256: str = "") -> None:
    """Gives the contents of `path` to `sink`. Raises Trouble when it is another’s, was altered, or is not all there."""
    writing = _Unsqueezing(sink)
    try:
        with path.open("rb") as sealed:
            writing.ran(lambda: pyrage.decrypt_io(sealed, writing, [identity]))
    except BrokenPipeError:
        raise
    except (OSError, ValueError, zlib.error, pyrage.DecryptError) as problem:
        if isinstance(problem, OSError) and problem.errno == errno.ENOSPC:
            raise Trouble(
                "The disk that is restored to is full.", "Name a folder on a larger one."
            ) from problem
        raise Trouble(
            f"{path} cannot be opened: it is missing, altered or cut short, or sealed to another key ({problem}).",
            "Try an earlier backup, and find out how this one was altered.",
        ) from problem
    whole = writing.digest.hexdigest().startswith(plain_sha256)
    if not writing.unsqueeze.eof or not whole:
        raise Trouble(f"{path} is not what was put there: its checksum differs.", "Try an earlier backup.")


def _private(name: str, flags: int) -> int:
    return os.open(name, flags, 0o600)


def _settle(folder: Path) -> None:
    """The renaming itself must outlive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def new_identity(path: Path) -> str:
    """Makes a pair of keys: the secret one into `path`, which must not be there yet; returns the public one."""
    if path.exists():
        raise Trouble(f"{path} is there already.", "A key is never written over: name another file.")
    identity = pyrage.x25519.Identity.generate()
    public = str(identity.to_public())
    write_private(
        path, f"# Opens Waymark’s backups. Never keep it on the host that makes them.\n{identity}\n"
    )
    return public


def recipient_of(text: str) -> pyrage.x25519.Recipient:
    """The public key that `text` is. Raises Trouble when it is none."""
    try:
        return pyrage.x25519.Recipient.from_str(text.strip())
    except pyrage.RecipientError as problem:
        raise Trouble(
            "WAYMARK_BACKUP_KEY is not a public key of the age format.",
            "Make a pair with ./run backup-key FILE (or age-keygen), and set the word that begins with age1.",
        ) from problem


def identity_of(path: Path) -> pyrage.x25519.Identity:
    """The secret key in a file, as ./run backup-key and age-keygen write it."""
    try:
        lines = path.read_text(encoding="utf-8").split()
        return pyrage.x25519.Identity.from_str(
            next(word for word in lines if word.startswith("AGE-SECRET-KEY-1"))
        )
    except (OSError, StopIteration, pyrage.IdentityError) as problem:
        raise Trouble(f"There is no secret key in {path}.", "It begins with AGE-SECRET-KEY-1.") from problem
