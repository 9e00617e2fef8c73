"""Sets a local period: shorter than the default or up to the ceiling, from a day on, with a reason."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import connection
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Refusal
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.retention import policies
from waymark.foundation.retention.classes import CLASSES
from waymark.foundation.retention.models import RetentionSetting
from waymark.foundation.retention.models.settings import BEYOND
from waymark.foundation.retention.periods import Period


class BeyondCeiling(Refusal):
    """The period is longer than the class allows."""

    sentence = BEYOND


@deed("retention.set-period")
def set_period(
    *,
    class_code: str,
    period: Period,
    from_date: date,
    reason: str,
    authority_id: int,
    by: Actor,
    at: datetime,
    seal_months: int | None = None,
    review_months: int | None = None,
) -> RetentionSetting:
    """A period for one class in one authority; None keeps the class’s own sealing and reviewing.

    From its day on every date is worked out anew. BeyondCeiling, or Refusal with its field, when it may not be.
    """
    policies.set_period(by, authority_id).require()
    _within(class_code, period)
    if from_date < clock.uk_date(at):
        raise Refusal(_("The day must not be in the past."), field="from_date")
    setting = RetentionSetting(
        authority_id=authority_id,
        class_code=class_code,
        months=period.months,
        days=period.days,
        seal_months=seal_months,
        review_months=review_months,
        from_date=from_date,
        reason=reason,
    )
    try:
        setting.full_clean()
    except ValidationError as invalid:
        raise Refusal(invalid.messages[0]) from invalid
    setting.save(force_insert=True)
    with connection.cursor() as cursor:
        cursor.execute("SELECT retention.recompute()")
    return setting


def _within(class_code: str, period: Period) -> None:
    """Refuses a period that its class does not allow."""
    row = CLASSES.get(class_code)
    if row is None or row.erased_after is None:
        raise Refusal(_("There is no such class of records."), field="class_code")
    if row.ceiling and period.measure > row.ceiling.measure:
        raise BeyondCeiling(field="period")
    if period.hours:
        raise Refusal(_("Give whole days or months."), field="period")
