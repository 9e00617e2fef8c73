"""The closing report, its signature, the reviews after the end of support, pauses; a transfer stands beside them."""

from .ending import REASONS, ClosingReport, Reason, SignOff
from .pausing import GoingOn, Investigation, Pause, PauseKind
from .reviews import Alarm, LookBack, Outcome, Review, ReviewKind
from .transfers import Arrival, Transfer, TransferAnswer, TransferOutcome

__all__ = [
    "REASONS",
    "Alarm",
    "Arrival",
    "ClosingReport",
    "GoingOn",
    "Investigation",
    "LookBack",
    "Outcome",
    "Pause",
    "PauseKind",
    "Reason",
    "Review",
    "ReviewKind",
    "SignOff",
    "Transfer",
    "TransferAnswer",
    "TransferOutcome",
]
