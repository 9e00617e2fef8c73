"""What can be counted of triage. Counts of records; nothing here says anything of one person."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Count as Number
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from waymark.foundation import measures
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.working_days import working_days_between
from waymark.foundation.measures import Count, Measure, Scope, Unit
from waymark.pathway.concerns.models import Submission

from .models import STATE_NAMES, Decision, Outcome, Redirect, RedirectState, Referral

SOURCE = _("Records of triage in this service")


def received(scope: Scope) -> Iterable[Count]:
    """Referrals received in the period."""
    rows = _of(Referral, scope, "received_at")
    if scope.by == ("state",):
        return [
            Count((row["state"],), row["n"])
            for row in rows.values("state").annotate(n=Number("pk")).order_by("state")
        ]
    return [Count((), rows.count())]


def decided(scope: Scope) -> Iterable[Count]:
    """Decisions signed in the period, corrections left out."""
    rows = _of(Decision, scope, "signed_at").filter(corrects__isnull=True)
    if scope.by == ("outcome",):
        grouped = rows.values("outcome").annotate(n=Number("pk")).order_by("outcome")
        return [Count((row["outcome"],), row["n"]) for row in grouped]
    return [Count((), rows.count())]


def redirected(scope: Scope) -> Iterable[Count]:
    """Redirects made in the period, by what the service answered."""
    rows = _of(Redirect, scope, "asked_at")
    if scope.by == ("answer",):
        grouped = rows.values("state").annotate(n=Number("pk")).order_by("state")
        return [Count((row["state"],), row["n"]) for row in grouped]
    return [Count((), rows.count())]


def approved(scope: Scope) -> Iterable[Count]:
    """Referrals sent in the period that a safeguarding lead had approved."""
    return [Count((), _of(Submission, scope, "sent_at").filter(approved_by__isnull=False).count())]


def waited(scope: Scope) -> Iterable[Count]:
    """The median of the working days from receipt to the first decision, for decisions of the period."""
    rows = _of(Decision, scope, "signed_at").filter(corrects__isnull=True).order_by("signed_at")
    first: dict[object, int] = {}
    for referral_id, came, signed in rows.values_list("referral_id", "referral__received_at", "signed_at"):
        days = working_days_between(clock.uk_date(came), clock.uk_date(signed))
        first.setdefault(referral_id, days)
    waits = sorted(first.values())
    return [Count((), waits[len(waits) // 2])] if waits else []


def _of(model: type, scope: Scope, moment: str) -> QuerySet:
    return model.objects.filter(  # type: ignore[attr-defined]
        **{
            "authority_id": scope.authority_id,
            f"{moment}__date__gte": scope.from_on,
            f"{moment}__date__lte": scope.until_on,
        }
    )


def declare() -> None:
    """Called in AppConfig.ready."""
    queue = "referrals:triage-queue"
    measures.declare(
        Measure(
            "referrals.received", _("Referrals received"), _("Referrals that came to the authority in the period."),
            Unit.COUNT, SOURCE, received, personal=True, drill_url_name=queue, by=("state",),
            words={"state": {str(state): words for state, words in STATE_NAMES.items()}},
        ),
        Measure(
            "referrals.decided", _("Triage decisions"),
            _("Decisions of triage signed in the period. A correction of a decision is not counted again."),
            Unit.COUNT, SOURCE, decided, personal=True, drill_url_name=queue, by=("outcome",),
            words={"outcome": dict(Outcome.choices)},
        ),
        Measure(
            "referrals.redirected", _("Redirects to other services"),
            _("Times another service was asked to take a matter on, and whether it did."),
            Unit.COUNT, SOURCE, redirected, personal=True, drill_url_name=queue, by=("answer",),
            words={"answer": dict(RedirectState.choices)},
        ),
        Measure(
            "referrals.waited", _("Wait for the first triage decision"),
            _("The median of the working days from receipt to the first decision, for decisions of the period."),
            Unit.WORKING_DAYS, SOURCE, waited, personal=True, drill_url_name=queue,
        ),
        Measure(
            "referrals.approved", _("Referrals approved by a safeguarding lead"),
            _("Referrals sent in the period after a safeguarding lead of the referring organisation agreed."),
            Unit.COUNT, SOURCE, approved, personal=True, drill_url_name=queue,
        ),
    )  # fmt: skip
