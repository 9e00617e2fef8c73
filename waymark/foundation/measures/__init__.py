"""What can be counted: each part declares its measures, with a definition anybody can read.

Nothing here publishes: figures that leave the house go through disclosure control first. A measure counts records and
is about records; it must never say anything of one person.

    measures.declare(Measure("referrals.received", _("Referrals received"), _("..."), Unit.COUNT, _("..."), counts=...,
                             personal=True, drill_url_name="referrals:triage-queue"))
    measures.declare(of_rows("exits.ended", _("..."), _("..."), _("..."), Rows(find, line, {"reason": F("reason")})))
    measures.compute("referrals.received", Scope(authority_id, from_on, until_on, by=("month",)), actor)
"""

from typing import Any

from .of_rows import SPREAD, in_period, of_rows, waits
from .registry import MEASURES, Count, Line, Measure, Refused, Rows, Scope, Unit, declare, get
from .together import Grouped, MadeOf, once

__all__ = [
    "MEASURES", "SPREAD", "Count", "Grouped", "Line", "MadeOf", "Measure", "Refused", "Rows", "Scope", "Unit",
    "compute", "declare", "get", "in_period", "of_rows", "once", "waits",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    # Computing needs models, which are not there yet while Django imports this package.
    if name == "compute":
        from .computing import compute

        return compute
    raise AttributeError(name)
