from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected

from .person import Person

ENDS_AFTER_START = Q(from_on__isnull=True) | Q(until_on__isnull=True) | Q(until_on__gte=models.F("from_on"))


class Address(Protected):
    """Where the person lives or lived. Dates that are not known are empty."""

    class Kind(models.TextChoices):
        HOME = "home", _("Home")
        TEMPORARY = "temporary", _("Temporary")
        PLACEMENT = "placement", _("Placement")
        NO_FIXED = "no_fixed", _("No fixed address")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="addresses")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.HOME)
    lines = models.CharField(max_length=300, blank=True, default="")
    postcode = models.CharField(max_length=8, blank=True, default="")
    from_on = models.DateField(null=True, blank=True)
    until_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=ENDS_AFTER_START,
                name="address_ends_after_start",
                violation_error_message=_("The last day must not be before the first day."),
            ),
            models.CheckConstraint(
                condition=Q(kind="no_fixed") | ~Q(lines="", postcode=""),
                name="address_says_where",
                violation_error_message=_("Enter an address, or choose no fixed address."),
            ),
        ]


class Affiliation(Protected):
    """The person’s school, college or work over time: an institution of the directory, or its name in words."""

    class Role(models.TextChoices):
        PUPIL = "pupil", _("Pupil or student")
        EMPLOYEE = "employee", _("Works there")
        OTHER = "other", _("Other")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="affiliations")
    institution = models.ForeignKey(
        "places.Institution", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    name = models.CharField(max_length=200, blank=True, default="")
    role = models.CharField(max_length=10, choices=Role.choices)
    from_on = models.DateField(null=True, blank=True)
    until_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=ENDS_AFTER_START,
                name="affiliation_ends_after_start",
                violation_error_message=_("The last day must not be before the first day."),
            ),
            models.CheckConstraint(
                condition=Q(institution__isnull=False) | ~Q(name=""),
                name="affiliation_says_where",
                violation_error_message=_("Choose the school or enter its name."),
            ),
        ]
