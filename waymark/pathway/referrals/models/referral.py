"""The referral as the council holds it: what triage works on."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected, token
from waymark.pathway.referrals.states import CLOSED, ReferralState

STATE_NAMES = {
    ReferralState.RECEIVED: _("Received, not yet taken"),
    ReferralState.TRIAGE: _("In triage"),
    ReferralState.CLOSING: _("Waiting for a second person to approve"),
    ReferralState.POLICE_ASSESSMENT: _("With police assessment"),
    ReferralState.SECTION_36: _("Referred to Channel under section 36"),
    ReferralState.TAKEN_OVER: _("Taken over from another authority, with Channel"),
    ReferralState.POLICE_LED: _("Kept with the police"),
    ReferralState.POLICE_CLOSED: _("Closed at police assessment"),
    ReferralState.CHANNEL_ENDED: _("Closed: the Channel case is over"),
    ReferralState.REDIRECTED: _("Closed: redirected to another service"),
    ReferralState.ADVICE: _("Closed with advice"),
    ReferralState.NO_FURTHER_ACTION: _("Closed: no further action"),
    ReferralState.MISTAKEN: _("Closed: mistaken or unfounded"),
}


class Answered(models.TextChoices):
    """An answer that may not be known yet: not knowing is not the same as no."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    NOT_KNOWN = "not_known", _("Not known")


class Referral(Protected):
    """One concern about one person, received by one authority.

    Four times are kept apart: when the concern arose, when it was sent (on the submission), when it was
    received, and when it was recorded here.
    """

    reference = models.CharField(max_length=20, unique=True)
    state = models.CharField(max_length=20, default=ReferralState.RECEIVED)
    submission = models.OneToOneField(
        "concerns.Submission", on_delete=models.PROTECT, related_name="referral"
    )
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="referrals")
    received_at = models.DateTimeField()
    concern_arose_on = models.DateField(null=True, blank=True)
    age_on_receipt = models.PositiveSmallIntegerField(null=True, blank=True)
    under_18 = models.BooleanField(null=True, blank=True)
    lives_with_child = models.CharField(max_length=10, choices=Answered.choices, default=Answered.NOT_KNOWN)
    lead = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="referrals_led",
    )
    due_at = models.DateTimeField(null=True, blank=True)
    # When the police of the area came to see it: as it was sent, and when triage sent it to them.
    heard_by_police_at = models.DateTimeField(null=True, blank=True)
    sent_to_police_at = models.DateTimeField(null=True, blank=True)
    # They saw a referral that was mistaken: when they were told so, and by whom.
    police_mistake_told_on = models.DateField(null=True, blank=True)
    police_mistake_told_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # The decision in force: set when one is signed, emptied when the referral comes back to triage.
    decision = models.ForeignKey(
        "referrals.Decision", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reopened_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    sealed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["authority", "state", "received_at", "id"], name="referral_queue")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=ReferralState.RECEIVED) | Q(lead__isnull=False),
                name="referral_has_lead",
                violation_error_message=_("A referral always has a lead professional."),
            ),
            models.CheckConstraint(
                # One that was taken over from another authority was never decided in triage here.
                condition=Q(
                    state__in=sorted(CLOSED - {ReferralState.CHANNEL_ENDED}),
                    closed_at__isnull=False,
                    decision__isnull=False,
                )
                | Q(state=ReferralState.CHANNEL_ENDED, closed_at__isnull=False)
                | (~Q(state__in=sorted(CLOSED)) & Q(closed_at__isnull=True)),
                name="referral_closed_has_decision",
            ),
            models.CheckConstraint(
                condition=Q(police_mistake_told_on__isnull=True, police_mistake_told_by__isnull=True)
                | Q(
                    Q(heard_by_police_at__isnull=False) | Q(sent_to_police_at__isnull=False),
                    state=ReferralState.MISTAKEN,
                    police_mistake_told_on__isnull=False,
                    police_mistake_told_by__isnull=False,
                ),
                name="referral_police_told_of_mistake",
                violation_error_message=_("The police are told of a mistake that they saw."),
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def tokens(self) -> list[str]:
        return [token(self.pk)]

    @property
    def is_closed(self) -> bool:
        return self.state in CLOSED

    @property
    def is_kept(self) -> bool:
        """Is it kept to named people now? A sealed one is kept to its owner anyway."""
        return self.sealed_at is None and f"authority:{self.authority_id}:triage" not in self.grants

    @property
    def is_seen_by_police(self) -> bool:
        """Did it go to the police of the area: when it was sent, or by a decision of triage?"""
        return f"authority:{self.authority_id}:police" in self.grants

    @property
    def was_seen_by_police(self) -> bool:
        """Did they ever see it, also where they do not any more?"""
        return self.heard_by_police_at is not None or self.sent_to_police_at is not None

    @property
    def state_name(self) -> str:
        return str(STATE_NAMES[ReferralState(self.state)])
