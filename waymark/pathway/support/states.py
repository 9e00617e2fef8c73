"""States of an action of a support plan, and the only moves between them."""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from waymark.foundation.kernel.transitions import Move, StateTable
from waymark.pathway.channel.permissions import Permission as Channel

from .permissions import Permission as P


class ActionState(StrEnum):
    ASKED = "asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    UNDER_WAY = "under_way"
    STOPPED = "stopped"
    DONE = "done"
    CANCELLED = "cancelled"


A = ActionState
# Somebody still has to do something.
OPEN = frozenset({A.ASKED, A.ACCEPTED, A.UNDER_WAY, A.STOPPED})
# It answers the need that it was meant for.
ANSWERS = OPEN | {A.DONE}

ACTIONS = StateTable(
    name="Action of a support plan",
    states=ActionState,
    first=A.ASKED,
    final=frozenset({A.DECLINED, A.DONE, A.CANCELLED}),
    moves=(
        Move("accept", A.ASKED, A.ACCEPTED, P.GIVE, _("Taken on")),
        Move("decline", A.ASKED, A.DECLINED, P.GIVE, _("Not taken on"), ("reason",)),
        Move("give-back", A.ACCEPTED, A.DECLINED, P.GIVE, _("Given back"), ("reason",)),
        # By section 36(4)(b): only with a consent that covers it, of an approved plan.
        Move("start", A.ACCEPTED, A.UNDER_WAY, P.GIVE, _("Begun"), ("consent", "plan")),
        Move("start", A.STOPPED, A.UNDER_WAY, P.GIVE, _("Goes on"), ("consent", "plan")),
        Move("stop", A.UNDER_WAY, A.STOPPED, Channel.SUPPORT, _("Stopped")),
        Move("finish", A.UNDER_WAY, A.DONE, P.GIVE, _("Done"), ("update",)),
        Move("finish", A.STOPPED, A.DONE, P.GIVE, _("Done"), ("update",)),
        *(Move("cancel", state, A.CANCELLED, Channel.SUPPORT, _("Taken out of the plan"), ("reason",))
          for state in sorted(OPEN)),
    ),
)  # fmt: skip


class SessionState(StrEnum):
    PLANNED = "planned"
    HELD = "held"
    NOT_HELD = "not_held"


SESSIONS = StateTable(
    name="Session of support",
    states=SessionState,
    first=SessionState.PLANNED,
    final=frozenset({SessionState.HELD, SessionState.NOT_HELD}),
    moves=(
        Move("hold", SessionState.PLANNED, SessionState.HELD, P.GIVE, _("Held"), ("day", "length", "mode")),
        Move("miss", SessionState.PLANNED, SessionState.NOT_HELD, P.GIVE, _("Not held"), ("reason",)),
    ),
)


class RiskState(StrEnum):
    ASKED = "asked"
    OWNED = "owned"
    UNOWNED = "unowned"
    CLOSED = "closed"


K = RiskState
RISKS = StateTable(
    name="Risk that the panel weighs",
    states=RiskState,
    first=K.ASKED,
    moves=(
        Move("accept", K.ASKED, K.OWNED, P.GIVE, _("Taken on")),
        *(Move("decline", state, K.UNOWNED, P.GIVE, _("Not taken on, or given back"), ("reason",))
          for state in (K.ASKED, K.OWNED)),
        *(Move("hand", state, K.ASKED, Channel.SUPPORT, _("Somebody else asked"), ("reason",))
          for state in (K.OWNED, K.UNOWNED)),
        *(Move("close", state, K.CLOSED, Channel.SUPPORT, _("Closed"), ("reason",))
          for state in (K.ASKED, K.OWNED, K.UNOWNED)),
        Move("reopen", K.CLOSED, K.ASKED, Channel.SUPPORT, _("Open again"), ("reason",)),
        # The panel no longer has the case: whoever answered for it sees nothing of it any more.
        *(Move("let-go", state, K.UNOWNED, Channel.SUPPORT, _("The panel no longer has the case"))
          for state in (K.ASKED, K.OWNED)),
    ),
)  # fmt: skip
