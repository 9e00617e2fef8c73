"""Which consent stands on a day, and what it covers. The rule is written once, in SQL, where triggers ask it too."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import connection

from waymark.foundation.kernel.kept_sql import KeptSQL
from waymark.pathway.channel.models import Case

from .models import Consent, Reassessment

_ENTRY = KeptSQL(lambda key: Consent.objects.filter(pk=key), UUID)


def of(case: Case, on: date) -> Consent | None:
    """The consent that stands for a case on a day: given, not withdrawn or over, undisputed, of whoever may give it."""
    found = _key("SELECT consent.standing(%s, %s)", case.pk, on)
    return next(iter(_ENTRY(found)), None) if found else None


def covers(case: Case, on: date, kind: str) -> bool:
    """Does consent cover this kind of support (`kinds.SupportKind`) on that day? In SQL `consent.covers`."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT consent.covers(%s, %s, %s)", [case.pk, on, str(kind)])
        return bool(cursor.fetchone()[0])


def ends_on(entry: Consent) -> date | None:
    """From when an answer that was given covers nothing: its last day, or the 18th birthday of a child before that."""
    ends = entry.expires_on
    adult_from = entry.case.referral.person.adult_from
    if ends is None or not entry.child or adult_from is None:
        return ends
    perhaps, surely = adult_from
    # Somebody said how they know that the person is a child still: then until they surely are not.
    return min(ends, surely if entry.asked_on >= perhaps else perhaps)


def waiting(case: Case) -> Reassessment | None:
    """The reassessment that waits for its day."""
    found = _key("SELECT consent.reassessment(%s)", case.pk)
    return Reassessment.objects.filter(pk=found).first() if found else None


def _key(statement: str, *given: UUID | date) -> UUID | None:
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        return cursor.fetchone()[0]
