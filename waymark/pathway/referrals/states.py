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
    SECTION_36 = "section_36"
    TAKEN_OVER = "taken_over"
    POLICE_LED = "police_led"
    POLICE_CLOSED = "police_closed"
    CHANNEL_ENDED = "channel_ended"
    ADVICE = "advice"
    NO_FURTHER_ACTION = "no_further_action"
    MISTAKEN = "mistaken"


R = ReferralState

CLOSED = frozenset(
    {R.REDIRECTED, R.ADVICE, R.NO_FURTHER_ACTION, R.MISTAKEN, R.POLICE_CLOSED, R.CHANNEL_ENDED}
)
# The police have it: the council’s triage works on nothing, and due times are theirs.
WITH_POLICE = frozenset({R.POLICE_ASSESSMENT, R.POLICE_LED})
# The council’s triage has it, and works on it.
WITH_TRIAGE = frozenset({R.RECEIVED, R.TRIAGE, R.CLOSING})
ASSESSED = ("de-confliction", "assessment", "grounds")
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
        *(
            Move("hand-back", source, R.TRIAGE, P.TRIAGE, _("Bring back to triage"), ("reason",))
            for source in (R.POLICE_ASSESSMENT, R.POLICE_LED)
        ),
        # What came of police assessment. The police can change it at any later time: suitability is not asked once.
        Move(
            "section-36",
            R.POLICE_ASSESSMENT,
            R.SECTION_36,
            P.POLICE_DECIDE,
            _("Refer under section 36"),
            ASSESSED,
        ),
        *(
            Move("police-led", source, R.POLICE_LED, P.POLICE_DECIDE, _("Keep with the police"), ("reason",))
            for source in (R.POLICE_ASSESSMENT, R.SECTION_36, R.TAKEN_OVER, R.CHANNEL_ENDED)
        ),
        # Its Channel case is over: not adopted, closed after its reviews, or with another authority.
        *(
            Move("channel-end", source, R.CHANNEL_ENDED, P.DECIDE, _("Channel case over"), ("case-over",))
            for source in (R.SECTION_36, R.TAKEN_OVER)
        ),
        # Its Channel case came from another authority: the panel here has it from the first day.
        Move(
            "taken-over",
            R.RECEIVED,
            R.TAKEN_OVER,
            P.DECIDE,
            _("Taken over from another authority"),
            ("acceptance",),
        ),
        Move(
            "taken-over", R.CHANNEL_ENDED, R.TAKEN_OVER, P.DECIDE, _("Channel case goes on"), ("correction",)
        ),
        Move(
            "channel-again",
            R.CHANNEL_ENDED,
            R.SECTION_36,
            P.DECIDE,
            _("Channel case goes on"),
            ("correction",),
        ),
        Move(
            "police-again",
            R.POLICE_LED,
            R.POLICE_ASSESSMENT,
            P.POLICE_DECIDE,
            _("Take the assessment up again"),
            clock="referrals.police-assessment",
        ),
        Move(
            "police-close",
            R.POLICE_ASSESSMENT,
            R.POLICE_CLOSED,
            P.POLICE_APPROVE,
            _("Close at police assessment"),
            ("concerns-marked", "requests-answered", "reason", "destination", "second-person"),
        ),
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
            for source in (R.REDIRECTED, R.ADVICE, R.NO_FURTHER_ACTION, R.POLICE_CLOSED)
        ),
    ),
)
