"""References people can read out: random, so they tell nothing and cannot be guessed or counted."""

from __future__ import annotations

import secrets
from enum import StrEnum, unique


@unique
class Letter(StrEnum):
    """What a reference begins with: the kind of thing it names, one for each kind in the whole service.

    Every letter that is not misheard is taken; a kind that comes now has two.
    """

    SUPPORT = "A"
    BOOKING = "B"
    CASE = "C"
    OWN_DATA = "D"
    ENQUIRY = "E"
    DEMAND = "F"
    BREAK_GLASS = "G"
    RESOURCE = "H"
    ISSUE = "J"
    CERTIFICATE = "K"
    MEETING = "M"
    PANEL = "N"
    PERSON = "P"
    QUESTION = "Q"
    REFERRAL = "R"
    REDIRECT = "S"
    TRAINING = "T"
    AWAITED = "V"
    COMPLAINT = "W"
    TRANSFER = "X"
    TRAINING_ASKED = "Y"
    PURGE = "Z"
    DECLARED = "DC"
    RISK = "RK"


# Crockford's base 32: no I, L, O or U, so that a reference read over the telephone is not misheard.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 9
LETTERS = frozenset(kind.value for kind in Letter)
_MISREAD = str.maketrans({"I": "1", "L": "1", "O": "0", "U": "V"})


def new_reference(kind: Letter) -> str:
    """A new reference such as `R-7K2M9-QXD4C`: 45 random bits and a check character.

    Uniqueness is the database's to enforce; two alike are not expected within a council's lifetime.
    """
    return reference_of(kind, secrets.randbits(5 * LENGTH))


def reference_of(kind: Letter, number: int) -> str:
    """The reference that stands for a number of 45 bits."""
    body = "".join(ALPHABET[number >> 5 * place & 31] for place in range(LENGTH))
    whole = body + _check(body)
    return f"{kind}-{whole[:5]}-{whole[5:]}"


def read_reference(text: str) -> str | None:
    """The canonical form of what somebody typed, or None when it cannot be a reference (a misread digit, say)."""
    prefix, _, rest = text.strip().upper().partition("-")
    body = rest.replace("-", "").replace(" ", "").translate(_MISREAD)
    if prefix not in LETTERS or len(body) != LENGTH + 1 or any(c not in ALPHABET for c in body):
        return None
    if _check(body[:-1]) != body[-1]:
        return None
    return f"{prefix}-{body[:5]}-{body[5:]}"


def _check(body: str) -> str:
    # Odd weights have an inverse modulo 32, so every single wrong character is found.
    total = sum((2 * place + 1) * ALPHABET.index(char) for place, char in enumerate(body))
    return ALPHABET[total % 32]
