"""States of a Channel case, and the only moves between them, as the law and the duty guidance have them.

What the panel decides moves it by `channel.decisions`; consent, support and the end of support by the rooms above.
"""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from waymark.foundation.kernel.transitions import Move, StateTable
from waymark.pathway.referrals.permissions import Permission as Referrals

from .permissions import Permission as P


class CaseState(StrEnum):
    AWAITING_FIRST_PANEL = "awaiting_first_panel"
    DEFERRED = "deferred"
    NOT_ADOPTED = "not_adopted"
    CONSENT_PENDING = "consent_pending"
    CONSENT_REFUSED = "consent_refused"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    CONSENT_LAPSED = "consent_lapsed"
    ACTIVE = "active"
    PAUSED = "paused"
    ENDING = "ending"
    AFTER_EXIT = "after_exit"
    AFTER_SIX_MONTHS = "after_six_months"
    LOOKED_AT_LONGER = "looked_at_longer"
    CLOSED = "closed"
    POLICE_LED = "police_led"
    ENDED_BEFORE_PANEL = "ended_before_panel"
    TRANSFERRED = "transferred"


C = CaseState
# Adopted: the panel answers for support, or for the want of it.
WITHOUT_CONSENT = frozenset({C.CONSENT_REFUSED, C.CONSENT_WITHDRAWN, C.CONSENT_LAPSED})
ADOPTED = WITHOUT_CONSENT | {C.CONSENT_PENDING, C.ACTIVE, C.PAUSED, C.ENDING}
# Support has ended; the panel looks back after 6 and 12 months.
LOOKED_BACK_ON = frozenset({C.AFTER_EXIT, C.AFTER_SIX_MONTHS, C.LOOKED_AT_LONGER})
# Waiting for the panel to decide whether to adopt it.
BEFORE_PANEL = frozenset({C.AWAITING_FIRST_PANEL, C.DEFERRED})
# The panel has it: the referral stands under section 36 as long as this.
WITH_PANEL = BEFORE_PANEL | ADOPTED | LOOKED_BACK_ON
# Over, unless the police refer the person anew.
ENDED = frozenset({C.ENDED_BEFORE_PANEL, C.NOT_ADOPTED, C.CLOSED, C.TRANSFERRED})


def _each(name: str, sources: frozenset[CaseState], target: CaseState, *rest: object) -> tuple[Move, ...]:
    return tuple(Move(name, source, target, *rest) for source in sorted(sources))  # type: ignore[arg-type]


CASES = StateTable(
    name="Channel case",
    states=CaseState,
    first=C.AWAITING_FIRST_PANEL,
    final=frozenset({C.CLOSED, C.TRANSFERRED}),
    moves=(
        # The panel, by section 37(6).
        *_each("adopt", BEFORE_PANEL, C.CONSENT_PENDING, P.DECIDE, _("Adopted"), ("decision",)),
        *_each("not-adopt", BEFORE_PANEL, C.NOT_ADOPTED, P.DECIDE,
             _("Not adopted"), ("decision", "health-or-social-care")),
        Move("defer", C.AWAITING_FIRST_PANEL, C.DEFERRED, P.DECIDE, _("Deferred"), ("decision", "what-is-missing")),
        # Entered wrongly: the panel decided something else. Only a correcting entry, which then moves it on.
        *_each("enter-anew", frozenset({C.CONSENT_PENDING, C.NOT_ADOPTED, C.DEFERRED}), C.AWAITING_FIRST_PANEL,
             P.DECIDE, _("Entered wrongly"), ("correction",)),
        # Consent, by section 36(4)(b) and (e).
        *_each("consent", WITHOUT_CONSENT | {C.CONSENT_PENDING}, C.ACTIVE, P.CONSENT, _("Consent given"), ("consent",)),
        # From where support was given: the answer was written down wrongly as given, and a correction says so.
        *_each("refuse", frozenset({C.CONSENT_PENDING, C.CONSENT_LAPSED, C.ACTIVE, C.PAUSED, C.ENDING}),
               C.CONSENT_REFUSED, P.CONSENT, _("Consent refused or not obtained"), ("reassess-on",)),
        *_each("withdraw", frozenset({C.ACTIVE, C.PAUSED, C.ENDING, C.CONSENT_LAPSED}), C.CONSENT_WITHDRAWN, P.CONSENT,
               _("Consent withdrawn"), ("reassess-on",)),
        # Its last day has come, or the 18th birthday: nobody took it back, and it is asked again. Paused, or with its
        # end proposed, the case stays where it is: it goes on only with a consent.
        Move("lapse", C.ACTIVE, C.CONSENT_LAPSED, P.CONSENT, _("Consent has ended"), ("last-day",)),
        # In custody, under investigation: support stops, and the case stays with the panel.
        Move("pause", C.ACTIVE, C.PAUSED, P.LEAD, _("Support paused"), ("reason",)),
        Move("go-on", C.PAUSED, C.ACTIVE, P.LEAD, _("Support goes on"), ("reason",)),
        # The end of support, and the look back.
        *_each("propose-exit", WITHOUT_CONSENT | {C.ACTIVE, C.PAUSED}, C.ENDING, P.DECIDE,
               _("The end of support proposed"), ("decision",)),
        # Not signed: the case goes back to where it was, so that no support goes on without consent or out of a pause.
        Move("keep-on", C.ENDING, C.ACTIVE, P.EXIT, _("The end of support not signed"), ("reason", "consent")),
        *(
            Move(name, C.ENDING, target, P.EXIT, _("The end of support not signed"), ("reason",))
            for name, target in (("keep-paused", C.PAUSED), ("keep-refused", C.CONSENT_REFUSED),
                                 ("keep-withdrawn", C.CONSENT_WITHDRAWN), ("keep-lapsed", C.CONSENT_LAPSED))
        ),
        Move("exit", C.ENDING, C.AFTER_EXIT, P.EXIT,
             _("Support ended"), ("closing-report", "assessment", "sign-off")),
        Move("review-6", C.AFTER_EXIT, C.AFTER_SIX_MONTHS, P.REVIEW, _("Reviewed after 6 months"), ("review",)),
        Move("review-12", C.AFTER_SIX_MONTHS, C.CLOSED, P.REVIEW,
             _("Reviewed after 12 months, and closed"), ("review",)),
        Move("look-longer", C.AFTER_SIX_MONTHS, C.LOOKED_AT_LONGER, P.REVIEW,
             _("Looked at for longer"), ("review", "reason")),
        Move("close", C.LOOKED_AT_LONGER, C.CLOSED, P.REVIEW, _("Closed after the last review"), ("review",)),
        *_each("reopen", LOOKED_BACK_ON, C.AWAITING_FIRST_PANEL, P.REVIEW, _("Reopened"), ("reason",)),
        # To another authority, which has accepted it.
        *_each("transfer", WITH_PANEL, C.TRANSFERRED, P.TRANSFER, _("Transferred"), ("acceptance",)),
        # The police: at any time before support has ended.
        *_each("hold", BEFORE_PANEL | ADOPTED, C.POLICE_LED, Referrals.POLICE_DECIDE,
             _("Kept with the police"), ("grounds",)),
        Move("again", C.POLICE_LED, C.AWAITING_FIRST_PANEL, Referrals.POLICE_DECIDE,
             _("Referred again"), ("section-36",)),
        Move("end", C.POLICE_LED, C.ENDED_BEFORE_PANEL, Referrals.TRIAGE,
             _("Ended while with the police"), ("reason",)),
        *_each("anew", frozenset({C.ENDED_BEFORE_PANEL, C.NOT_ADOPTED}), C.AWAITING_FIRST_PANEL,
             Referrals.POLICE_DECIDE, _("Referred anew"), ("section-36",)),
    ),
)  # fmt: skip
