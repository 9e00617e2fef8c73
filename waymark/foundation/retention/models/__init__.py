"""Local periods, lives, what people do to them, and the log of what was erased."""

from .disposals import Disposal
from .lives import Erasure, Hold, Life, Proposal, Review, State
from .settings import RetentionSetting

__all__ = ["Disposal", "Erasure", "Hold", "Life", "Proposal", "RetentionSetting", "Review", "State"]
