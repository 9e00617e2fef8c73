from __future__ import annotations

from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.utils.translation import gettext_lazy as _

from .areas import Authority, Ward


class Institution(models.Model):
    """A school, college, nursery or children’s centre, as its source tells it. Local facts stand apart, at the end.

    Identified by kind and URN (for Welsh schools, the school number).
    """

    class Kind(models.TextChoices):
        SCHOOL = "school", _("School or college")
        CHILDRENS_CENTRE = "childrens_centre", _("Children’s centre")
        WELSH_SCHOOL = "welsh_school", _("School in Wales")

    class Status(models.TextChoices):
        OPEN = "open", _("Open")
        CLOSING = "closing", _("Open, proposed to close")
        PROPOSED = "proposed", _("Proposed to open")
        CLOSED = "closed", _("Closed")
        UNKNOWN = "unknown", _("Not known")

    # What the register of England says of a special school, a pupil referral unit and others.
    NO_PHASE = "Not applicable"

    kind = models.CharField(max_length=20, choices=Kind.choices)
    urn = models.CharField(max_length=10)
    name = models.CharField(max_length=200)
    name_cy = models.CharField(max_length=200, blank=True, default="")
    name_folded = models.CharField(max_length=420, default="")
    type_name = models.CharField(max_length=100, blank=True, default="")
    phase = models.CharField(max_length=50, blank=True, default="")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.UNKNOWN)
    opened_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    authority = models.ForeignKey(
        Authority, on_delete=models.PROTECT, null=True, blank=True, related_name="institutions"
    )
    ward = models.ForeignKey(
        Ward, on_delete=models.PROTECT, null=True, blank=True, related_name="institutions"
    )
    street = models.CharField(max_length=200, blank=True, default="")
    locality = models.CharField(max_length=200, blank=True, default="")
    town = models.CharField(max_length=100, blank=True, default="")
    county = models.CharField(max_length=100, blank=True, default="")
    postcode = models.CharField(max_length=8, blank=True, default="")
    laestab = models.CharField(max_length=8, blank=True, default="")
    trust_name = models.CharField(max_length=200, blank=True, default="")
    trust_code = models.CharField(max_length=10, blank=True, default="")
    pupils = models.PositiveIntegerField(null=True, blank=True)
    source = models.CharField(max_length=200)
    source_on = models.DateField(null=True, blank=True)
    # Ours: an import never touches it. What an authority notes for itself is in the directory part.
    local_name = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "urn"], name="institution_urn_once")]
        indexes = [
            GinIndex(name="institution_folded", fields=["name_folded"], opclasses=["gin_trgm_ops"]),
            models.Index(fields=["postcode"], name="institution_postcode"),
            models.Index(fields=["name", "id"], name="institution_by_name"),
            models.Index(fields=["authority", "name", "id"], name="institution_by_authority"),
            models.Index(fields=["trust_code"], name="institution_trust", condition=~models.Q(trust_code="")),
        ]

    def __str__(self) -> str:
        return self.local_name or self.name


class InstitutionLink(models.Model):
    """What the source says of two institutions: predecessor, successor, split, merged."""

    urn = models.CharField(max_length=10)
    linked_urn = models.CharField(max_length=10)
    linked_name = models.CharField(max_length=200, blank=True, default="")
    kind = models.CharField(max_length=80)
    established_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["urn", "linked_urn", "kind", "established_on"], name="link_once", nulls_distinct=False
            )
        ]
        indexes = [models.Index(fields=["linked_urn"], name="link_other_end")]
