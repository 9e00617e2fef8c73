"""What can be counted of enquiries. Counts of records; nothing here says anything of one person."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from waymark.foundation import measures
from waymark.foundation.measures import Count, Measure, Scope, Unit

from .models import Enquiry

SOURCE = _("Records of enquiries and referrals in this service")


def enquiries(scope: Scope) -> Iterable[Count]:
    """Questions asked in the period."""
    rows = Enquiry.objects.filter(
        authority_id=scope.authority_id,
        asked_at__date__gte=scope.from_on,
        asked_at__date__lte=scope.until_on,
    )
    return [Count((), rows.count())]


def declare() -> None:
    """Called in AppConfig.ready."""
    measures.declare(
        Measure(
            "concerns.enquiries", _("Requests for advice"),
            _("Requests for advice that professionals sent in the period, answered or not."),
            Unit.COUNT, SOURCE, enquiries, personal=True, drill_url_name="concerns:enquiries",
        ),
    )  # fmt: skip
