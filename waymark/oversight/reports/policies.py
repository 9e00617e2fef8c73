"""Who may do what with a report, now. The person-rule stands first, the thing-rule after it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision, allow, refuse

from .models import Kind, Release, Report
from .permissions import Permission

NO_RIGHT = _("Your role does not allow this. Ask whoever writes the reports.")
IS_SIGNED = _("This report is signed, and never changed. Correct it: that makes a new version.")
IS_DRAFT = _("This report is not signed yet. Change it instead.")
CORRECTED = _("There is a newer version of this report already.")
NOT_RESTRICTED = _("This report is not restricted. It needs no release.")
OWN = _("You asked for this release. Somebody else answers it.")
ANSWERED = _("This release was answered already.")
# What the grants of those who write, sign and read a kind of report begin with; the database has the same.
PREFIXES = {Kind.TRAINING: "reports", Kind.CHANNEL: "channel-figures"}


def _holds(actor: Actor, permission: Permission, authority_id: int, what: str) -> Decision:
    held = actor.may(permission) and actor.holds(f"authority:{authority_id}:{what}")
    return allow() if held else refuse(NO_RIGHT)


def kinds(actor: Actor, authority_id: int) -> list[Kind]:
    """Of which kinds the actor writes reports of that authority."""
    return [kind for kind in Kind if writes(actor, authority_id, kind)]


def writes(actor: Actor, authority_id: int, kind: str) -> Decision:
    return _holds(actor, Permission.WRITE, authority_id, f"{PREFIXES[Kind(kind)]}-write")


def change(actor: Actor, report: Report) -> Decision:
    held = writes(actor, report.authority_id, report.kind)
    return refuse(IS_SIGNED) if held and report.signed_at is not None else held


def quote(actor: Actor, report: Report) -> Decision:
    """Words of people stand in reports on training alone."""
    return change(actor, report) if report.kind == Kind.TRAINING else refuse(NO_RIGHT)


def sign(actor: Actor, report: Report) -> Decision:
    held = _holds(actor, Permission.SIGN, report.authority_id, f"{PREFIXES[Kind(report.kind)]}-sign")
    return refuse(IS_SIGNED) if held and report.signed_at is not None else held


def correct(actor: Actor, report: Report) -> Decision:
    """Only what is signed, and once: the next correction is of the newest version."""
    held = writes(actor, report.authority_id, report.kind)
    if held and report.signed_at is None:
        return refuse(IS_DRAFT)
    return refuse(CORRECTED) if held and Report.objects.filter(corrects=report).exists() else held


def ask_release(actor: Actor, report: Report) -> Decision:
    """Of a restricted report, in the version that holds."""
    if not report.is_restricted:
        return refuse(NOT_RESTRICTED)
    return correct(actor, report)


def answer_release(actor: Actor, release: Release) -> Decision:
    held = _holds(actor, Permission.APPROVE_RELEASE, release.authority_id, "channel-figures-release")
    if held and release.answered_at is not None:
        return refuse(ANSWERED)
    return refuse(OWN) if held and release.asked_by_id == actor.user_id else held
