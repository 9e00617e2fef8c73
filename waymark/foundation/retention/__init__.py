"""What is kept, from when, how long: retention classes, what falls under them, and the job that erases.

Every field of every record is declared too (`privacy.py` of each part); the papers are written from both.
Must never hold: content of what was erased.

    retention.declare_kept("concerns.Draft", "draft-referral", starts="edited_at")           in AppConfig.ready
    retention.declare_kept("concerns.Enquiry", "enquiry-unnamed", starts="asked_on", where=Q(...), erase=eraser)
"""

from .classes import CLASSES, RetentionClass
from .kept import KEPT, Kept, declare_kept
from .periods import Period

__all__ = ["CLASSES", "KEPT", "Kept", "Period", "RetentionClass", "declare_kept"]
