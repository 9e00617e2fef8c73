"""What can be counted of enquiries and of drafts. Counts of records; nothing here says anything of one person."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from waymark.foundation import measures
from waymark.foundation.measures import Count, Measure, Scope, Unit

from .models import Enquiry, Submission

SOURCE = _("Records of enquiries and referrals in this service")


def enquiries(scope: Scope) -> Iterable[Count]:
    """Questions asked in the period."""
    rows = Enquiry.objects.filter(
        authority_id=scope.authority_id,
        asked_at__date__gte=scope.from_on,
        asked_at__date__lte=scope.until_on,
    )
    return [Count((), rows.count())]


def approved(scope: Scope) -> Iterable[Count]:
    """Referrals sent in the period that a safeguarding lead had approved."""
    rows = Submission.objects.filter(
        authority_id=scope.authority_id,
        approved_by__isnull=False,
        sent_at__date__gte=scope.from_on,
        sent_at__date__lte=scope.until_on,
    )
    return [Count((), rows.count())]


def declare() -> None:
    """Called in AppConfig.ready."""
    measures.declare(
        Measure(
            "referrals.enquiries", _("Requests for advice"),
            _("Requests for advice that professionals sent in the period, answered or not."),
            Unit.COUNT, SOURCE, enquiries, personal=True, drill_url_name="referrals:enquiries",
        ),
        Measure(
            "referrals.approved", _("Referrals approved by a safeguarding lead"),
            _("Referrals sent in the period after a safeguarding lead of the referring organisation agreed."),
            Unit.COUNT, SOURCE, approved, personal=True, drill_url_name="referrals:triage-queue",
        ),
    )  # fmt: skip
