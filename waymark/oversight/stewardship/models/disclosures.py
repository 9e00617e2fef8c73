from __future__ import annotations

from django.db import models

from waymark.foundation.access.models import Protected

from .asked import staff


class Disclosure(Protected):
    """That an answer was taken to be handed over: how much of what was given, without content. It outlives the request.

    `request_key` is no foreign key, for the same reason. `counts`: decision, or exemption → how many items.
    """

    request_key = models.UUIDField()
    request_reference = models.CharField(max_length=20)
    what = models.CharField(max_length=20)
    counts = models.JSONField(default=dict)
    taken_by = staff()
    taken_on = models.DateField()

    class Meta:
        ordering = ["recorded_at"]

    def __str__(self) -> str:
        return self.request_reference
