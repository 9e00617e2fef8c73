"""Enquiries, drafts, submissions, and what the referrer is told."""

from .drafts import Draft, DraftApart
from .enquiries import Enquiry
from .progress import Progress, Step
from .routing import Routing
from .submissions import AddedInformation, ConcernRaiser, Submission

__all__ = [
    "AddedInformation",
    "ConcernRaiser",
    "Draft",
    "DraftApart",
    "Enquiry",
    "Progress",
    "Routing",
    "Step",
    "Submission",
]
