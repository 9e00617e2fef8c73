"""Looking at a file that somebody sends: is it what its name says, and is there nothing active in it? And making it
anew without what it tells of whoever made it.

Each kind has `clean(content) -> bytes`, which raises Unacceptable with a code. It knows nothing of Django: it runs in
a process of its own (`apart.py`), with little memory and time, because those who send files may mean harm.
"""

from __future__ import annotations

from collections.abc import Callable

# Longest file that is taken.
MOST_BYTES = 20_000_000
# Public registers come packed or as they are, and are long.
REGISTER = "register"
LONGER = {REGISTER: 150_000_000}


class Unacceptable(Exception):
    """The file is not taken. `code` names the sentence that says why."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "pdf"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"RIFF", "riff"),
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"#!", "program"),
    (b"{\\rtf", "rtf"),
    (b"\xd0\xcf\x11\xe0", "ole"),
    (b"<", "markup"),
)
# What a file of each kind begins with.
BEGINS = {"pdf": "pdf", "png": "png", "jpg": "jpg", "docx": "zip", "xlsx": "zip", "txt": ""} | {
    "rows-xlsx": "zip", "rows-ods": "zip", "rows-csv": ""
}  # fmt: skip
# Words that a list may well begin with, and two letters that some pictures and programs do.
WORDS_TOO = {"rows-csv": {"bmp", "program", "markup"}}


def begins_as(content: bytes) -> str:
    """What the first bytes say the file is; "" when they say nothing."""
    head = (
        content[:64].lstrip(b"\xef\xbb\xbf \t\r\n") if not content.startswith((b"%PDF", b"PK")) else content
    )
    return next((kind for mark, kind in MAGIC if head.startswith(mark)), "")


def clean(kind: str, content: bytes) -> bytes:
    """The file made anew, if it may be taken. Raises Unacceptable."""
    if not content:
        raise Unacceptable("empty")
    if len(content) > LONGER.get(kind, MOST_BYTES):
        raise Unacceptable("too-long")
    begins = begins_as(content)
    if kind != REGISTER and begins != BEGINS[kind] and begins not in WORDS_TOO.get(kind, ()):
        raise Unacceptable("another-kind")
    return _cleaner(kind)(content)


def _cleaner(kind: str) -> Callable[[bytes], bytes]:
    # Each library is loaded only when a file of its kind comes.
    if kind == "pdf":
        from . import pdf

        return pdf.clean
    if kind in ("png", "jpg"):
        from . import pictures

        return pictures.png if kind == "png" else pictures.jpeg
    if kind in ("docx", "xlsx"):
        from . import office

        return office.word if kind == "docx" else office.sheet
    if kind == REGISTER:
        from . import register

        return register.clean
    if kind.startswith("rows-"):
        from . import rows

        return rows.of_csv if kind == "rows-csv" else rows.of_sheet
    from . import text

    return text.clean
