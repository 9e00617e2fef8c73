"""States of a case, as consent sees them. The table of moves is that of the case (`channel.states`)."""

from __future__ import annotations

from waymark.pathway.channel.states import CaseState

# Support is given, or would be but for a pause.
SUPPORTED = frozenset({CaseState.ACTIVE, CaseState.PAUSED, CaseState.ENDING})
# The panel looks again on the day that was set.
WITHOUT = frozenset({CaseState.CONSENT_REFUSED, CaseState.CONSENT_WITHDRAWN})
# Where it is asked again: before its last day, and after.
ASKED_AGAIN = SUPPORTED | {CaseState.CONSENT_LAPSED}
# Where a consent that stands moves the case on.
WAITS_FOR_IT = WITHOUT | {CaseState.CONSENT_PENDING, CaseState.CONSENT_LAPSED}
