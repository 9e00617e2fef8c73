"""Places of a session that are kept for some: one institution or organisation, one phase, one kind of organisation."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import models
from django.db.models import Q

from waymark.foundation.access.models import Protected
from waymark.foundation.places.models import Institution, Organisation

from .sessions import Session


class KeptPlaces(Protected):
    """`number` places that others do not book until `days_before` the session, or until they are let go.

    `taken`: how many of those for whom they are kept hold a place at the session.
    """

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="kept")
    number = models.PositiveSmallIntegerField()
    institution = models.ForeignKey(
        "places.Institution", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    organisation = models.ForeignKey(
        "places.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    phase = models.CharField(max_length=50, blank=True, default="")
    kind = models.CharField(max_length=20, blank=True, default="", choices=Organisation.Kind.choices)
    days_before = models.PositiveSmallIntegerField()
    taken = models.PositiveSmallIntegerField(default=0)
    released_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["recorded_at", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(number__gte=1, days_before__lte=365), name="kept_in_bounds"),
            models.CheckConstraint(
                condition=Q(institution__isnull=False, organisation__isnull=True, phase="", kind="")
                | Q(institution__isnull=True, organisation__isnull=False, phase="", kind="")
                | Q(institution__isnull=True, organisation__isnull=True, kind="") & ~Q(phase="")
                | Q(institution__isnull=True, organisation__isnull=True, phase="") & ~Q(kind=""),
                name="kept_for_one",
            ),
            models.UniqueConstraint(
                fields=["session", "institution", "organisation", "phase", "kind"],
                nulls_distinct=False,
                name="kept_once",
            ),
        ]

    def __str__(self) -> str:
        return str(self.institution or self.organisation or self.phase or self.get_kind_display())

    @property
    def left(self) -> int:
        """Of the kept places those that are free still."""
        return max(0, self.number - self.taken)

    @property
    def until(self) -> date:
        """The day on which they become places like others."""
        return self.session.on - timedelta(days=self.days_before)

    def is_for(self, institution: Institution | None, organisation: Organisation | None) -> bool:
        """Do people who work there have them?"""
        if institution is not None:
            return self.institution_id == institution.pk or bool(
                self.phase and self.phase == institution.phase
            )
        if organisation is not None:
            return self.organisation_id == organisation.pk or bool(
                self.kind and self.kind == organisation.kind
            )
        return False
