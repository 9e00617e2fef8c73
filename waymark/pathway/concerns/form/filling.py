"""The state of a draft: which pages are answered, what is missing. Reads answers, knows no database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from .asking import Page, Version, is_answered


class Status(StrEnum):
    NOT_STARTED = "not-started"
    STARTED = "started"
    DONE = "done"


@dataclass(frozen=True)
class Filled:
    """Answers of the pages that are whole, and what was typed on the others. Both by page."""

    version: Version
    answers: Mapping[str, Any]
    typed: Mapping[str, Any]

    def status(self, section: str) -> Status:
        pages = list(self.version.asked(self.answers, section))
        if all(self.is_done(page) for page in pages):
            return Status.DONE
        touched = any(page.code in self.answers or page.code in self.typed for page in pages)
        return Status.STARTED if touched else Status.NOT_STARTED

    def is_done(self, page: Page) -> bool:
        return is_answered(page, self.answers) and page.code not in self.typed

    def missing(self) -> list[Page]:
        """Pages that apply and are not answered, in order."""
        return [page for page in self.version.asked(self.answers) if not self.is_done(page)]

    def first_page(self, section: str) -> Page:
        """Where to go on in a section: its first page that is not answered, or its first."""
        pages = list(self.version.asked(self.answers, section))
        return next((page for page in pages if not self.is_done(page)), pages[0])

    def only_asked(self) -> dict[str, Any]:
        """The answers of pages that apply: what was asked because of an answer changed since is left out."""
        return {
            page.code: self.answers[page.code]
            for page in self.version.asked(self.answers)
            if page.code in self.answers
        }
