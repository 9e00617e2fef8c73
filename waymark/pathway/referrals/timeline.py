"""What has happened to a referral, and who did it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from waymark.foundation.interface import timeline as drawn

from .models import Referral
from .presenters import referrer

Event = tuple[datetime, str, str]


def timeline(referral: Referral) -> list[dict[str, Any]]:
    """Items of the timeline component, newest first. Reads only what `queries.whole` has fetched."""
    parts = (_coming, _handovers, _marks, _requests, _redirects, _decisions, _resumptions, _restrictions)
    return drawn.timeline(
        drawn.Event(what, when, who) for part in parts for when, what, who in part(referral)
    )


def _coming(referral: Referral) -> Iterator[Event]:
    yield referral.submission.sent_at, _("Sent"), referrer(referral)
    yield referral.received_at, _("Received"), ""
    for row in referral.submission.additions.all():
        yield row.added_at, _("Information added"), referrer(referral)


def _handovers(referral: Referral) -> Iterator[Event]:
    for row in referral.handovers.all():
        yield row.offered_at, _("Offered to %(name)s") % {"name": row.receiver.get_full_name()}, ""
        if row.answered_at:
            what = _("Handover accepted") if row.accepted else _("Handover not accepted")
            yield row.answered_at, what, row.receiver.get_full_name()


def _marks(referral: Referral) -> Iterator[Event]:
    for row in referral.concerns.all():
        if row.marked_at and row.marked_by:
            yield row.marked_at, _("Concern %(n)d marked") % {"n": row.place}, row.marked_by.get_full_name()


def _requests(referral: Referral) -> Iterator[Event]:
    for row in referral.requests.all():
        yield (
            row.asked_at,
            _("Information asked of %(who)s") % {"who": row.asked.name},
            row.asked_by.get_full_name(),
        )
        if row.replied_at and row.replied_by:
            yield (
                row.replied_at,
                f"{row.asked.name}: {row.get_state_display()}",
                row.replied_by.get_full_name(),
            )


def _redirects(referral: Referral) -> Iterator[Event]:
    for row in referral.redirects.all():
        yield row.asked_at, _("Redirect to %(who)s") % {"who": row.service_name}, row.asked_by.get_full_name()


def _decisions(referral: Referral) -> Iterator[Event]:
    for row in referral.decisions.all():
        what = _("Decision corrected") if row.corrects_id else row.get_outcome_display()
        yield row.signed_at, what, row.signed_by.get_full_name()
        approval = getattr(row, "approval", None)
        if approval:
            what = _("Closure approved") if approval.approved else _("Closure not approved")
            yield approval.approved_at, what, approval.approved_by.get_full_name()


def _resumptions(referral: Referral) -> Iterator[Event]:
    for row in referral.resumptions.all():
        yield row.signed_at, _("Brought back to triage"), row.signed_by.get_full_name()


def _restrictions(referral: Referral) -> Iterator[Event]:
    for row in referral.restrictions.all():
        yield row.restricted_at, _("Kept to named people"), row.restricted_by.get_full_name()
        if row.ended_at and row.ended_by:
            yield row.ended_at, _("No longer kept to those people"), row.ended_by.get_full_name()
