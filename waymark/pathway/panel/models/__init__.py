"""Panels, the terms they work by, and who sits on them."""

from .panels import Kind, Panel, Terms
from .seats import Chairs, Deputy, Seat, Sector

__all__ = ["Chairs", "Deputy", "Kind", "Panel", "Seat", "Sector", "Terms"]
