"""A bucket of a storage that speaks the S3 protocol, as a place for backups. The storage is trusted with nothing: it
gets what is sealed already, under names that say only what kind of thing and when.

A `Thing` is a name in the bucket. It answers to the few words of `pathlib.Path` that this package uses of a place.
docs/decisions/0056-backups-in-a-bucket.md says what was chosen.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import urlsplit

from launcher.trouble import Trouble

if TYPE_CHECKING:
    from obstore.store import S3Store

SCHEME = "s3://"
PIECE = 16 << 20  # a file goes out in pieces of this size; the protocol takes 10,000 of them
THIS_MACHINE = ("localhost", "127.0.0.1", "::1")
PATIENCE = timedelta(seconds=20)  # for a storage that does not answer; the keeper comes again in any case

# What the storage says (its code), and what that means. The first that is found in its answer is told.
MEANINGS = {
    "RequestTimeTooSkewed": "the clock of this machine is wrong, or the storage’s is: set it by NTP",
    "InvalidAccessKeyId": "it does not know the access key",
    "SignatureDoesNotMatch": "the secret does not fit the access key",
    "NoSuchBucket": "there is no such bucket",
    "AccessDenied": "the access key may not do that there",
    "403 Forbidden": "it refuses the access key, or what is asked with it",
    "InvalidCertificate": "its certificate is not one that this machine trusts (WAYMARK_BACKUP_CA)",
    "error sending request": "it does not answer",
}


class Denied(Trouble):
    """The storage answers, and lets this key not do that: such as to delete."""


@dataclass(frozen=True)
class Terms:
    """What the settings say of the bucket. Raises Trouble for what would go out unprotected."""

    place: str
    endpoint: str
    access: str = field(repr=False)
    secret: str = field(repr=False)
    region: str = "us-east-1"
    authority: str = ""

    def __post_init__(self) -> None:
        if not self.place.startswith(SCHEME) or not urlsplit(self.place).netloc:
            raise Trouble("A bucket is named so: s3://bucket or s3://bucket/folder.", f"Not: {self.place}")
        address = urlsplit(self.endpoint)
        if address.scheme not in ("https", "http") or not address.hostname:
            raise Trouble(
                "Nothing says where the storage is.",
                "Set WAYMARK_BACKUP_ENDPOINT, such as https://s3.example.org: docs/operate/backups.md",
            )
        if address.scheme == "http" and address.hostname not in THIS_MACHINE:
            raise Trouble(
                f"WAYMARK_BACKUP_ENDPOINT must begin with https://: {address.hostname} is another machine.",
                "Plain http is for a storage on this machine only.",
            )
        if not self.access or not self.secret:
            raise Trouble(
                "The storage’s access key or its secret is missing.",
                "Set WAYMARK_BACKUP_ACCESS_FILE and WAYMARK_BACKUP_SECRET_FILE: docs/operate/backups.md",
            )

    @classmethod
    def of_environment(cls, place: str = "") -> Terms | None:
        """None when backups do not go to a bucket. `place` is one named otherwise: what a restore reads from."""
        place = place or os.environ.get("WAYMARK_BACKUP_BUCKET", "")
        if not place:
            return None
        authority = os.environ.get("WAYMARK_BACKUP_CA", "")
        return cls(
            place=place,
            endpoint=os.environ.get("WAYMARK_BACKUP_ENDPOINT", ""),
            access=_said("WAYMARK_BACKUP_ACCESS"),
            secret=_said("WAYMARK_BACKUP_SECRET"),
            region=os.environ.get("WAYMARK_BACKUP_REGION") or cls.region,
            authority=_content(authority) if authority else "",
        )

    def thing(self) -> Thing:
        """The place itself. Nothing is asked of the storage yet."""
        try:
            from obstore.store import S3Store
        except ImportError as problem:
            raise Trouble(
                "The package that speaks to a bucket is not installed.",
                "Start with ./run, which fetches it, or: pip install --require-hashes -r requirements/bucket.txt",
            ) from problem
        named = urlsplit(self.place)
        told: dict[str, Any] = {"allow_http": self.endpoint.startswith("http://"), "timeout": "300s"}
        if self.authority:
            told["root_certificate"] = self.authority
        store = S3Store(
            named.netloc,
            endpoint=self.endpoint.rstrip("/"),
            region=self.region,
            access_key_id=self.access,
            secret_access_key=self.secret,
            virtual_hosted_style_request=False,
            checksum_algorithm="sha256",
            client_options=told,  # type: ignore[arg-type]
            retry_config={"max_retries": 5, "retry_timeout": PATIENCE},
        )
        return Thing(store, named.netloc, named.path.strip("/"))


def _said(name: str) -> str:
    """A setting, or the content of the file that `<name>_FILE` names."""
    file = os.environ.get(f"{name}_FILE", "")
    return _content(file).strip() if file else os.environ.get(name, "")


def _content(file: str) -> str:
    try:
        return Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise Trouble(f"{file} cannot be read.", str(problem)) from problem


@contextmanager
def told(what: str) -> Iterator[None]:
    """Says in a sentence what the storage refuses, or that it does not answer. What is not there: FileNotFoundError."""
    from obstore import exceptions

    try:
        yield
    except FileNotFoundError as problem:
        if "NoSuchBucket" in str(problem):
            raise Trouble(f"{what}: there is no such bucket.") from problem
        raise
    except (exceptions.BaseError, OSError) as problem:
        said = str(problem)
        meaning = next((meaning for code, meaning in MEANINGS.items() if code in said), said.splitlines()[0])
        kind = Denied if "AccessDenied" in said else Trouble
        raise kind(f"{what}: {meaning}.", said.split("\n\nDebug source")[0][:600]) from problem


@dataclass(frozen=True, order=True)
class Thing:
    """A name in a bucket: something stored, or what the names of several things begin with."""

    store: S3Store = field(compare=False, repr=False)
    bucket: str
    key: str

    def __str__(self) -> str:
        return f"{SCHEME}{self.bucket}/{self.key}"

    def __truediv__(self, name: str) -> Thing:
        return Thing(self.store, self.bucket, f"{self.key}/{name}".strip("/"))

    @property
    def name(self) -> str:
        return PurePosixPath(self.key).name

    @property
    def parent(self) -> Thing:
        return Thing(self.store, self.bucket, PurePosixPath(self.key).parent.as_posix().removeprefix("."))

    def answers(self) -> None:
        """Raises Trouble, with a reason, when the storage does not let this bucket be read. (To a question whether one
        thing is there it gives no reason.)"""
        any(self.rglob("*"))

    def is_dir(self) -> bool:
        return False  # there are no folders: nothing to be made before, and nothing to be left empty

    def mkdir(self, **_words: Any) -> None: ...

    def exists(self) -> bool:
        return self._size() is not None

    def _size(self) -> int | None:
        import obstore

        try:
            with told(str(self)):
                return obstore.head(self.store, self.key)["size"]
        except FileNotFoundError:
            return None

    def read_bytes(self) -> bytes:
        import obstore

        with told(str(self)):
            return bytes(obstore.get(self.store, self.key).bytes())

    def read_text(self, encoding: str) -> str:
        return self.read_bytes().decode(encoding)

    @contextmanager
    def open(self, _mode: Literal["rb"]) -> Iterator[Reader]:
        import obstore

        with told(str(self)):
            source = obstore.open_reader(self.store, self.key, buffer_size=1 << 20)
        yield Reader(source, str(self))

    def iterdir(self) -> Iterator[Thing]:
        return self.rglob("*")

    def rglob(self, pattern: str) -> Iterator[Thing]:
        """What is stored below this name, whose last part fits."""
        import obstore

        with told(f"{SCHEME}{self.bucket}"):
            for page in obstore.list(self.store, prefix=self.key or None):
                for each in page:
                    found = Thing(self.store, self.bucket, each["path"])
                    if fnmatchcase(found.name, pattern):
                        yield found

    def write_text(self, text: str) -> None:
        import obstore

        with told(str(self)):
            obstore.put(self.store, self.key, text.encode(), use_multipart=False)

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """Whole in the bucket, or not there: what is in pieces is put together only at the end, and then looked at."""
        import obstore
        from obstore import exceptions

        with told(str(self)):
            out = obstore.open_writer(self.store, self.key, buffer_size=PIECE, max_concurrency=2)
        writer = Writer(out, str(self))
        try:
            yield writer
        except BaseException:
            with suppress(exceptions.BaseError, OSError):  # it may be the storage that is gone
                out.__exit__(*sys.exc_info())  # which gives the pieces up
            raise
        with told(str(self)):
            out.close()
        if (there := self._size()) != writer.sent:
            raise Trouble(f"{self}: {writer.sent} bytes were sent, and {there} are there.")

    def unlink(self) -> None:
        remove([self])


@dataclass
class Reader:
    """Reads on, and says in a sentence when the storage stops giving."""

    source: Any
    what: str

    def read(self, size: int = -1) -> bytes:
        with told(self.what):
            return bytes(self.source.read(size))


@dataclass
class Writer:
    out: Any
    what: str
    sent: int = 0

    def write(self, data: bytes) -> int:
        with told(self.what):
            self.out.write(data)
        self.sent += len(data)
        return len(data)


def remove(things: Sequence[Thing]) -> None:
    """Deletes. Raises Denied when the storage keeps what it was given."""
    import obstore

    for thing in things:
        with told(f"{thing} is not deleted"):
            obstore.delete(thing.store, thing.key)
