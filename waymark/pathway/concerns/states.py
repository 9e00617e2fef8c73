"""States of a draft, and the only moves between them."""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from waymark.foundation.kernel.transitions import Move, StateTable

from .permissions import Permission as P


class DraftState(StrEnum):
    WRITING = "writing"
    WITH_DSL = "with_dsl"
    RETURNED = "returned"
    SENT = "sent"
    NOT_SENT = "not_sent"


D = DraftState

DRAFTS = StateTable(
    name="draft",
    states=DraftState,
    first=D.WRITING,
    final=frozenset({D.SENT, D.NOT_SENT}),
    moves=(
        Move(
            "ask-approval",
            D.WRITING,
            D.WITH_DSL,
            P.REFER,
            _("Send to your safeguarding lead"),
            message="concerns.draft-waiting",
        ),
        Move(
            "ask-approval",
            D.RETURNED,
            D.WITH_DSL,
            P.REFER,
            _("Send to your safeguarding lead"),
            message="concerns.draft-waiting",
        ),
        Move("send", D.WRITING, D.SENT, P.APPROVE, _("Send the referral"), message="concerns.received"),
        Move("send", D.RETURNED, D.SENT, P.APPROVE, _("Send the referral"), message="concerns.received"),
        Move("send", D.WITH_DSL, D.SENT, P.APPROVE, _("Send the referral"), message="concerns.received"),
        Move(
            "return",
            D.WITH_DSL,
            D.RETURNED,
            P.APPROVE,
            _("Give back with a note"),
            message="concerns.draft-returned",
        ),
        Move("keep-back", D.WITH_DSL, D.NOT_SENT, P.APPROVE, _("Decide not to send"), ("reason",)),
    ),
)
