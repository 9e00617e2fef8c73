"""Which files are taken, and the sentences for those that are not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from waymark.foundation.kernel.text import BIDI

# Ending as typed, kind as kept.
ENDINGS = {
    "pdf": "pdf", "docx": "docx", "xlsx": "xlsx", "jpg": "jpg", "jpeg": "jpg", "png": "png", "txt": "txt",
}  # fmt: skip
TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "jpg": "image/jpeg",
    "png": "image/png",
    "txt": "text/plain; charset=utf-8",
}
LONGEST_NAME = 120
NAMELESS = "document"
WORDS: dict[str, Any] = {
    "ending": _("The file must be a PDF, Word (docx), Excel (xlsx), JPG, PNG or text file"),
    "another-kind": _("The file is not what its name says it is. Save it again in the program it came from"),
    "empty": _("The file is empty"),
    "too-long": _("The file must be smaller than 20 MB"),
    "damaged": _("The file is damaged and cannot be read. Save it again in the program it came from"),
    "password": _("The file is protected with a password. Remove the password, then add it again"),
    "active": _("The file has macros or other parts that run by themselves. Save it as a PDF, then add that"),
    "carries": _("The file has other files inside it. Save it as a PDF, or add each file by itself"),
    "fetches": _(
        "The file fetches something from another place when it is opened. Save it as a PDF, then add that"
    ),
    "too-many-pixels": _("The picture is too large. Make it smaller than 40 million pixels"),
    "two-files": _("There is a second file hidden in the file. Save it again in the program it came from"),
    "leads-out": _("The file has parts that lead out of it. Save it again in the program it came from"),
    "bomb": _("The file unpacks to more than can be checked. Save it again in the program it came from"),
    "too-much": _("The file has too much in it to be checked. Split it, or save it as a PDF"),
    "not-text": _("The file has characters that are not text. Save it as plain text, then add it again"),
}


@dataclass(frozen=True)
class Taken:
    """Which kinds of file a record takes, how its page says so, and what it says of others."""

    kinds: frozenset[str]
    hint: Any
    wrong: Any


DOCUMENTS = Taken(
    frozenset(TYPES),
    _("A PDF, Word (docx), Excel (xlsx), JPG, PNG or text file, smaller than 20 MB."),
    WORDS["ending"],
)
PAPERS = Taken(
    frozenset({"pdf", "jpg", "png"}),
    _("A PDF, or a picture (JPG or PNG), smaller than 20 MB."),
    _("The file must be a PDF, JPG or PNG"),
)


def kind_of(name: str) -> str:
    """The kind that the ending of a file’s name says; "" when it is none that is taken."""
    _stem, dot, ending = name.rpartition(".")
    return ENDINGS.get(ending.strip().lower(), "") if dot else ""


def name_of(name: str, kind: str) -> str:
    """What to call the document: the last part of the name as sent, without marks that mislead, its ending its kind."""
    last = name.replace("\\", "/").rpartition("/")[2]
    stem = last.rpartition(".")[0]
    plain = "".join(char for char in stem if char.isprintable() and char not in BIDI).strip(" .")
    return f"{plain[: LONGEST_NAME - 6] or NAMELESS}.{kind}"
