"""What the support of one case is made of."""

from .given import STATE_NAMES, StoppedBy, SupportAction, Update
from .plans import STATUTORY, NeedFrom, Plan, PlanNeed

__all__ = ["STATE_NAMES", "STATUTORY", "NeedFrom", "Plan", "PlanNeed", "StoppedBy", "SupportAction", "Update"]
