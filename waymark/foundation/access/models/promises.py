from __future__ import annotations

from django.db import models


class PromisedRole(models.Model):
    """The role that somebody invited gets when they accept."""

    invitation = models.OneToOneField(
        "accounts.Invitation", on_delete=models.CASCADE, related_name="promised"
    )
    organisation = models.ForeignKey("places.Organisation", on_delete=models.PROTECT, related_name="+")
    authority = models.ForeignKey("places.Authority", on_delete=models.PROTECT, related_name="+")
    role = models.SlugField(max_length=40)

    def __str__(self) -> str:
        return f"{self.role} {self.pk}"
