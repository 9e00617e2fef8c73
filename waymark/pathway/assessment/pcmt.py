"""The references of the national record (PCMT), by file and by hand alone: a list to take away, and one to load.

This service is not the national record: nothing is sent there, and nothing fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision, refuse
from waymark.foundation.importing import kinds
from waymark.foundation.importing.kinds import Checked, Fault, Field, Importable
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.references import read_reference

from . import policies, queries
from .actions import checking
from .models import PoliceAssessment
from .models.assessment import REFERENCE

CODE = "pcmt"
FIELDS = (
    Field(
        "reference", gettext_lazy("Reference of the referral"), ("referral", "our reference"), required=True
    ),
    Field("pcmt", gettext_lazy("PCMT reference"), ("pcmt", "tracker", "their reference"), required=True),
)
ALL_TOGETHER = gettext_lazy("The list is of all authorities together.")
HEADINGS = ("Reference of the referral", "PCMT reference", "Sent to police", "State", "Ended")


def rows(found: Sequence[PoliceAssessment]) -> Iterator[tuple[Any, ...]]:
    """References, days and where each stands: nobody’s name, and nothing that was decided about anybody."""
    for one in found:
        ended = clock.uk_date(one.ended_at) if one.ended_at else None
        yield (
            one.referral.reference, one.pcmt_reference, clock.uk_date(one.started_at), str(one.state_name), ended,
        )  # fmt: skip


@dataclass(frozen=True)
class Known:
    """The newest assessment of each referral by its reference, and whose each PCMT reference is."""

    assessments: dict[str, PoliceAssessment]
    owners: dict[str, str]


def begin(actor: Actor, _authority_id: int, _about: str) -> Known:
    found = {one.referral.reference: one for one in queries.newest(actor)}
    return Known(found, {one.pcmt_reference: key for key, one in found.items() if one.pcmt_reference})


def check(known: Known, cells: Mapping[str, str]) -> Checked:
    """A row about a referral that the police have, with a reference that is nobody else’s."""
    (reference, assessment), pcmt = _referral(known, cells), _pcmt(known, cells)
    if assessment.pcmt_reference not in ("", pcmt):
        raise Fault(_("It has another PCMT reference already: change it on its page"), "pcmt")
    if known.owners.get(pcmt, reference) != reference:
        raise Fault(_("Another referral has this PCMT reference"), "pcmt")
    return Checked(reference, (assessment, pcmt), there=assessment.pcmt_reference == pcmt)


def _referral(known: Known, cells: Mapping[str, str]) -> tuple[str, PoliceAssessment]:
    reference = read_reference(kinds.line(cells, "reference")) or ""
    assessment = known.assessments.get(reference)
    if assessment is None:
        raise Fault(_("No referral with this reference is with the police"), "reference")
    return reference, assessment


def _pcmt(_known: Known, cells: Mapping[str, str]) -> str:
    pcmt = kinds.line(cells, "pcmt", most=30)
    if not re.fullmatch(REFERENCE, pcmt):
        raise Fault(_("Give the reference only: letters and figures, no words about it."), "pcmt")
    return pcmt


def take(
    *, by: Actor, at: datetime, authority_id: int, about: str, known: Known, rows: Sequence[Checked]
) -> int:
    for row in rows:
        assessment, pcmt = row.values
        checking.load_reference(by=by, at=at, assessment=assessment, pcmt_reference=pcmt)
    return len(rows)


def may(actor: Actor, authority_id: int, _about: str) -> Decision:
    """A list is of all that the police have, wherever it is: nobody chooses, and it is kept in one authority."""
    return (
        policies.keep_references(actor) if authority_id == min(actor.authority_ids) else refuse(ALL_TOGETHER)
    )


def declare() -> None:
    """Called in AppConfig.ready."""
    kinds.declare(
        Importable(
            code=CODE, title=gettext_lazy("PCMT references"),
            lead=gettext_lazy(
                "A file with a row for each referral: its reference here, and its reference in the PCMT. The PCMT is "
                "the national record, and this service is not: nothing is sent there, and nothing fetched."
            ),
            fields=FIELDS, may=may, begin=begin, check=check, take=take,
            page=lambda _about: reverse("assessment:list"), team="police",
            looks=(_referral, _pcmt),
        )
    )  # fmt: skip
