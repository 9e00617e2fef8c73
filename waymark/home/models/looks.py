from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected

USER = settings.AUTH_USER_MODEL


class Review(Protected):
    """One week’s looks that somebody should ask about: facts, in the order of time."""

    week_from = models.DateField()
    made_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "week_from"], name="review_once_a_week")]


class ReviewLine(Protected):
    """What one account looked at in the week, and the plain facts for which it is listed.

    A line about no one record (`about_kind` empty) is about how many were opened on one day.
    """

    class Answered(models.TextChoices):
        EXPLAINED = "explained", _("Explained: it was part of their work")
        ASK = "ask", _("Ask: I am asking the person or their manager")
        REFER = "refer", _("Refer: it goes to the data protection officer or to human resources")

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="lines")
    reader = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    about_kind = models.CharField(max_length=80, blank=True, default="")
    about_id = models.CharField(max_length=40, blank=True, default="")
    reference = models.CharField(max_length=20, blank=True, default="")
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    times = models.PositiveIntegerField()
    facts = ArrayField(models.CharField(max_length=20))
    # The first look at an unusual hour, when that is one of the facts.
    odd_at = models.DateTimeField(null=True, blank=True)
    answer = models.CharField(max_length=10, choices=Answered.choices, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["review", "reader", "about_kind", "about_id"], name="review_line_once"
            ),
            models.CheckConstraint(condition=~Q(facts=[]), name="review_line_has_a_fact"),
        ]

    @property
    def is_open(self) -> bool:
        return self.answer in ("", self.Answered.ASK)


class Answer(Protected):
    """What a reviewer said of a line. Never changed: a later answer is another row."""

    line = models.ForeignKey(ReviewLine, on_delete=models.CASCADE, related_name="answers")
    answer = models.CharField(max_length=10, choices=ReviewLine.Answered.choices)
    note = models.TextField(max_length=2000)
    answered_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField()


class Inquiry(Protected):
    """Somebody looked into what an account had looked at, and why."""

    account = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(USER, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(max_length=1000)
    asked_at = models.DateTimeField()


class HomeArea(Protected):
    """The first half of the postcode where somebody with an account lives: looks near home can be asked about."""

    user = models.OneToOneField(USER, on_delete=models.CASCADE, related_name="+")
    district = models.CharField(max_length=4)
    noted_on = models.DateField()

    def __str__(self) -> Any:
        return self.district
