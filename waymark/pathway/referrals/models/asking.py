"""What other organisations are asked: for information, or to take the matter on."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected, token
from waymark.foundation.vault.fields import SealedText


class RequestState(models.TextChoices):
    OPEN = "open", _("Waiting for an answer")
    ANSWERED = "answered", _("Answered")
    DECLINED = "declined", _("Declined")


class InformationRequest(Protected):
    """A question to one organisation. The asked see this row and nothing else of the referral."""

    reference = models.CharField(max_length=20, unique=True)
    referral = models.ForeignKey("referrals.Referral", on_delete=models.CASCADE, related_name="requests")
    asked = models.ForeignKey("places.Organisation", on_delete=models.PROTECT, related_name="+")
    question = SealedText()
    basis = SealedText()
    due_on = models.DateField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=RequestState.choices, default=RequestState.OPEN)
    reply = SealedText(blank=True, default="")
    handling = models.CharField(max_length=200, blank=True, default="")
    why = SealedText(blank=True, default="")
    replied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # Their own people answered on their page; otherwise the officer wrote down what they said.
    answered_themselves = models.BooleanField(default=False)
    # The referral was mistaken: when they were told so.
    mistake_told_on = models.DateField(null=True, blank=True)
    replied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["asked_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="open", replied_at__isnull=True)
                | (Q(state="answered", replied_at__isnull=False) & ~Q(reply=""))
                | (Q(state="declined", replied_at__isnull=False) & ~Q(why="")),
                name="request_reply_whole",
                violation_error_message=_("Give an answer, or say why there is none."),
            ),
            # What allows them to share is never the consent to support, which has a record of its own.
            models.CheckConstraint(
                condition=~Q(question="") & ~Q(basis=""), name="request_says_what_and_why"
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def tokens(self) -> list[str]:
        return [token(self.referral_id)]


class RequestOverride(Protected):
    """A second, more senior person lets a referral close though a request is open. Never changed; stays visible."""

    request = models.OneToOneField(InformationRequest, on_delete=models.CASCADE, related_name="override")
    reason = SealedText(within="request.referral")
    overridden_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    overridden_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="override_has_reason")]

    def __str__(self) -> str:
        return str(self.pk)


class RedirectState(models.TextChoices):
    WAITING = "waiting", _("Waiting for their answer")
    ACCEPTED = "accepted", _("Accepted")
    NOT_ACCEPTED = "not_accepted", _("Not accepted")


class Redirect(Protected):
    """The matter is given to another service, which accepts or does not. The service sees this row only."""

    reference = models.CharField(max_length=20, unique=True)
    referral = models.ForeignKey("referrals.Referral", on_delete=models.CASCADE, related_name="redirects")
    service = models.ForeignKey(
        "places.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    service_name = models.CharField(max_length=200)
    message = SealedText()
    basis = SealedText()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    state = models.CharField(max_length=15, choices=RedirectState.choices, default=RedirectState.WAITING)
    answer = SealedText(blank=True, default="")
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    # Their own people answered on their page; otherwise the officer wrote down what they said.
    answered_themselves = models.BooleanField(default=False)
    # The referral was mistaken: when they were told so.
    mistake_told_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["asked_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="waiting", answered_on__isnull=True)
                | Q(state="accepted", answered_on__isnull=False, answered_by__isnull=False)
                | (
                    Q(state="not_accepted", answered_on__isnull=False, answered_by__isnull=False)
                    & ~Q(answer="")
                ),
                name="redirect_answer_whole",
                violation_error_message=_("Say whether the service accepts and, if not, why."),
            ),
            models.CheckConstraint(
                condition=~Q(message="") & ~Q(basis=""), name="redirect_says_what_and_why"
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def tokens(self) -> list[str]:
        return [token(self.referral_id)]
