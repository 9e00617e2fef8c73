"""Asks ClamAV’s daemon about a file, by a Unix socket or TCP (clamd(8), INSTREAM). Anything but a clear word is none.

`WAYMARK_CLAMD`: a path (`/run/clamav/clamd.ctl`) or `host:port`; empty: there is no virus checker.
"""

from __future__ import annotations

import os
import socket
import struct
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings

CONNECT_SECONDS = 5.0
ANSWER_SECONDS = 60.0
LONGEST_ANSWER = 4096


class Unanswered(Exception):
    """ClamAV was not reached, did not answer in time, or gave no clear answer. Nothing is known of the file."""


@dataclass(frozen=True)
class Answer:
    """`found` is what the harmful thing is called; empty when nothing was found. `by` is who said so."""

    found: str
    by: str


def is_there() -> bool:
    """Is a virus checker named at all? (A path where nothing lies is none.)"""
    where = settings.WAYMARK_CLAMD
    return bool(where) and (not where.startswith("/") or os.path.exists(where))


def look_at(pieces: Iterable[bytes]) -> Answer:
    """What ClamAV says of a file. Raises Unanswered."""
    said = _ask(b"zINSTREAM\0", pieces)
    by = version()
    if said == "stream: OK":
        return Answer("", by)
    if said.startswith("stream: ") and said.endswith(" FOUND"):
        return Answer(said.removeprefix("stream: ").removesuffix(" FOUND")[:100], by)
    raise Unanswered(said[:100])


def version() -> str:
    """ClamAV’s version, its signatures and their date; without official signatures only the version."""
    return _ask(b"zVERSION\0")[:120]


def _ask(command: bytes, pieces: Iterable[bytes] = ()) -> str:
    try:
        with _connected() as link:
            link.sendall(command)
            if command.startswith(b"zINSTREAM"):
                for piece in pieces:
                    if piece:
                        link.sendall(struct.pack("!I", len(piece)) + piece)
                link.sendall(struct.pack("!I", 0))
            return _answer(link)
    except OSError as problem:
        raise Unanswered(type(problem).__name__) from problem


def _connected() -> socket.socket:
    where = settings.WAYMARK_CLAMD
    if not where:
        raise Unanswered("no virus checker")
    if where.startswith("/"):
        link = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        link.settimeout(CONNECT_SECONDS)
        try:
            link.connect(where)
        except OSError:
            link.close()
            raise
    else:
        host, _, port = where.rpartition(":")
        link = socket.create_connection((host, int(port)), CONNECT_SECONDS)
    link.settimeout(ANSWER_SECONDS)
    return link


def _answer(link: socket.socket) -> str:
    said = b""
    while not said.endswith(b"\0"):
        more = link.recv(LONGEST_ANSWER)
        if not more or len(said) > LONGEST_ANSWER:
            raise Unanswered("cut off")
        said += more
    return said.rstrip(b"\0").decode("ascii", "replace").strip()
