"""Support that stops for a while, and an overt investigation that goes on beside it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.vault.fields import SealedText

USER = settings.AUTH_USER_MODEL


class PauseKind(models.TextChoices):
    CUSTODY = "custody", _("The person is in custody")
    INVESTIGATED = "investigated", _("The person is under investigation")
    OTHER = "other", _("Another reason")


class Signed(Protected):
    """Said by somebody, in their role, at a time. Never changed."""

    signed_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    signed_as = models.CharField(max_length=200)
    signed_at = models.DateTimeField()

    class Meta:
        abstract = True
        ordering = ["signed_at"]


class Pause(Signed):
    """Support stops for now; the case stays with the panel. Signed; never changed."""

    case = models.ForeignKey("channel.Case", on_delete=models.CASCADE, related_name="pauses")
    kind = models.CharField(max_length=12, choices=PauseKind.choices)
    reason = SealedText(within="case.referral")
    on = models.DateField()

    class Meta(Signed.Meta):
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="pause_has_reason")]

    def __str__(self) -> str:
        return str(self.pk)


class GoingOn(Signed):
    """Support goes on after a pause, and why it can. Signed; never changed."""

    pause = models.OneToOneField(Pause, on_delete=models.CASCADE, related_name="going_on")
    reason = SealedText(within="pause.case.referral")
    on = models.DateField()

    class Meta(Signed.Meta):
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="going_on_has_reason")]

    def __str__(self) -> str:
        return str(self.pk)


class Investigation(Signed):
    """What is known of an overt investigation beside Channel: three facts that the panel weighs, and decides itself.

    PMAP duty guidance, addendum of October 2025: the person knows of it; there was executive action or an arrest; the
    panel agrees with the senior investigating officer that the risk can be managed. Signed; the newest holds.
    """

    case = models.ForeignKey("channel.Case", on_delete=models.CASCADE, related_name="investigations")
    notified_on = models.DateField(null=True, blank=True)
    acted_on = models.DateField(null=True, blank=True)
    agreed_on = models.DateField(null=True, blank=True)
    words = SealedText(within="case.referral")

    class Meta(Signed.Meta):
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="investigation_has_words")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def facts(self) -> list[tuple[object, object]]:
        return [
            (_("The person was told of the investigation"), self.notified_on),
            (_("There was an arrest or other executive action"), self.acted_on),
            (_("The panel and the senior investigating officer agreed that the risk can be managed"), self.agreed_on),
        ]  # fmt: skip
