"""Who may do what with a report, now. The person-rule stands first, the thing-rule after it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision, allow, refuse

from .models import Report
from .permissions import Permission

NO_RIGHT = _("Your role does not allow this. Ask whoever writes the reports.")
IS_SIGNED = _("This report is signed, and never changed. Correct it: that makes a new version.")
IS_DRAFT = _("This report is not signed yet. Change it instead.")
CORRECTED = _("There is a newer version of this report already.")


def _holds(actor: Actor, permission: Permission, authority_id: int, what: str) -> Decision:
    held = actor.may(permission) and actor.holds(f"authority:{authority_id}:{what}")
    return allow() if held else refuse(NO_RIGHT)


def writes(actor: Actor, authority_id: int) -> Decision:
    """Does the actor write the reports of that authority at all?"""
    return _holds(actor, Permission.WRITE, authority_id, "reports-write")


def change(actor: Actor, report: Report) -> Decision:
    held = writes(actor, report.authority_id)
    return refuse(IS_SIGNED) if held and report.signed_at is not None else held


def sign(actor: Actor, report: Report) -> Decision:
    held = _holds(actor, Permission.SIGN, report.authority_id, "reports-sign")
    return refuse(IS_SIGNED) if held and report.signed_at is not None else held


def correct(actor: Actor, report: Report) -> Decision:
    """Only what is signed, and once: the next correction is of the newest version."""
    held = writes(actor, report.authority_id)
    if held and report.signed_at is None:
        return refuse(IS_DRAFT)
    return refuse(CORRECTED) if held and Report.objects.filter(corrects=report).exists() else held
