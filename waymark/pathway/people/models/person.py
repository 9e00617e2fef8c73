from __future__ import annotations

from calendar import monthrange
from datetime import date
from functools import partial

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.kernel.references import Letter, new_reference

ADULT_AT = 18


class Precision(models.TextChoices):
    """How much of a birth date is known. What is not known is stored as the first day or month."""

    DAY = "day", _("Day, month and year")
    MONTH = "month", _("Month and year")
    YEAR = "year", _("Year only")
    UNKNOWN = "unknown", _("Not known")


class Person(Protected):
    """Somebody a concern is about, as one authority knows them."""

    reference = models.CharField(max_length=20, unique=True, default=partial(new_reference, Letter.PERSON))
    born_on = models.DateField(null=True, blank=True)
    born_precision = models.CharField(max_length=10, choices=Precision.choices, default=Precision.UNKNOWN)
    approximate_age = models.PositiveSmallIntegerField(null=True, blank=True)
    age_noted_on = models.DateField(null=True, blank=True)
    gender = models.CharField(max_length=60, blank=True, default="")
    language = models.CharField(max_length=60, blank=True, default="")
    needs_interpreter = models.BooleanField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(born_on__isnull=True, born_precision=Precision.UNKNOWN)
                | (Q(born_on__isnull=False) & ~Q(born_precision=Precision.UNKNOWN)),
                name="person_birth_has_precision",
                violation_error_message=_("Say how much of the birth date is known."),
            ),
            models.CheckConstraint(
                condition=Q(born_on__isnull=True) | Q(born_on__gte=date(1900, 1, 1)),
                name="person_born_since_1900",
                violation_error_message=_("The year of birth must be 1900 or later."),
            ),
            models.CheckConstraint(
                condition=Q(approximate_age__isnull=True)
                | Q(approximate_age__lte=120, age_noted_on__isnull=False),
                name="person_age_has_date",
                violation_error_message=_("An age needs the day it was noted, and is at most 120."),
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    def age_on(self, day: date) -> int | None:
        """Age in whole years on a day. With month or year only: the youngest the person can be. None if not known."""
        if self.born_on is None:
            if self.approximate_age is None or self.age_noted_on is None:
                return None
            return self.approximate_age + _whole_years(self.age_noted_on, day)
        return _whole_years(self._latest_birthday(), day)

    def is_adult_on(self, day: date) -> bool | None:
        """Are they 18 or over on a day? None when the record cannot tell: no birth date, an age that is about right, or
        a month or year that leaves both open. Nobody guesses then: they ask. (In SQL: `consent.adult_on`.)"""
        if self.adult_from is None:
            return None
        perhaps, surely = self.adult_from
        return True if day >= surely else False if day < perhaps else None

    @property
    def adult_from(self) -> tuple[date, date] | None:
        """The first day on which they may be 18, and the day from which they surely are. None without a birth date."""
        if self.born_on is None:
            return None
        return _birthday(self.born_on, ADULT_AT), _birthday(self._latest_birthday(), ADULT_AT)

    def _latest_birthday(self) -> date:
        # A child’s rights must not depend on a missing day: of all possible birth dates the latest counts.
        born = self.born_on
        assert born is not None  # noqa: S101  (the caller looked)
        if self.born_precision == Precision.YEAR:
            return date(born.year, 12, 31)
        if self.born_precision == Precision.MONTH:
            return date(born.year, born.month, monthrange(born.year, born.month)[1])
        return born


def _whole_years(start: date, day: date) -> int:
    return day.year - start.year - ((day.month, day.day) < (start.month, start.day))


def _birthday(born: date, years: int) -> date:
    # Whoever was born on 29 February is a year older on 1 March.
    leaps = (born.month, born.day) == (2, 29) and monthrange(born.year + years, 2)[1] == 28
    return date(born.year + years, 3, 1) if leaps else born.replace(year=born.year + years)
