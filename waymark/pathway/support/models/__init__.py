"""What the support of one case is made of."""

from .given import STATE_NAMES, StoppedBy, SupportAction, Update
from .plans import STATUTORY, NeedFrom, Plan, PlanNeed
from .providers import Briefing, Mode, Report, Session

__all__ = [
    "STATE_NAMES",
    "STATUTORY",
    "Briefing",
    "Mode",
    "NeedFrom",
    "Plan",
    "PlanNeed",
    "Report",
    "Session",
    "StoppedBy",
    "SupportAction",
    "Update",
]
