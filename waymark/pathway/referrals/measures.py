"""What can be counted of triage. Counts of records; nothing here says anything of one person."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, F, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from waymark.foundation import measures
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.working_days import working_days_between
from waymark.foundation.measures import Line, Rows, Scope, Unit, in_period, of_rows, waits
from waymark.pathway.concerns.models import Submission

from .models import STATE_NAMES, Decision, Outcome, Redirect, RedirectState, Referral

SOURCE = _("Records of triage in this service")


def received(scope: Scope) -> QuerySet[Referral]:
    return in_period(Referral, scope, "received_at__date")


def _again(scope: Scope) -> QuerySet[Referral]:
    """The person was referred before: to the day known, as triage has said that it is the same person."""
    before = Referral.objects.filter(person=OuterRef("person"), received_at__lt=OuterRef("received_at"))
    return received(scope).filter(Exists(before))


def _decided(scope: Scope) -> QuerySet[Decision]:
    """Corrections left out."""
    found = in_period(Decision, scope, "signed_at__date").filter(corrects__isnull=True)
    return found.select_related("referral")


def _first_decided(scope: Scope) -> QuerySet[Decision]:
    earlier = Decision.objects.filter(referral=OuterRef("referral"), signed_at__lt=OuterRef("signed_at"))
    return _decided(scope).filter(~Exists(earlier))


def _redirected(scope: Scope) -> QuerySet[Redirect]:
    return in_period(Redirect, scope, "asked_at__date").select_related("referral")


def _approved(scope: Scope) -> QuerySet[Submission]:
    """That a safeguarding lead had approved."""
    return in_period(Submission, scope, "sent_at__date").filter(approved_by__isnull=False)


def _waited(row: Decision) -> int:
    return working_days_between(clock.uk_date(row.referral.received_at), clock.uk_date(row.signed_at))


def _referral(row: Referral) -> Line:
    href = reverse("referrals:triage-record", args=[row.reference])
    return Line(row.reference, clock.uk_date(row.received_at), href)


def _of_referral(moment: str) -> Any:
    def line(row: Any) -> Line:
        href = reverse("referrals:triage-record", args=[row.referral.reference])
        return Line(row.referral.reference, clock.uk_date(getattr(row, moment)), href)

    return line


def _submission(row: Submission) -> Line:
    return Line(row.reference, clock.uk_date(row.sent_at), "")


def declare() -> None:
    """Called in AppConfig.ready."""
    states = {str(state): words for state, words in STATE_NAMES.items()}
    decision, redirect = _of_referral("signed_at"), _of_referral("asked_at")
    measures.declare(
        of_rows(
            "referrals.received", _("Referrals received"), _("Referrals that came to the authority in the period."),
            SOURCE, Rows(received, _referral, {"state": (F("state"), _("State"))}), words={"state": states},
        ),
        of_rows(
            "referrals.again", _("Repeat referrals"),
            _("Referrals of the period about somebody who had been referred to the authority before."),
            SOURCE, Rows(_again, _referral),
        ),
        of_rows(
            "referrals.decided", _("Triage decisions"),
            _("Decisions of triage signed in the period. A correction of a decision is not counted again."),
            SOURCE, Rows(_decided, decision, {"outcome": (F("outcome"), _("Outcome"))}),
            words={"outcome": dict(Outcome.choices)},
        ),
        of_rows(
            "referrals.redirected", _("Redirects to other services"),
            _("Times another service was asked to take a matter on, and whether it did."),
            SOURCE, Rows(_redirected, redirect, {"answer": (F("state"), _("Their answer"))}),
            words={"answer": dict(RedirectState.choices)},
        ),
        waits(
            "referrals.waited", _("Wait for the first triage decision"),
            _("The median of the working days from receipt to the first decision, for decisions of the period."),
            SOURCE, Rows(_first_decided, decision), _waited, unit=Unit.WORKING_DAYS, version=2,
        ),
        of_rows(
            "referrals.approved", _("Referrals approved by a safeguarding lead"),
            _("Referrals sent in the period after a safeguarding lead of the referring organisation agreed."),
            SOURCE, Rows(_approved, _submission),
        ),
    )  # fmt: skip
