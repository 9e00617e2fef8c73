"""One file on its way in: what it holds, how its columns were matched, what is wrong with it, what came of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from waymark.foundation.access.models import Protected
from waymark.foundation.vault.fields import SealedJSON, SealedText


class Import(Protected):
    """Seen by whoever sent it, and by nobody else. It goes a day after it came.

    `table` is `columns` and `rows` (each its number in the file, then its cells); `faults` is `found`: row number, and
    the field and sentence of each thing that is wrong with the row. Stages follow one another: matched, checked,
    confirmed, taken; a new matching begins again.
    """

    kind = models.CharField(max_length=40)
    about = models.CharField(max_length=60, blank=True, default="")
    name = SealedText()
    table = SealedJSON()
    faults = SealedJSON(default=dict)
    matching = models.JSONField(default=dict)
    language = models.CharField(max_length=5, default="en")
    rows = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    good = models.PositiveIntegerField(default=0)
    there = models.PositiveIntegerField(default=0)
    bad = models.PositiveIntegerField(default=0)
    new = models.PositiveIntegerField(default=0)
    came_at = models.DateTimeField()
    matched_at = models.DateTimeField(null=True, blank=True)
    checked_at = models.DateTimeField(null=True, blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    taken_at = models.DateTimeField(null=True, blank=True)
    problem = models.CharField(max_length=500, blank=True, default="")
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    working_for = models.ForeignKey(
        "places.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_waiting(self) -> bool:
        """Work goes on in the background."""
        checking = self.matched_at is not None and self.checked_at is None
        taking = self.confirmed_at is not None and self.taken_at is None
        return not self.problem and (checking or taking)


class Layout(Protected):
    """How the columns of a list were matched the last time that its headings came. `headings` is a keyed hash."""

    kind = models.CharField(max_length=40)
    headings = models.CharField(max_length=64)
    matching = models.JSONField(default=dict)
    used_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "kind", "headings"], name="import_layout_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)
