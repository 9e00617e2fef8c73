"""Councillors, from one election to the next, and their induction."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected

from .catalogue import Course
from .outcomes import MOST_DAYS

INDUCTION_DAYS = 90


class Term(Protected):
    """From the day of an election to the end of what was elected. `induction` is taken within `due_days` of being
    elected; a course that wants it before counts, too."""

    name = models.CharField(max_length=80)
    elected_on = models.DateField()
    until_on = models.DateField()
    induction = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="+")
    due_days = models.PositiveSmallIntegerField(default=INDUCTION_DAYS)
    # Whether councillors are written to without anybody pressing a button.
    reminds = models.BooleanField(default=False)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-elected_on", "name"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "name"], name="term_once"),
            models.CheckConstraint(
                condition=Q(until_on__gt=F("elected_on")), name="term_ends_after_election"
            ),
            models.CheckConstraint(
                condition=Q(due_days__gte=1, due_days__lte=MOST_DAYS), name="term_induction_in_bounds"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Councillor(Protected):
    """Somebody who was elected: with the others, or later (`elected_on`). `done_on` and `done_how`: an induction that
    somebody noted; one that attendances tell is not written here."""

    term = models.ForeignKey(Term, on_delete=models.CASCADE, related_name="councillors")
    name = models.CharField(max_length=200)
    email = models.EmailField(max_length=254, blank=True, default="")
    elected_on = models.DateField()
    left_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    done_how = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint("term", Lower("name"), name="councillor_once"),
            models.UniqueConstraint(
                "term", Lower("email"), condition=~Q(email=""), name="councillor_once_by_email",
                violation_error_message=_("Somebody in this term has this email address."),
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | Q(left_on__gte=F("elected_on")), name="councillor_left_after"
            ),
            models.CheckConstraint(
                condition=Q(done_on__isnull=True, done_how="")
                | (Q(done_on__gte=F("elected_on")) & ~Q(done_how="")),
                name="councillor_done_says_how",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def due_on(self) -> date:
        return self.elected_on + timedelta(days=self.term.due_days)
