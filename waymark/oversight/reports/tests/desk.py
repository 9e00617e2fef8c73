"""Reports as the tests need them: a draft, a signed one."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.cast import Side
from waymark.oversight.reports.actions import releasing, writing
from waymark.oversight.reports.models import Kind, Release, Report

FIRST, LAST = date(2025, 4, 1), date(2026, 3, 31)


class Desk:
    """The reports of one side."""

    evidence: Report
    release: Release

    def __init__(self, side: Side) -> None:
        self.side = side

    def begun(self, who: str = "officer", **given: Any) -> Report:
        said = {"title": "Training in 2025 to 2026", "from_on": FIRST, "until_on": LAST} | given
        with self.side.acting(who) as by:
            return writing.begin(by=by, authority_id=self.side.authority.pk, **said)

    def written(self, report: Report, place: str = "held", who: str = "officer", **given: Any) -> Report:
        said = {
            "headline": "What we learned",
            "words": "Teachers asked for examples.\n\nWe gave them.",
        } | given
        with self.side.acting(who) as by:
            version = Report.objects.get(pk=report.pk).version
            return writing.write(by=by, report=report, version=version, place=place, **said)

    def signed(self, report: Report | None = None) -> Report:
        report = report or self.written(self.begun())
        with self.side.acting("lead") as by:
            return writing.sign(by=by, report=report, version=Report.objects.get(pk=report.pk).version)

    def corrected(self, report: Report, because: str = "A session was entered late.") -> Report:
        with self.side.acting("officer") as by:
            return writing.correct(by=by, report=report, because=because)

    def whole(self) -> Desk:
        """A draft, and a signed one; the evidence of a year with Channel figures, of which a release waits."""
        self.draft, self.is_signed = self.begun(title="The next report"), self.signed()
        self.evidence = self.begun("coordinator", kind=Kind.CHANNEL)
        with self.side.acting("lead") as by:
            writing.sign(by=by, report=self.evidence, version=self.evidence.version)
            said = {
                "recipient": "Home Office",
                "purpose": "The annual statement",
                "codes": ["channel.decided"],
            }
            self.release = releasing.ask(by=by, report=self.evidence, **said)
        return self
