"""What has happened to a referral, and who did it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from waymark.foundation.interface import timeline as drawn
from waymark.foundation.interface.timeline import Event

from .models import Referral
from .presenters import referrer


def timeline(referral: Referral) -> list[dict[str, Any]]:
    """Items of the timeline component, newest first. Reads only what `queries.whole` has fetched.

    Reasons that no other place of the page shows stand here."""
    parts = (_coming, _handovers, _marks, _requests, _redirects, _decisions, _resumptions, _restrictions)
    return drawn.timeline(event for part in parts for event in part(referral))


def _coming(referral: Referral) -> Iterator[Event]:
    yield Event(_("Sent"), referral.submission.sent_at, referrer(referral))
    yield Event(_("Received"), referral.received_at)
    for row in referral.submission.additions.all():
        yield Event(_("Information added"), row.added_at, referrer(referral))


def _handovers(referral: Referral) -> Iterator[Event]:
    for row in referral.handovers.all():
        to = row.receiver.get_full_name()
        yield Event(_("Offered to %(name)s") % {"name": to}, row.offered_at, text=row.note)
        if row.answered_at:
            what = _("Handover accepted") if row.accepted else _("Handover not accepted")
            yield Event(what, row.answered_at, to, row.answer_words)


def _marks(referral: Referral) -> Iterator[Event]:
    for row in referral.concerns.all():
        if row.marked_at and row.marked_by:
            what = _("Concern %(n)d marked") % {"n": row.place}
            yield Event(what, row.marked_at, row.marked_by.get_full_name())


def _requests(referral: Referral) -> Iterator[Event]:
    for row in referral.requests.all():
        what = _("Information asked of %(who)s") % {"who": row.asked.name}
        yield Event(what, row.asked_at, row.asked_by.get_full_name())
        if row.replied_at and row.replied_by:
            what = f"{row.asked.name}: {row.get_state_display()}"
            yield Event(what, row.replied_at, row.replied_by.get_full_name())


def _redirects(referral: Referral) -> Iterator[Event]:
    for row in referral.redirects.all():
        what = _("Redirect to %(who)s") % {"who": row.service_name}
        yield Event(what, row.asked_at, row.asked_by.get_full_name())


def _decisions(referral: Referral) -> Iterator[Event]:
    for row in referral.decisions.all():
        what = _("Decision corrected") if row.corrects_id else row.get_outcome_display()
        yield Event(what, row.signed_at, row.signed_by.get_full_name())
        approval = getattr(row, "approval", None)
        if approval:
            what = _("Closure approved") if approval.approved else _("Closure not approved")
            yield Event(what, approval.approved_at, approval.approved_by.get_full_name())


def _resumptions(referral: Referral) -> Iterator[Event]:
    for row in referral.resumptions.all():
        yield Event(_("Brought back to triage"), row.signed_at, row.signed_by.get_full_name(), row.reason)


def _restrictions(referral: Referral) -> Iterator[Event]:
    for row in referral.restrictions.all():
        yield Event(
            _("Kept to named people"), row.restricted_at, row.restricted_by.get_full_name(), row.reason
        )
        if row.ended_at and row.ended_by:
            what = _("No longer kept to those people")
            yield Event(what, row.ended_at, row.ended_by.get_full_name(), row.ended_because)
