"""Text as typed by people: what is refused, what is folded for comparison."""

from __future__ import annotations

import re
import unicodedata

# Marks that turn the reading direction can make one text show as another; zero-width joiners stay (names use them).
BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
LINE_ENDS = re.compile(r"\r\n?|\u2028|\u2029|\x85")
SPACES = re.compile(r"[^\S\n]+")


class Unclean(ValueError):
    """Text with characters that are refused. `code`: `control` (control characters, NUL) or `bidi`."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


def clean_line(text: str) -> str:
    """One line, NFC, runs of space folded to one, ends trimmed. Unclean for control characters or bidi marks."""
    return SPACES.sub(" ", _checked(text.replace("\t", " "), allow="")).strip()


def clean_words(text: str) -> str:
    """Several lines, NFC, line ends made one kind, ends trimmed. Unclean for control characters or bidi marks."""
    return _checked(LINE_ENDS.sub("\n", text), allow="\n\t").strip()


def _checked(text: str, *, allow: str) -> str:
    for char in text:
        if char in BIDI:
            raise Unclean("bidi")
        if char not in allow and unicodedata.category(char) in ("Cc", "Cs"):
            raise Unclean("control")
    return unicodedata.normalize("NFC", text)


# Letters that NFKD leaves whole though readers hold them for a plain letter with a mark.
_PLAIN = str.maketrans(
    {"ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"}
)


def fold(text: str) -> str:
    """For comparison only: lower case, accents and punctuation gone, words parted by one space.

    >>> fold("Siân O’Brien-Łukasz")
    'sian obrien lukasz'
    """
    # Folding case can undo the decomposition and the other way about, so both are done twice.
    plain = unicodedata.normalize(
        "NFKD", unicodedata.normalize("NFKD", text.casefold()).casefold()
    ).casefold()
    plain = "".join(c for c in plain.translate(_PLAIN) if not unicodedata.combining(c))
    plain = re.sub(r"[’'`ʻʼ]", "", plain)
    return " ".join(re.sub(r"[^\w]+|_", " ", plain).split())
