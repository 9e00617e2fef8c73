"""States of a Channel case, and the only moves between them. What the panel decides comes with the panel’s meetings."""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from waymark.foundation.kernel.transitions import Move, StateTable
from waymark.pathway.referrals.permissions import Permission as P


class CaseState(StrEnum):
    AWAITING_FIRST_PANEL = "awaiting_first_panel"
    POLICE_LED = "police_led"
    ENDED_BEFORE_PANEL = "ended_before_panel"


C = CaseState
# Over, until the police refer the person anew.
ENDED = frozenset({C.ENDED_BEFORE_PANEL})

CASES = StateTable(
    name="Channel case",
    states=CaseState,
    first=C.AWAITING_FIRST_PANEL,
    final=frozenset(),
    moves=(
        Move("hold", C.AWAITING_FIRST_PANEL, C.POLICE_LED, P.POLICE_DECIDE, _("Kept with the police"), ("grounds",)),
        Move("again", C.POLICE_LED, C.AWAITING_FIRST_PANEL, P.POLICE_DECIDE, _("Referred again"), ("section-36",)),
        Move("end", C.POLICE_LED, C.ENDED_BEFORE_PANEL, P.TRIAGE, _("Ended before a panel"), ("reason",)),
        Move(
            "anew", C.ENDED_BEFORE_PANEL, C.AWAITING_FIRST_PANEL, P.POLICE_DECIDE, _("Referred anew"), ("section-36",)
        ),
    ),
)  # fmt: skip
