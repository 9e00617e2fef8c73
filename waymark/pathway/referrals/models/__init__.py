"""Enquiries, drafts and submissions; referrals and everything triage adds to them."""

from .asking import InformationRequest, Redirect, RedirectState, RequestOverride, RequestState
from .concerns import Concern, Mark, Precise, Standing
from .decisions import Approval, Decision, Outcome, Resumption, TakenTogether
from .drafts import Draft, DraftApart
from .enquiries import Enquiry
from .handovers import Handover
from .needs import Bearing, Duty, Need, Service
from .progress import Progress, Step
from .referral import STATE_NAMES, Answered, Referral
from .submissions import AddedInformation, ConcernRaiser, Submission
from .told import LONGEST_SILENCE, Hearer, Told

__all__ = [
    "LONGEST_SILENCE",
    "STATE_NAMES",
    "AddedInformation",
    "Answered",
    "Approval",
    "Bearing",
    "Concern",
    "ConcernRaiser",
    "Decision",
    "Draft",
    "DraftApart",
    "Duty",
    "Enquiry",
    "Handover",
    "Hearer",
    "InformationRequest",
    "Mark",
    "Need",
    "Outcome",
    "Precise",
    "Progress",
    "Redirect",
    "RedirectState",
    "Referral",
    "RequestOverride",
    "RequestState",
    "Resumption",
    "Service",
    "Standing",
    "Step",
    "Submission",
    "TakenTogether",
    "Told",
]
