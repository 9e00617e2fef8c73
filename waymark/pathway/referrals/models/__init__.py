"""Referrals, and everything triage adds to them."""

from .asking import InformationRequest, Redirect, RedirectState, RequestOverride, RequestState
from .concerns import Concern, Mark, Precise, Standing
from .decisions import SHORTER_THAN_A_SENTENCE, Approval, Decision, Outcome, Resumption, TakenTogether
from .handovers import Handover, Unanswered
from .needs import Bearing, Duty, Need, Service
from .referral import STATE_NAMES, Answered, Referral
from .restrictions import Restriction
from .told import LONGEST_SILENCE, Hearer, Told

__all__ = [
    "LONGEST_SILENCE",
    "SHORTER_THAN_A_SENTENCE",
    "STATE_NAMES",
    "Answered",
    "Approval",
    "Bearing",
    "Concern",
    "Decision",
    "Duty",
    "Handover",
    "Hearer",
    "InformationRequest",
    "Mark",
    "Need",
    "Outcome",
    "Precise",
    "Redirect",
    "RedirectState",
    "Referral",
    "RequestOverride",
    "RequestState",
    "Restriction",
    "Resumption",
    "Service",
    "Standing",
    "TakenTogether",
    "Told",
    "Unanswered",
]
