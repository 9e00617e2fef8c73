from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.vault.fields import SealedText

from .matches import Match
from .person import Person


class OwnerQuestion(Protected):
    """Somebody may not open an earlier record, and asks its owner about it. The owner says what may be known.

    It belongs to the person it is asked for, and goes with them. It has a key of its own: the owner sees the question,
    and need not see the person.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="owner_questions")
    match = models.OneToOneField(Match, on_delete=models.CASCADE, related_name="owner_question")
    why = SealedText()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answer = SealedText(blank=True, default="")
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(why=""), name="owner_question_says_why"),
            models.CheckConstraint(
                condition=Q(answer="", answered_by__isnull=True, answered_at__isnull=True)
                | (~Q(answer="") & Q(answered_by__isnull=False, answered_at__isnull=False)),
                name="owner_question_answer_whole",
                violation_error_message=_("Give an answer."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
