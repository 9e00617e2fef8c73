"""The case of one person in Channel, and what has happened to it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected

from .states import CaseState

STATE_NAMES = {
    CaseState.AWAITING_FIRST_PANEL: _("Waiting for the first panel"),
    CaseState.POLICE_LED: _("Kept with the police"),
    CaseState.ENDED_BEFORE_PANEL: _("Ended before a panel"),
}


class Case(Protected):
    """One for each referral under section 36. It carries what the referral carries, and goes when it goes."""

    reference = models.CharField(max_length=20, unique=True)
    referral = models.OneToOneField(
        "referrals.Referral", on_delete=models.CASCADE, related_name="channel_case"
    )
    # The section 36 referral in force: who refers, on what grounds, decided when.
    section_36 = models.ForeignKey("assessment.PoliceDecision", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=25, default=CaseState.AWAITING_FIRST_PANEL)
    # Never nobody: the column takes no empty value.
    lead = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()

    class Meta:
        ordering = ["opened_at"]

    def __str__(self) -> str:
        return self.reference

    @property
    def state_name(self) -> str:
        return str(STATE_NAMES[CaseState(self.state)])


class Kind(models.TextChoices):
    REFERRED = "referred", _("Referred under section 36")
    HELD = "held", _("Kept with the police")
    ENDED = "ended", _("Ended before a panel")
    LED = "led", _("Lead professional")


class CaseEvent(Protected):
    """What happened on one day (`on`), written down at a time (`entered_at`). Signed; never changed."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="events")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    on = models.DateField()
    # Whose it was from then on, where the lead changed.
    lead = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # Empty: the service did it by itself, when an account was disabled.
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    entered_at = models.DateTimeField()

    class Meta:
        ordering = ["entered_at", "recorded_at"]

    def __str__(self) -> str:
        return str(self.pk)
