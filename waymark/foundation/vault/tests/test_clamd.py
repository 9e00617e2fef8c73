"""The virus checker: the real one, and every way in which it can fail to answer."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from waymark.foundation.vault import clamd as asked

from .files import EICAR, WHOLE, docx, packed


def test_clean_files_are_clean(clamd):
    for content in WHOLE.values():
        answer = asked.look_at([content])
        assert answer.found == "" and answer.by.startswith("ClamAV ")


@pytest.mark.parametrize(
    "content",
    [
        EICAR,
        packed({"eicar.com": EICAR}),
        docx(**{"word/a.xml": EICAR}),
        packed({"a.zip": packed({"b": EICAR})}),
    ],
    ids=["plain", "in a zip", "in a Word file", "in a zip in a zip"],
)
def test_the_test_virus_is_found(clamd, content):
    assert "EICAR" in asked.look_at([content]).found


def test_it_may_come_in_any_pieces(clamd):
    assert "EICAR" in asked.look_at(EICAR[place : place + 1] for place in range(len(EICAR))).found
    assert asked.look_at([b"", b"nothing", b""]).found == ""


def test_nobody_there_is_no_answer(settings, tmp_path):
    settings.WAYMARK_CLAMD = str(tmp_path / "nothing.ctl")
    assert not asked.is_there()
    with pytest.raises(asked.Unanswered):
        asked.look_at([b"content"])
    settings.WAYMARK_CLAMD = ""
    with pytest.raises(asked.Unanswered):
        asked.look_at([b"content"])


@contextmanager
def somebody(place: Path, answers: Callable[[socket.socket], None]) -> Iterator[None]:
    """A listener that is not ClamAV."""
    with socket.socket(socket.AF_UNIX) as listens:
        listens.bind(str(place))
        listens.listen()

        def serve() -> None:
            try:
                link, _address = listens.accept()
                with link:
                    link.settimeout(3)
                    answers(link)
            except OSError:
                return

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield
        thread.join(4)


@pytest.mark.parametrize(
    "said",
    [b"", b"\0", b"stream: OK", b"OK\0", b"stream: INSTREAM size limit exceeded. ERROR\0", b"stream: NOT OK\0",
     b"x" * 9000 + b"\0", b"\xff\xfe\0"],
)  # fmt: skip
def test_anything_but_a_clear_word_is_none(settings, tmp_path, said):
    settings.WAYMARK_CLAMD = str(tmp_path / "c")

    def answers(link: socket.socket) -> None:
        while not link.recv(65536).endswith(b"\0\0\0\0"):
            pass
        link.sendall(said)

    with somebody(tmp_path / "c", answers), pytest.raises(asked.Unanswered):
        asked.look_at([b"content"])


def test_one_that_hangs_is_no_answer(settings, tmp_path, monkeypatch):
    settings.WAYMARK_CLAMD = str(tmp_path / "c")
    monkeypatch.setattr(asked, "ANSWER_SECONDS", 0.3)
    held = threading.Event()
    with somebody(tmp_path / "c", lambda link: held.wait(2)), pytest.raises(asked.Unanswered):
        asked.look_at([b"content"])
    held.set()


def test_it_is_asked_by_tcp_too(settings):
    with socket.create_server(("127.0.0.1", 0)) as listens:
        settings.WAYMARK_CLAMD = f"127.0.0.1:{listens.getsockname()[1]}"

        def serve() -> None:
            for said in (b"stream: OK\0", b"ClamAV of the tests\0"):
                link, _address = listens.accept()
                with link:
                    link.recv(65536)
                    link.sendall(said)

        threading.Thread(target=serve, daemon=True).start()
        assert asked.look_at([]) == asked.Answer("", "ClamAV of the tests")
