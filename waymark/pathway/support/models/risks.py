"""Risks that the panel weighs, each in words: who answers for it, what is done, when it is looked at again."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.vault.fields import SealedText
from waymark.pathway.support.states import RiskState

USER = settings.AUTH_USER_MODEL
R = RiskState
RISK_NAMES = {
    R.ASKED: _("Waiting for an answer"),
    R.OWNED: _("Somebody answers for it"),
    R.UNOWNED: _("Nobody answers for it"),
    R.CLOSED: _("Closed"),
}


class Whom(models.TextChoices):
    """Who could come to harm, and from whom. A kind, never a degree."""

    SELF = "self", _("To the person, from themselves")
    FROM_OTHERS = "from_others", _("To the person, from others")
    OTHERS = "others", _("To others")
    CHILD = "child", _("To a child in the household")
    STAFF = "staff", _("To staff")


class Risk(Protected):
    """One risk in words. What it is never changes; who answers for it, and what is done about it, does (`entries`).

    It has a key of its own, so that whoever answers for it reads it without the key of the case.
    """

    reference = models.CharField(max_length=20, unique=True)
    case = models.ForeignKey("channel.Case", on_delete=models.CASCADE, related_name="risks")
    whom = models.CharField(max_length=12, choices=Whom.choices)
    words = SealedText()
    done_about = SealedText()
    person = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey("places.Organisation", on_delete=models.PROTECT, related_name="+")
    review_on = models.DateField()
    state = models.CharField(max_length=10, default=R.ASKED)
    raised_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    raised_at = models.DateTimeField()

    class Meta:
        ordering = ["raised_at", "recorded_at", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(words="") & ~Q(done_about=""), name="support_risk_worded")
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def state_name(self) -> str:
        return str(RISK_NAMES[R(self.state)])


class RiskEvent(models.TextChoices):
    RAISED = "raised", _("Put down, and somebody asked to answer for it")
    ACCEPTED = "accepted", _("Taken on")
    DECLINED = "declined", _("Not taken on, or given back")
    REVIEWED = "reviewed", _("Looked at again")
    HANDED = "handed", _("Somebody else asked to answer for it")
    CLOSED = "closed", _("Closed")
    REOPENED = "reopened", _("Open again")
    LET_GO = "let_go", _("The panel no longer has the case")


class RiskEntry(Protected):
    """What happened to a risk, signed by whoever did it, or by nobody where the case did it. Never changed."""

    risk = models.ForeignKey(Risk, on_delete=models.CASCADE, related_name="entries")
    kind = models.CharField(max_length=10, choices=RiskEvent.choices)
    words = SealedText(blank=True, default="", within="risk")
    # Who is asked to answer for it from here on.
    owner = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    review_on = models.DateField(null=True, blank=True)
    written_by = models.ForeignKey(USER, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ["written_at", "recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=[RiskEvent.RAISED, RiskEvent.ACCEPTED, RiskEvent.LET_GO]) | ~Q(words=""),
                name="support_risk_entry_worded",
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)
