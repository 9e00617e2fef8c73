"""Panels, the terms they work by, and who sits on them."""

from .meetings import PanelMeeting
from .panels import Kind, Panel, Terms
from .seats import Chairs, Deputy, Seat, Sector

__all__ = ["Chairs", "Deputy", "Kind", "Panel", "PanelMeeting", "Seat", "Sector", "Terms"]
