"""Decisions of policies: yes, or no with a sentence for whoever asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from waymark.foundation.kernel.refusals import NotAllowed


@dataclass(frozen=True)
class Decision:
    allowed: bool
    sentence: Any = ""

    def __bool__(self) -> bool:
        return self.allowed

    def require(self) -> None:
        """NotAllowed, with the sentence, unless allowed."""
        if not self.allowed:
            raise NotAllowed(self.sentence)


def allow() -> Decision:
    return Decision(True)


def refuse(sentence: Any) -> Decision:
    return Decision(False, sentence)
