"""What is kept, from when, how long: retention classes, what falls under them, the life of each record, and erasing.

Every field of every record is declared too (`privacy.py` of each part); the papers are written from both.
Must never hold: content of what was erased.

    retention.declare_kept("concerns.Draft", "draft-referral", starts="edited_at")           in AppConfig.ready
    retention.declare_kept("concerns.Enquiry", "enquiry-unnamed", starts="asked_on", where=Q(...), erase=eraser)
    retention.declare_life(Lived("referrals.referral", _("Referral"), seal=seal, ...))         and see lives.py
"""

from .classes import CLASSES, RetentionClass
from .kept import KEPT, Kept, declare_along, declare_kept, when_rows_erased
from .lives import Lived, ask_with, declare_life, when_erased
from .periods import Period

__all__ = [
    "CLASSES",
    "KEPT",
    "Kept",
    "Lived",
    "Period",
    "RetentionClass",
    "ask_with",
    "declare_along",
    "declare_kept",
    "declare_life",
    "when_erased",
    "when_rows_erased",
]
