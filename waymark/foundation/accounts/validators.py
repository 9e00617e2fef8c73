"""Passwords that are long but easy to guess. Django’s list of common ones has hardly any of 15 characters."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import Any

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

REPEATED = re.compile(r"(.{1,12}?)\1+.?", re.DOTALL)


class NotPredictable:
    """Refuses a common password with figures or signs about it, one thing repeated, and runs (12345…, abcde…).

    It asks for no kinds of characters: every password of 15 random ones passes, whatever they are.
    """

    def validate(self, password: str, user: Any = None) -> None:
        """Raise ValidationError when the password follows one of the patterns that guessing starts with."""
        plain = password.lower()
        stem = re.sub(r"[\W\d_]+", "", plain)
        if REPEATED.fullmatch(plain) or _runs(plain) or stem in _common():
            raise ValidationError(
                _("This password is easy to guess. Use three or more words that do not belong together."),
                code="password_predictable",
            )

    def get_help_text(self) -> str:
        """Return the rule as a sentence."""
        return _("Your password must not be a common one made longer.")


def _runs(text: str) -> bool:
    """Does most of it go up, down or along by one? 9 is followed by 0, as on the keyboard."""
    pairs = list(pairwise(text))
    steps = [1 for a, b in pairs if abs(ord(a) - ord(b)) <= 1 or {a, b} == {"9", "0"}]
    return bool(pairs) and len(steps) > len(pairs) * 0.6


@cache
def _common() -> frozenset[str]:
    return frozenset(CommonPasswordValidator().passwords)
