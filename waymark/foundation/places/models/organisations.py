from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .areas import Authority
from .dated import Dated
from .institutions import Institution


class Organisation(Dated):
    """An employer or agency that an authority works with."""

    class Kind(models.TextChoices):
        COUNCIL = "council", _("Council")
        POLICE = "police", _("Police")
        SCHOOL = "school", _("School, college or nursery")
        NHS = "nhs", _("NHS body")
        PROBATION = "probation", _("Probation")
        HOUSING = "housing", _("Housing provider")
        CHARITY = "charity", _("Charity or community organisation")
        OTHER = "other", _("Other")

    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="organisations")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    name = models.CharField(max_length=200)
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

    def __str__(self) -> str:
        return self.name


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


class Contact(Dated):
    """A person to reach at an organisation or institution, in a role, from one date to another."""

    class Role(models.TextChoices):
        HEAD = "head", _("Head teacher")
        DSL = "dsl", _("Designated safeguarding lead")
        GOVERNOR = "governor", _("Governor")
        PREVENT_LEAD = "prevent_lead", _("Prevent lead")
        OTHER = "other", _("Other")

    organisation = models.ForeignKey(
        Organisation, on_delete=models.CASCADE, null=True, blank=True, related_name="contacts"
    )
    institution = models.ForeignKey(
        Institution, on_delete=models.CASCADE, null=True, blank=True, related_name="contacts"
    )
    role = models.CharField(max_length=20, choices=Role.choices)
    name = models.CharField(max_length=200)
    email = models.EmailField(blank=True, default="")
    phone = models.CharField(max_length=40, blank=True, default="")

    class Meta(Dated.Meta):
        constraints = [
            *Dated.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(organisation__isnull=False) | models.Q(institution__isnull=False),
                name="contact_belongs_somewhere",
                violation_error_message=_("Say which organisation or institution the contact belongs to."),
            ),
        ]
