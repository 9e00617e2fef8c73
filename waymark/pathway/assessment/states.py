"""States of a police assessment, and the only moves between them."""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from waymark.foundation.kernel.transitions import Move, StateTable
from waymark.pathway.referrals.permissions import Permission as P


class AssessmentState(StrEnum):
    DECONFLICTION = "deconfliction"
    ASSESSING = "assessing"
    CLOSING = "closing"
    HELD = "held"
    REFERRED = "referred"
    CLOSED = "closed"
    GIVEN_BACK = "given_back"


A = AssessmentState
CLOCK = "referrals.police-assessment"
# Over: the next time the referral comes to the police, another assessment begins.
ENDED = frozenset({A.CLOSED, A.GIVEN_BACK})
CLOSING_EVIDENCE = (
    "de-confliction", "concerns-marked", "requests-answered", "taken-together", "grounds", "destination",
)  # fmt: skip

ASSESSMENTS = StateTable(
    name="police assessment",
    states=AssessmentState,
    first=A.DECONFLICTION,
    final=ENDED,
    moves=(
        Move(
            "checked",
            A.DECONFLICTION,
            A.ASSESSING,
            P.POLICE_DECIDE,
            _("Record the result of de-confliction"),
            ("de-confliction",),
            clock=CLOCK,
        ),
        Move(
            "refer",
            A.ASSESSING,
            A.REFERRED,
            P.POLICE_DECIDE,
            _("Refer under section 36"),
            ("de-confliction-clear", "assessment", "taken-together", "grounds"),
        ),
        # The authority may refer as well, also while the police propose to close: the law asks neither for the other.
        Move(
            "refer",
            A.CLOSING,
            A.REFERRED,
            P.DECIDE,
            _("Refer under section 36"),
            ("de-confliction-clear", "assessment", "taken-together", "grounds"),
        ),
        Move(
            "propose",
            A.ASSESSING,
            A.CLOSING,
            P.POLICE_DECIDE,
            _("Ask a second person to approve the closure"),
            CLOSING_EVIDENCE,
            clock="assessment.second-person",
        ),
        Move("not-approved", A.CLOSING, A.ASSESSING, P.POLICE_APPROVE, _("Send back"), ("reason",), clock=CLOCK),
        Move("close", A.CLOSING, A.CLOSED, P.POLICE_APPROVE, _("Approve the closure"), (*CLOSING_EVIDENCE, "reason")),
        *(
            Move("hold", source, A.HELD, P.POLICE_DECIDE, _("Keep with the police"), ("grounds",))
            for source in (A.ASSESSING, A.REFERRED)
        ),
        Move("again", A.HELD, A.ASSESSING, P.POLICE_DECIDE, _("Take the assessment up again"), clock=CLOCK),
        *(
            Move("give-back", source, A.GIVEN_BACK, P.TRIAGE, _("Bring back to triage"), ("reason",))
            for source in (A.DECONFLICTION, A.ASSESSING, A.HELD)
        ),
    ),
)  # fmt: skip
