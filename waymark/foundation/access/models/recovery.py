"""Two people vouch for a third, who lost what they sign in with."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.kernel import clock
from waymark.foundation.kernel.sealed_fields import SealedText

from .protected import Protected

USER = settings.AUTH_USER_MODEL


class Seen(models.TextChoices):
    """How whoever vouches knew that it was the person."""

    IN_PERSON = "in_person", _("I met them, and know them or saw their work pass")
    VIDEO = "video", _("I saw them on a video call, and know their face")


class Recovery(Protected):
    """One vouching: written only by functions of the database (sql/recovery.sql), which ask who acts."""

    user = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    vouched_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    vouched_at = models.DateTimeField()
    seen = models.CharField(max_length=10, choices=Seen.choices)
    words = SealedText()
    confirmed_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    # What is kept of the link: its SHA-256.
    link = models.CharField(max_length=64, blank=True, default="")
    works_from = models.DateTimeField()
    ends_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
    stopped_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    stopped_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["user", "vouched_at"], name="recovery_of")]
        constraints = [
            models.CheckConstraint(condition=~Q(vouched_by=F("user")), name="recovery_not_for_oneself"),
            models.CheckConstraint(
                condition=Q(
                    confirmed_by__isnull=True, confirmed_at__isnull=True, link="", used_at__isnull=True
                )
                | Q(confirmed_by__isnull=False, confirmed_at__isnull=False) & ~Q(link=""),
                name="recovery_confirmed_whole",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True)
                | (~Q(confirmed_by=F("vouched_by")) & ~Q(confirmed_by=F("user"))),
                name="recovery_confirmed_by_another",
            ),
            models.CheckConstraint(
                condition=Q(stopped_by__isnull=True, stopped_at__isnull=True)
                | Q(stopped_by__isnull=False, stopped_at__isnull=False),
                name="recovery_stopped_by_somebody",
            ),
            models.UniqueConstraint(fields=["link"], condition=~Q(link=""), name="recovery_link_once"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_open(self) -> bool:
        """Can it still be confirmed, stopped, or its link used?"""
        return self.used_at is None and self.stopped_at is None and clock.now() < self.ends_at

    @property
    def waits(self) -> bool:
        """Does it wait for the second person?"""
        return self.is_open and self.confirmed_at is None
