"""The look back after the end of support: 6 and 12 months, and longer where the panel says so."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.vault.fields import SealedText

from .ending import SignOff

WITHIN = "review.exit.report.case.referral"


class ReviewKind(models.TextChoices):
    SIX = "six", _("First review")
    TWELVE = "twelve", _("Second review")
    LONGER = "longer", _("Last review")


class Review(Protected):
    """One review that is due. The first two are born with the exit, in its transaction; none is ever changed, and none
    goes before the whole referral goes. `source`: the period it was due by
    (`clocks.told_of`), or of the last one the day on which the panel decided it."""

    exit = models.ForeignKey(SignOff, on_delete=models.CASCADE, related_name="reviews")
    kind = models.CharField(max_length=6, choices=ReviewKind.choices)
    due_on = models.DateField()
    source = models.CharField(max_length=400)

    class Meta:
        ordering = ["due_on"]
        constraints = [models.UniqueConstraint(fields=["exit", "kind"], name="exit_review_once")]

    def __str__(self) -> str:
        return str(self.pk)


class Outcome(models.TextChoices):
    NOTHING = "nothing", _("Nothing further")
    REOPEN = "reopen", _("Open the case again")
    EXTEND = "extend", _("Look for longer")


class LookBack(Protected):
    """What the panel found at a review. Signed; never changed."""

    review = models.OneToOneField(Review, on_delete=models.CASCADE, related_name="look_back")
    held_on = models.DateField()
    attendees = SealedText(within=WITHIN)
    # Which kinds of agency were asked anew (`panel.Sector`), and when they and the police had answered.
    agencies = ArrayField(models.CharField(max_length=20))
    partners_checked_on = models.DateField()
    police_checked_on = models.DateField()
    findings = SealedText(within=WITHIN)
    decision = models.CharField(max_length=7, choices=Outcome.choices)
    reason = SealedText(blank=True, default="", within=WITHIN)
    longer_until = models.DateField(null=True, blank=True)
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    signed_as = models.CharField(max_length=200)
    signed_at = models.DateTimeField()

    class Meta:
        ordering = ["signed_at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(attendees="") & ~Q(findings="") & ~Q(agencies=[]),
                name="look_back_is_whole",
                violation_error_message=_("Say who came, who was asked, and what was found."),
            ),
            models.CheckConstraint(
                condition=Q(decision="nothing", longer_until__isnull=True)
                | (Q(decision="reopen", longer_until__isnull=True) & ~Q(reason=""))
                | (Q(decision="extend", longer_until__isnull=False) & ~Q(reason="")),
                name="look_back_says_why",
                violation_error_message=_("Say why, and until when you look."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Alarm(Protected):
    """That people were told of a review: so many days after it is due (before it, if negative). Each once."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="alarms")
    days = models.SmallIntegerField()
    given_at = models.DateTimeField()

    class Meta:
        ordering = ["days"]
        constraints = [models.UniqueConstraint(fields=["review", "days"], name="exit_alarm_once")]

    def __str__(self) -> str:
        return str(self.pk)
