"""What was said of consent in a case, in a fixed number of queries."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from waymark.foundation.kernel.kept_sql import Belonging, Children
from waymark.pathway.channel.models import Case, CaseEvent, Kind

from .models import Consent, Objection, Outcome, Reassessed, Reassessment, Withdrawal


class Status(StrEnum):
    """Where the newest answer stands, whatever the day."""

    NOT_ASKED = "not_asked"
    NOT_GIVEN = "not_given"
    DISPUTED = "disputed"
    OVERRULED = "overruled"
    WITHDRAWN = "withdrawn"
    GIVEN = "given"


@dataclass
class Said:
    """Every entry, oldest first, and what holds now. An entry that was corrected is never the newest."""

    entries: list[Consent] = field(default_factory=list)
    newest: Consent | None = None
    objections: list[Objection] = field(default_factory=list)
    withdrawal: Withdrawal | None = None
    days: list[Reassessment] = field(default_factory=list)

    @property
    def waiting(self) -> Reassessment | None:
        """The day on which the panel looks again."""
        return next((row for row in reversed(self.days) if not hasattr(row, "outcome")), None)

    @property
    def reassessed(self) -> Reassessed | None:
        """What came of the last time it did."""
        done = [row.outcome for row in self.days if hasattr(row, "outcome")]
        return next((row for row in reversed(done) if row.outcome != Outcome.OVERTAKEN), None)

    @property
    def open_objection(self) -> Objection | None:
        return next((row for row in self.objections if not hasattr(row, "resolution")), None)

    @property
    def status(self) -> Status:
        """As `consent.standing` has it without a day; a test compares them."""
        if self.newest is None:
            return Status.NOT_ASKED
        if not self.newest.is_given:
            return Status.NOT_GIVEN
        if self.withdrawal is not None:
            return Status.WITHDRAWN
        if any(hasattr(row, "resolution") and not row.resolution.stands for row in self.objections):
            return Status.OVERRULED
        return Status.DISPUTED if self.open_objection else Status.GIVEN


def adoption(case: Case) -> CaseEvent | None:
    """The newest adoption by the panel: consent belongs to it."""
    return next((one for one in reversed(case.events.all()) if one.kind == Kind.ADOPTED), None)


_ENTRIES = Belonging(Consent, "case", "signed_by", "withdrawal__signed_by")
_OBJECTIONS = Children(Objection, "consent", "signed_by", "resolution__signed_by")
_DAYS = Belonging(Reassessment, "case", "signed_by", "outcome__signed_by")


def said(case: Case) -> Said:
    """Three queries."""
    rows = _ENTRIES(case)
    _OBJECTIONS(rows)
    newest = _newest(rows, adoption(case))
    chain = _chain(newest, rows)
    return Said(
        entries=rows,
        newest=newest,
        objections=[objection for row in chain for objection in row.objections.all()],
        withdrawal=next((row.withdrawal for row in chain if hasattr(row, "withdrawal")), None),
        days=_DAYS(case),
    )


def _newest(rows: list[Consent], held: CaseEvent | None) -> Consent | None:
    corrected = {row.corrects_id for row in rows}
    found = [row for row in rows if held and row.adoption_id == held.pk and row.pk not in corrected]
    return found[-1] if found else None


def _chain(newest: Consent | None, rows: list[Consent]) -> list[Consent]:
    by_key = {row.pk: row for row in rows}
    chain = []
    while newest is not None:
        chain.append(newest)
        newest = by_key[newest.corrects_id] if newest.corrects_id else None
    return chain
