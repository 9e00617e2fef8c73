"""Who may do what to the end of support, now."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision, allow, refuse
from waymark.foundation.access.queries import who_may
from waymark.foundation.places.models import Authority
from waymark.pathway.channel.models import Case
from waymark.pathway.channel.permissions import Permission
from waymark.pathway.channel.states import ADOPTED, BEFORE_PANEL, WITH_PANEL, CaseState

from .models import Arrival, ClosingReport, LookBack, Review, ReviewKind, Transfer, TransferAnswer

# In which state of the case each review is held.
STATE_OF = {
    ReviewKind.SIX: CaseState.AFTER_EXIT,
    ReviewKind.TWELVE: CaseState.AFTER_SIX_MONTHS,
    ReviewKind.LONGER: CaseState.LOOKED_AT_LONGER,
}


def report(actor: Actor, case: Case) -> Decision:
    """Write the closing report: the lead professional, when the panel has proposed that support ends."""
    held = _holds(actor, Permission.LEAD, case)
    if held and case.state != CaseState.ENDING:
        return refuse(_("The panel has not proposed that support ends."))
    if held and case.lead_id != actor.user_id:
        return refuse(
            _("The lead professional writes the closing report. Become the lead professional first.")
        )
    if held and ClosingReport.objects.filter(case=case, sign_off__isnull=True).exists():
        return refuse(_("A closing report waits for the chair’s signature."))
    return held


def sign(actor: Actor, report: ClosingReport) -> Decision:
    """Sign the end of support, or say why not: the chair, and never of a report of their own."""
    held = _holds(actor, Permission.EXIT, report.case)
    if held and report.written_by_id == actor.user_id:
        return refuse(_("You wrote this report, so somebody else has to sign."))
    if held and (report.case.state != CaseState.ENDING or hasattr(report, "sign_off")):
        return refuse(_("No closing report waits for a signature."))
    return held


def review(actor: Actor, review: Review) -> Decision:
    """Write down a review after the end of support."""
    case = review.exit.report.case
    held = _holds(actor, Permission.REVIEW, case)
    if held and LookBack.objects.filter(review=review).exists():
        return refuse(_("This review is signed already."))
    if held and case.state != STATE_OF[ReviewKind(review.kind)]:
        return refuse(_("It is not the turn of this review."))
    return held


def pause(actor: Actor, case: Case) -> Decision:
    return _in(
        _holds(actor, Permission.LEAD, case), case, CaseState.ACTIVE, _("There is no support to pause.")
    )


def go_on(actor: Actor, case: Case) -> Decision:
    return _in(_holds(actor, Permission.LEAD, case), case, CaseState.PAUSED, _("Support is not paused."))


def investigation(actor: Actor, case: Case) -> Decision:
    """Record what is known of an overt investigation: while the panel decides or answers for support."""
    held = _holds(actor, Permission.LEAD, case)
    if held and case.state not in BEFORE_PANEL | ADOPTED:
        return refuse(_("There is no support that an investigation could stand beside."))
    return held


def _in(held: Decision, case: Case, state: CaseState, sentence: object) -> Decision:
    return refuse(sentence) if held and case.state != state else held


def _holds(actor: Actor, permission: Permission, case: Case) -> Decision:
    if actor.may(permission) and set(actor.grants) & set(case.grants):
        return allow()
    return refuse(_("You cannot do this to this case."))


def transfer(actor: Actor, case: Case) -> Decision:
    """Hand the case over to another authority: while the panel has it, and one at a time."""
    held = _holds(actor, Permission.TRANSFER, case)
    if held and case.state not in WITH_PANEL:
        return refuse(_("The panel does not have this case."))
    if held and Transfer.objects.filter(case=case, answer__isnull=True).exists():
        return refuse(_("This case has been sent to another authority, which has not answered yet."))
    return held


def take_back(actor: Actor, transfer: Transfer) -> Decision:
    held = _holds(actor, Permission.TRANSFER, transfer.case)
    if held and TransferAnswer.objects.filter(transfer=transfer).exists():
        return refuse(_("This transfer is answered already."))
    return held


def answer(actor: Actor, arrival: Arrival) -> Decision:
    """Accept what another authority hands over, or return it."""
    if not (actor.may(Permission.TRANSFER) and set(actor.grants) & set(arrival.grants)):
        return refuse(_("You cannot do this to this case."))
    return refuse(_("This transfer is answered already.")) if arrival.case_id else allow()


def receives(authority: Authority) -> bool:
    """Could somebody in that authority accept a case here?"""
    return authority.uses_waymark and who_may(Permission.TRANSFER, authority.pk).exists()
