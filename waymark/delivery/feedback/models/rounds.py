"""A round: the people of one session are asked, once after it and once some months later."""

from __future__ import annotations

from django.db import models

from waymark.delivery.training.models import Session
from waymark.foundation.access.models import Protected

from .questions import Occasion, QuestionSet


class Round(Protected):
    """With the version of the questions that was in force when it began. `nudged_at`: when it was asked again, once."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="rounds")
    occasion = models.CharField(max_length=5, choices=Occasion.choices)
    question_set = models.ForeignKey(QuestionSet, on_delete=models.PROTECT, related_name="rounds")
    asked_at = models.DateTimeField()
    nudged_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["asked_at", "id"]
        indexes = [models.Index(fields=["authority", "asked_at"], name="feedback_round_when")]
        constraints = [models.UniqueConstraint(fields=["session", "occasion"], name="feedback_round_once")]

    def __str__(self) -> str:
        return str(self.pk)
