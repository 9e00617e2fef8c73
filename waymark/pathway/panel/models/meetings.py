"""A meeting of a panel: the meeting itself stands in the foundation; here is whose it is."""

from __future__ import annotations

from django.db import models

from waymark.foundation.access.models import Protected

from .panels import Panel


class PanelMeeting(Protected):
    """Which panel meets. Who is asked to come follows from the seats on the day of the meeting."""

    panel = models.ForeignKey(Panel, on_delete=models.CASCADE, related_name="meetings")
    meeting = models.OneToOneField("meetings.Meeting", on_delete=models.CASCADE, related_name="+")

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def reference(self) -> str:
        return self.meeting.reference
