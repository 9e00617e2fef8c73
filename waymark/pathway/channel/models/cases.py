"""The case of one person in Channel, and what has happened to it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.pathway.channel.states import CaseState

STATE_NAMES = {
    CaseState.AWAITING_FIRST_PANEL: _("Waiting for the panel"),
    CaseState.DEFERRED: _("Deferred by the panel"),
    CaseState.NOT_ADOPTED: _("Not adopted"),
    CaseState.CONSENT_PENDING: _("Adopted, consent to be asked"),
    CaseState.CONSENT_REFUSED: _("Consent refused or not obtained"),
    CaseState.CONSENT_WITHDRAWN: _("Consent withdrawn"),
    CaseState.CONSENT_LAPSED: _("Consent has ended, to be asked again"),
    CaseState.ACTIVE: _("Supported"),
    CaseState.PAUSED: _("Support paused"),
    CaseState.ENDING: _("The end of support waits for its signature"),
    CaseState.AFTER_EXIT: _("Support ended, first review to come"),
    CaseState.AFTER_SIX_MONTHS: _("Support ended, second review to come"),
    CaseState.LOOKED_AT_LONGER: _("Support ended, reviews extended"),
    CaseState.CLOSED: _("Closed after its reviews"),
    CaseState.POLICE_LED: _("Kept with the police"),
    CaseState.ENDED_BEFORE_PANEL: _("Ended while with the police"),
    CaseState.TRANSFERRED: _("Transferred to another authority"),
}


class Case(Protected):
    """One for each referral under section 36. It carries what the referral carries, and goes when it goes."""

    reference = models.CharField(max_length=20, unique=True)
    referral = models.OneToOneField(
        "referrals.Referral", on_delete=models.CASCADE, related_name="channel_case"
    )
    # The section 36 referral in force: who refers, on what grounds, decided when. Empty for a case that was taken over
    # from another authority, where that referral was made.
    section_36 = models.ForeignKey(
        "assessment.PoliceDecision", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    state = models.CharField(max_length=25, default=CaseState.AWAITING_FIRST_PANEL)
    # Never nobody: the column takes no empty value.
    lead = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    # What the panel decided of it last: a state that a panel leads to is reached by a signed decision.
    decision = models.ForeignKey(
        "channel.PanelDecision", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["opened_at"]

    def __str__(self) -> str:
        return self.reference

    @property
    def state_name(self) -> str:
        return str(STATE_NAMES[CaseState(self.state)])


class Kind(models.TextChoices):
    REFERRED = "referred", _("Referred under section 36")
    LED = "led", _("Lead professional")
    HELD = "held", _("Kept with the police")
    ENDED = "ended", _("Ended while with the police")
    ADOPTED = "adopted", _("Adopted")
    NOT_ADOPTED = "not_adopted", _("Not adopted")
    DEFERRED = "deferred", _("Deferred")
    ENTERED_WRONGLY = "entered_wrong", _("The decision was entered wrongly")
    CONSENTED = "consented", _("Consent given")
    REFUSED = "refused", _("Consent refused or not obtained")
    WITHDRAWN = "withdrawn", _("Consent withdrawn")
    LAPSED = "lapsed", _("Consent has ended")
    PAUSED = "paused", _("Support paused")
    WENT_ON = "went_on", _("Support goes on")
    ENDING = "ending", _("The end of support proposed")
    KEPT_ON = "kept_on", _("The end of support not signed")
    EXITED = "exited", _("Support ended")
    REVIEWED = "reviewed", _("Reviewed after the end of support")
    LONGER = "longer", _("Looked at for longer")
    CLOSED = "closed", _("Closed")
    REOPENED = "reopened", _("Reopened")
    TRANSFERRED = "transferred", _("Transferred")
    TAKEN_OVER = "taken_over", _("Taken over from another authority")


class CaseEvent(Protected):
    """What happened on one day (`on`), written down at a time (`entered_at`). Signed; never changed."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="events")
    kind = models.CharField(max_length=15, choices=Kind.choices)
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
