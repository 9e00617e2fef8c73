"""Requests to see one’s own data, what was gathered for them, and what was given out."""

from .asked import Asker, ChildView, Request
from .disclosures import Disclosure
from .items import Decision, Gathering, Item

__all__ = ["Asker", "ChildView", "Decision", "Disclosure", "Gathering", "Item", "Request"]
