from __future__ import annotations

from functools import partial

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.kernel.references import Letter, new_reference
from waymark.foundation.vault.fields import SealedText

SHORTER_THAN_A_SENTENCE = 8


class Ground(models.TextChoices):
    INTELLIGENCE = (
        "intelligence",
        _("It came from an intelligence service, or was worked out from what came from one"),
    )
    ABOUT = "about", _("It is about an intelligence service or what one does")
    MARKED = "marked", _("It is marked SECRET or TOP SECRET")


class Purge(Protected):
    """One person asks that items are taken out; another agrees, or does not.

    `items` are places and never words: `kind` (the model), `relation`, `id`, `columns`, `record` (the key of the record
    it belongs to) and `on` (the day it was written). `done_at` is set by the database, with the stones.
    """

    reference = models.CharField(max_length=20, unique=True, default=partial(new_reference, Letter.PURGE))
    about = models.CharField(max_length=20)
    ground = models.CharField(max_length=12, choices=Ground.choices)
    why = SealedText()
    items = models.JSONField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    agreed = models.BooleanField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    refused_because = SealedText(blank=True, default="")
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-asked_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(agreed__isnull=True, decided_by__isnull=True, decided_at__isnull=True)
                | Q(agreed__isnull=False, decided_by__isnull=False, decided_at__isnull=False),
                name="purge_decided_whole",
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("asked_by")), name="purge_two_people"
            ),
            models.CheckConstraint(condition=Q(ground__in=Ground.values), name="purge_ground_is_listed"),
            models.CheckConstraint(
                condition=Q(why__longer_than=SHORTER_THAN_A_SENTENCE), name="purge_says_why"
            ),
            models.CheckConstraint(
                condition=Q(refused_because="") | Q(agreed=False), name="purge_reason_of_a_refusal"
            ),
            models.CheckConstraint(
                condition=Q(done_at__isnull=True) | Q(agreed=True), name="purge_agreed_before_done"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
