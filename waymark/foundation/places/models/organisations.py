from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from waymark.foundation.kernel.text import fold

from .areas import Authority, Ward
from .dated import Dated
from .institutions import Institution


class Organisation(Dated):
    """An employer or agency that an authority works with."""

    class Kind(models.TextChoices):
        COUNCIL = "council", _("Council")
        DEPARTMENT = "department", _("Council department")
        POLICE = "police", _("Police")
        SCHOOL = "school", _("School, college or nursery")
        NHS = "nhs", _("NHS body")
        PROBATION = "probation", _("Probation")
        PRISON = "prison", _("Prison or young offender institution")
        HOUSING = "housing", _("Housing provider")
        CONTRACTOR = "contractor", _("Contractor")
        YOUTH = "youth", _("Youth centre or youth provider")
        SUPPLEMENTARY = "supplementary", _("Supplementary school")
        OUT_OF_SCHOOL = "out_of_school", _("Out-of-school setting")
        CHARITY = "charity", _("Charity or community organisation")
        OTHER = "other", _("Other")

    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="organisations")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    name = models.CharField(max_length=200)
    name_folded = models.CharField(max_length=420, default="", editable=False)
    ward = models.ForeignKey(
        Ward, on_delete=models.PROTECT, null=True, blank=True, related_name="organisations"
    )
    institution = models.ForeignKey(
        Institution, on_delete=models.PROTECT, null=True, blank=True, related_name="organisations"
    )
    contact_email = models.EmailField(blank=True, default="")
    contact_phone = models.CharField(max_length=40, blank=True, default="")

    class Meta(Dated.Meta):
        constraints = [
            *Dated.Meta.constraints,
            models.UniqueConstraint(fields=["authority", "name"], name="organisation_once"),
        ]
        indexes = [models.Index(fields=["name", "id"], name="organisation_by_name")]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **given: Any) -> None:
        """Keeps the name as it is looked for."""
        self.name_folded = fold(self.name)
        super().save(*args, **given)

    def is_over(self, on: date) -> bool:
        return self.valid_until is not None and self.valid_until < on


class Team(Dated):
    """A part of an organisation that work is given to."""

    class Kind(models.TextChoices):
        PREVENT = "prevent", _("Prevent team")
        CHILDREN = "children", _("Front door: children’s social care")
        ADULTS = "adults", _("Front door: adults’ social care")
        OTHER = "other", _("Other")

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="teams")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return self.name
