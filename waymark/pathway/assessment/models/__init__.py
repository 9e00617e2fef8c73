"""Police assessments, and what is written in them."""

from .assessment import STATE_NAMES, Deconfliction, PoliceAssessment, Result
from .decisions import CAUSES, Body, Cause, ClosureApproval, PoliceDecision, PoliceOutcome
from .written import Framework, WrittenAssessment

__all__ = [
    "CAUSES",
    "STATE_NAMES",
    "Body",
    "Cause",
    "ClosureApproval",
    "Deconfliction",
    "Framework",
    "PoliceAssessment",
    "PoliceDecision",
    "PoliceOutcome",
    "Result",
    "WrittenAssessment",
]
