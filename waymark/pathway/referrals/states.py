"""States of a referral, and the only moves between them."""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from waymark.foundation.kernel.transitions import Move, StateTable

from .permissions import Permission as P


class ReferralState(StrEnum):
    RECEIVED = "received"
    TRIAGE = "triage"
    CLOSING = "closing"
    POLICE_ASSESSMENT = "police_assessment"
    REDIRECTED = "redirected"
    ADVICE = "advice"
    NO_FURTHER_ACTION = "no_further_action"
    MISTAKEN = "mistaken"


R = ReferralState

CLOSED = frozenset({R.REDIRECTED, R.ADVICE, R.NO_FURTHER_ACTION, R.MISTAKEN})
CLOSING_EVIDENCE = ("seen-before", "concerns-marked", "requests-answered", "told", "reason", "referrer-note")

REFERRALS = StateTable(
    name="referral",
    states=ReferralState,
    first=R.RECEIVED,
    final=frozenset({R.MISTAKEN}),
    moves=(
        Move("take", R.RECEIVED, R.TRIAGE, P.TRIAGE, _("Take this referral"), clock="referrals.triage"),
        Move(
            "to-police",
            R.TRIAGE,
            R.POLICE_ASSESSMENT,
            P.DECIDE,
            _("Send to police assessment"),
            ("seen-before", "told", "reason"),
            clock="referrals.police-assessment",
        ),
        Move("hand-back", R.POLICE_ASSESSMENT, R.TRIAGE, P.TRIAGE, _("Bring back to triage"), ("reason",)),
        Move(
            "propose",
            R.TRIAGE,
            R.CLOSING,
            P.DECIDE,
            _("Ask a second person to approve"),
            CLOSING_EVIDENCE,
            clock="referrals.second-person",
        ),
        Move("not-approved", R.CLOSING, R.TRIAGE, P.APPROVE_CLOSURE, _("Send back to triage"), ("reason",)),
        *(
            Move(name, source, target, permission, label, CLOSING_EVIDENCE)
            for name, target, label in (
                ("redirect", R.REDIRECTED, _("Redirect to another service")),
                ("advise", R.ADVICE, _("Close with advice")),
                ("close", R.NO_FURTHER_ACTION, _("Close: no further action")),
                ("unfounded", R.MISTAKEN, _("Close: mistaken or unfounded")),
            )
            for source, permission in ((R.TRIAGE, P.DECIDE), (R.CLOSING, P.APPROVE_CLOSURE))
        ),
        *(
            Move("reopen", source, R.TRIAGE, P.ASSIGN, _("Reopen"), ("reason",))
            for source in (R.REDIRECTED, R.ADVICE, R.NO_FURTHER_ACTION)
        ),
    ),
)
