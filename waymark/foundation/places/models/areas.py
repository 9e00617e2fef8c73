from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from .dated import Dated


class Nation(models.TextChoices):
    """The nations, as kernel.working_days names them."""

    ENGLAND = "england", _("England")
    WALES = "wales", _("Wales")
    SCOTLAND = "scotland", _("Scotland")
    NORTHERN_IRELAND = "northern-ireland", _("Northern Ireland")


class Region(Dated):
    code = models.CharField(max_length=9, unique=True)
    name = models.CharField(max_length=100)

    def __str__(self) -> str:
        return self.name


class PoliceForce(Dated):
    code = models.CharField(max_length=9, unique=True)
    name = models.CharField(max_length=100)

    def __str__(self) -> str:
        return self.name


class Authority(Dated):
    """A local authority. `uses_waymark`: it keeps its records here (a tenant), and is not only named."""

    class Kind(models.TextChoices):
        UNITARY = "unitary", _("Unitary authority")
        DISTRICT = "district", _("District council")
        COUNTY = "county", _("County council")
        LONDON = "london", _("London borough")
        METROPOLITAN = "metropolitan", _("Metropolitan district")
        WELSH = "welsh", _("Welsh council area")
        SCOTTISH = "scottish", _("Scottish council area")
        NORTHERN_IRISH = "northern-irish", _("Northern Irish district")

    code = models.CharField(max_length=9, unique=True)
    name = models.CharField(max_length=100)
    official_name = models.CharField(max_length=150, blank=True, default="")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    nation = models.CharField(max_length=20, choices=Nation.choices)
    region = models.ForeignKey(
        Region, on_delete=models.PROTECT, null=True, blank=True, related_name="authorities"
    )
    force = models.ForeignKey(
        PoliceForce, on_delete=models.PROTECT, null=True, blank=True, related_name="authorities"
    )
    upper_code = models.CharField(max_length=9, blank=True, default="")
    county = models.CharField(max_length=100, blank=True, default="")
    dfe_code = models.CharField(max_length=3, blank=True, default="")
    slug = models.CharField(max_length=100, blank=True, default="")
    safety_partnerships = models.TextField(blank=True, default="")
    predecessor_code = models.CharField(max_length=9, blank=True, default="")
    uses_waymark = models.BooleanField(default=False)
    source = models.CharField(max_length=200, blank=True, default="")

    class Meta(Dated.Meta):
        verbose_name_plural = "authorities"

    def __str__(self) -> str:
        return self.name


class Ward(Dated):
    code = models.CharField(max_length=9, unique=True)
    name = models.CharField(max_length=100)
    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="wards")
    constituency = models.CharField(max_length=100, blank=True, default="")

    def __str__(self) -> str:
        return self.name
