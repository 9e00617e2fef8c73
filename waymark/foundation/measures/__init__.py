"""What can be counted: each part declares its measures, with a definition anybody can read.

Nothing here publishes: figures that leave the house go through disclosure control first. A measure counts records and
is about records; it must never say anything of one person.

    measures.declare(Measure("referrals.received", _("Referrals received"), _("..."), Unit.COUNT, _("..."), counts=...,
                             personal=True, drill_url_name="referrals:triage-queue"))
    measures.compute("referrals.received", Scope(authority_id, from_on, until_on, by=("month",)), actor)
"""

from typing import Any

from .registry import MEASURES, Count, Measure, Refused, Scope, Unit, declare, get

__all__ = ["MEASURES", "Count", "Measure", "Refused", "Scope", "Unit", "compute", "declare", "get"]


def __getattr__(name: str) -> Any:
    # Computing needs models, which are not there yet while Django imports this package.
    if name == "compute":
        from .computing import compute

        return compute
    raise AttributeError(name)
