"""Work lists: what waits for whom, until when. A task is a sentence, a reference and a due time.

Must never hold: a name, a narrative, anything about the person. Who may open the record is the record’s affair.

    tasks.declare(Kind("referrals.triage", _("Triage a referral"), "referrals:triage", clock="referrals.triage"))
    tasks.declare_clock(ClockDefault("referrals.triage", _("Triage of a referral"), 5, Unit.WORKING_DAYS, LOCAL))
    tasks.ask("referrals.triage", about=referral, to=user_or_grant, by=actor, at=at)
    tasks.done("referrals.triage", about=referral, by=actor, at=at)
"""

from typing import Any

from .declared import LOCAL, ClockDefault, Kind, Unit, declare, declare_clock

__all__ = [
    "LOCAL",
    "ClockDefault",
    "Kind",
    "Unit",
    "ask",
    "carry",
    "declare",
    "declare_clock",
    "done",
    "forget",
    "hand_back",
    "keep_from",
    "take",
]

_ACTIONS = ("ask", "carry", "done", "forget", "hand_back", "keep_from", "take")


def __getattr__(name: str) -> Any:
    # Actions need models, which are not there yet while Django imports this package.
    if name in _ACTIONS:
        from .actions import work

        return getattr(work, name)
    raise AttributeError(name)
