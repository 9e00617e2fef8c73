from __future__ import annotations

from django.db import models

from waymark.foundation.access.models import Protected


class Stone(Protected):
    """That a field of a row was taken out. Written by the database alone, and replayed after a restore."""

    relation = models.CharField(max_length=63)
    row_id = models.UUIDField()
    field = models.CharField(max_length=63)
    record_id = models.UUIDField()
    purge_key = models.UUIDField()
    taken_on = models.DateField()

    class Meta:
        ordering = ["taken_on", "id"]
        constraints = [
            models.UniqueConstraint(fields=["relation", "row_id", "field"], name="stone_once"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
