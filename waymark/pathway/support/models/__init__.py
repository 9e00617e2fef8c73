"""What the support of one case is made of."""

from .funds import FundDecision, FundRequest
from .given import STATE_NAMES, StoppedBy, SupportAction, Update
from .plans import STATUTORY, NeedFrom, Plan, PlanNeed
from .providers import Briefing, Mode, Report, Session
from .risks import RISK_NAMES, Risk, RiskEntry, RiskEvent, Whom

__all__ = [
    "RISK_NAMES",
    "STATE_NAMES",
    "STATUTORY",
    "Briefing",
    "FundDecision",
    "FundRequest",
    "Mode",
    "NeedFrom",
    "Plan",
    "PlanNeed",
    "Report",
    "Risk",
    "RiskEntry",
    "RiskEvent",
    "Session",
    "StoppedBy",
    "SupportAction",
    "Update",
    "Whom",
]
