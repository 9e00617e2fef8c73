"""Panels, the terms they work by, who sits on them, their meetings and what is on the agenda."""

from .agenda import SAID_OF, Acceptance, Capacity, DeclaredInterest, Invitee, Item, Nature, Paper, Purpose
from .meetings import PanelMeeting
from .minutes import Minute, MinuteSignature
from .packs import Pack
from .panels import Kind, Panel, Terms
from .seats import Chairs, Deputy, Seat, Sector

__all__ = [
    "SAID_OF", "Acceptance", "Capacity", "Chairs", "DeclaredInterest", "Deputy", "Invitee", "Item", "Kind", "Minute",
    "MinuteSignature", "Nature", "Pack", "Panel", "PanelMeeting", "Paper", "Purpose", "Seat", "Sector", "Terms",
]  # fmt: skip
