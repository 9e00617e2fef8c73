"""Memberships, visitors, one-time tokens, and the abstract model of everything that row security guards."""

from .memberships import Membership
from .once import OnceToken
from .promises import PromisedRole
from .protected import Protected, ProtectedQuerySet
from .visitors import Visitor, VisitorLink

__all__ = [
    "Membership",
    "OnceToken",
    "PromisedRole",
    "Protected",
    "ProtectedQuerySet",
    "Visitor",
    "VisitorLink",
]
