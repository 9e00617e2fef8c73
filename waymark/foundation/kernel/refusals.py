"""Refusals: the named ways in which the house says no. Each carries a sentence for the person who asked."""

from __future__ import annotations

from typing import Any


class Refusal(Exception):
    """A deed that is not done. `sentence` says why and what to do; `field` names the form field it belongs to."""

    sentence: Any = ""

    def __init__(self, sentence: Any = "", *, field: str | None = None) -> None:
        if sentence:
            self.sentence = sentence
        self.field = field
        super().__init__(self.sentence)

    def __str__(self) -> str:
        return str(self.sentence)


class NotAllowed(Refusal):
    """This person may not do this (or not to this record). Shown as a sentence on a page of its own."""


class NotNow(Refusal):
    """Allowed in itself, not in the record's present state."""


class NotYours(Refusal):
    """Nothing of it may show: becomes a 404."""


class Stale(Refusal):
    """Somebody else changed the record since the page was opened."""


class Incomplete(Refusal):
    """Evidence that the deed needs is missing."""


class NeedsAnother(Refusal):
    """A second, different person has to do this."""
