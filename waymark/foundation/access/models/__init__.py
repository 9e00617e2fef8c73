"""Memberships, visitors, one-time tokens, openings under break-glass, and the model of all that row security guards."""

from .glass import Glass, Interest, Verdict
from .memberships import Membership
from .once import OnceToken
from .promises import PromisedRole
from .protected import Protected, ProtectedQuerySet, token
from .recovery import Recovery, Seen
from .visitors import Visitor, VisitorLink

__all__ = [
    "Glass",
    "Interest",
    "Membership",
    "OnceToken",
    "PromisedRole",
    "Protected",
    "ProtectedQuerySet",
    "Recovery",
    "Seen",
    "Verdict",
    "Visitor",
    "VisitorLink",
    "token",
]
