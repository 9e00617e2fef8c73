"""Local periods, and the log of what was erased."""

from .disposals import Disposal
from .settings import RetentionSetting

__all__ = ["Disposal", "RetentionSetting"]
