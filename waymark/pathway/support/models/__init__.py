"""What the support of one case is made of."""

from .plans import STATUTORY, NeedFrom, Plan, PlanNeed

__all__ = ["STATUTORY", "NeedFrom", "Plan", "PlanNeed"]
