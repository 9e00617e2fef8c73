"""The papers of one meeting as one reader may have them: a PDF, sealed, gone a day after the meeting."""

from __future__ import annotations

from typing import Self

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.models import Protected
from waymark.foundation.access.models.protected import ProtectedQuerySet
from waymark.foundation.vault.fields import SealedText

from .meetings import PanelMeeting


class PackQuerySet(ProtectedQuerySet):
    """Copies are their readers’ alone, whatever else somebody holds (sql/packs.sql says the same)."""

    def visible_to(self, actor: Actor) -> Self:
        seen = super().visible_to(actor)
        of_a_job = any(grant.startswith("system:") for grant in actor.grants)
        return seen if of_a_job else seen.filter(reader_id=actor.user_id)


class Pack(Protected):
    """One copy for one reader. `items` are those that are in it; `content` the PDF (base64), empty until it is made.

    The database shows it to its reader alone, and only while the papers of the meeting are open to them.
    """

    meeting = models.ForeignKey(PanelMeeting, on_delete=models.CASCADE, related_name="packs")
    reader = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("places.Organisation", on_delete=models.PROTECT, related_name="+")
    items = ArrayField(models.UUIDField(), default=list)
    content = SealedText(blank=True, default="")
    asked_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True, blank=True)
    failed_at = models.DateTimeField(null=True, blank=True)
    until = models.DateTimeField()

    objects = PackQuerySet.as_manager()  # type: ignore[assignment]

    def __str__(self) -> str:
        return str(self.pk)
