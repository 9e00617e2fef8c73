from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from waymark.foundation.kernel import clock


class Entry(models.Model):
    """An entry of an authority’s own, or, with the code of a national one, the day on which that ends there.

    Never changed: it gets its last day (`until_on`, inclusive) once.
    """

    authority = models.ForeignKey("places.Authority", on_delete=models.PROTECT, related_name="+")
    list = models.CharField(max_length=30)
    code = models.CharField(max_length=20)
    label = models.CharField(max_length=100, blank=True, default="")
    # Of an entry of their own. Where it is empty, Welsh pages show the English words.
    label_cy = models.CharField(max_length=100, blank=True, default="")
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    reason = models.CharField(max_length=300)
    recorded_at = models.DateTimeField(default=clock.now, editable=False)

    class Meta:
        ordering = ["list", "label", "id"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "list", "code"], name="list_entry_once"),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
                name="list_entry_ends_later",
                violation_error_message=_("The last day is not before the first."),
            ),
            models.CheckConstraint(
                condition=(Q(code__startswith="own_") & ~Q(label=""))
                | (~Q(code__startswith="own_") & Q(label="", label_cy="", until_on__isnull=False)),
                name="list_entry_has_words",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="list_entry_says_why"),
        ]

    def __str__(self) -> str:
        return self.label or self.code

    @property
    def words(self) -> str:
        """In the language of the page, as far as there are words in it."""
        return (self.label_cy if get_language() == "cy" else "") or self.label
