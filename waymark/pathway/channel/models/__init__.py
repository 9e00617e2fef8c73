"""The case of one person in Channel, what has happened to it, and what the panel decided of it."""

from .attendance import AttendanceCorrection
from .cases import STATE_NAMES, Case, CaseEvent, Kind
from .decisions import CareResult, CareWith, Dissent, Method, Outcome, PanelDecision

__all__ = [
    "STATE_NAMES",
    "AttendanceCorrection",
    "CareResult",
    "CareWith",
    "Case",
    "CaseEvent",
    "Dissent",
    "Kind",
    "Method",
    "Outcome",
    "PanelDecision",
]
