"""The master keys: outside the database, in a file of the data folder or in the environment. They wrap record keys.

The file is JSON: `{"current": "1", "keys": {"1": "<base64 of 32 bytes>"}, "retired": {}}`. The environment variable
WAYMARK_MASTER_KEYS, when set, is used instead: `2:<base64>,1:<base64>`, the current one first.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import os
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings

from waymark.foundation.kernel import sealing

MARK = b"waymark master key, said to know it again"


class NoMasterKey(RuntimeError):
    """There is no usable master key. The words are a sentence for whoever runs the service."""


@dataclass(frozen=True)
class Masters:
    """`keys` by version; `current` wraps what is new. `retired` ones still open what an old backup holds."""

    current: str
    keys: dict[str, bytes]
    retired: dict[str, bytes] = field(default_factory=dict)

    def key(self, version: str) -> bytes:
        """The key of a version. NoMasterKey when it is not among them."""
        for known in (self.keys, self.retired):
            if version in known:
                return known[version]
        raise NoMasterKey(
            f"The master key with the number {version} is missing. What it sealed cannot be read without it."
        )


def held() -> Masters:
    """The master keys as they are now. Raises NoMasterKey."""
    if settings.WAYMARK_MASTER_KEYS:
        return _from_words(settings.WAYMARK_MASTER_KEYS)
    return read(path())


def path() -> Path:
    return Path(settings.WAYMARK_MASTER_FILE)


def is_in_environment() -> bool:
    return bool(settings.WAYMARK_MASTER_KEYS)


def read(place: Path) -> Masters:
    """The keys of a file. NoMasterKey when it is not there, is open to others, or is not one of ours."""
    try:
        mode, text = place.stat().st_mode, place.read_text(encoding="ascii")
    except (OSError, UnicodeError) as problem:
        raise NoMasterKey(
            f"The master key file {place} cannot be read. Put back the copy that was kept: see docs/operate/keys.md."
        ) from problem
    if mode & 0o077:
        raise NoMasterKey(f"The master key file {place} is open to others. Say: chmod 600 {place}")
    try:
        said = json.loads(text)
        masters = Masters(
            str(said["current"]),
            {str(version): _decoded(key) for version, key in said["keys"].items()},
            {str(version): _decoded(key) for version, key in said.get("retired", {}).items()},
        )
        masters.keys[masters.current]
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise NoMasterKey(
            f"The master key file {place} is not whole. Put back the copy that was kept."
        ) from problem
    return masters


def write(masters: Masters, place: Path) -> None:
    """Writes the file whole, readable by its owner only, or leaves the old one as it was."""
    said = {
        "current": masters.current,
        "keys": {version: _encoded(key) for version, key in masters.keys.items()},
        "retired": {version: _encoded(key) for version, key in masters.retired.items()},
    }
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    unfinished = place.with_name(f"{place.name}.new")
    unfinished.unlink(missing_ok=True)
    with os.fdopen(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
        json.dump(said, out, indent=1)
        out.flush()
        os.fsync(out.fileno())
    unfinished.rename(place)


def known_by(key: bytes) -> bytes:
    """What the database keeps of a master key, to know it again: tells nothing of it."""
    return hmac.new(key, MARK, hashlib.sha256).digest()


def _from_words(words: str) -> Masters:
    keys: dict[str, bytes] = {}
    try:
        for word in words.split(","):
            version, _, key = word.strip().partition(":")
            if not version or version in keys:
                raise ValueError
            keys[version] = _decoded(key)
    except ValueError as problem:
        raise NoMasterKey(
            "WAYMARK_MASTER_KEYS is not right: it is number:key, the current one first, parted by commas."
        ) from problem
    return Masters(next(iter(keys)), keys)


def _decoded(text: str) -> bytes:
    try:
        key = base64.b64decode(text, validate=True)
    except binascii.Error as problem:
        raise ValueError("not base64") from problem
    if len(key) != sealing.KEY_BYTES:
        raise ValueError("not a key")
    return key


def _encoded(key: bytes) -> str:
    return base64.b64encode(key).decode("ascii")
