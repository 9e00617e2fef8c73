"""Who may do what with documents, now. The record’s own part is asked first."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision, allow, refuse

from .models import Document
from .states import Checked

INFECTED = _("This document is harmful, so nobody can open it. Ask whoever added it for a clean copy.")
NOT_CHECKED = _("This document has not been checked for viruses yet. You can open it once it has been.")
NOBODY_CHECKS = _(
    "This document has not been checked for viruses, because no virus checker runs here. "
    "Ask your administrator to connect one."
)


def open_document(actor: Actor, document: Document, *, checker_runs: bool) -> Decision:
    """Only what a virus checker found clean. (In the demonstration, also what nobody has checked.)"""
    if document.checked == Checked.CLEAN:
        return allow()
    if document.checked == Checked.INFECTED:
        return refuse(INFECTED)
    if checker_runs:
        return refuse(NOT_CHECKED)
    return allow() if settings.WAYMARK_OPEN_UNCHECKED else refuse(NOBODY_CHECKS)
