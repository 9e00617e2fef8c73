"""Consent to support: asked and answered, objected to, taken back; and the day on which the panel looks again."""

from .answers import Answer, Capacity, ChildView, Consent, Giver, Manner, Method
from .changes import Asked, Grounds, Objection, Resolution, Withdrawal, WithdrawnBy
from .reassessments import Cause, Outcome, Reassessed, Reassessment

__all__ = [
    "Answer",
    "Asked",
    "Capacity",
    "Cause",
    "ChildView",
    "Consent",
    "Giver",
    "Grounds",
    "Manner",
    "Method",
    "Objection",
    "Outcome",
    "Reassessed",
    "Reassessment",
    "Resolution",
    "Withdrawal",
    "WithdrawnBy",
]  # fmt: skip
