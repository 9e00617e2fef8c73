from __future__ import annotations

import uuid

from django.db import models


class RegisterUpload(models.Model):
    """A register as it was uploaded, kept between the preview and the deed. The content goes when it is done."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField(max_length=200)
    content = models.BinaryField(default=b"")
    shown = models.JSONField(default=dict)
    recorded_at = models.DateTimeField()
    applied_at = models.DateTimeField(null=True, blank=True)
    # A long one is read, and later taken, in the background.
    looked_at = models.DateTimeField(null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    done = models.PositiveIntegerField(default=0)
    problem = models.CharField(max_length=500, blank=True, default="")

    def __str__(self) -> str:
        return self.name

    @property
    def is_waiting(self) -> bool:
        taking = self.confirmed_at is not None and self.applied_at is None
        return not self.problem and (self.looked_at is None or taking)
