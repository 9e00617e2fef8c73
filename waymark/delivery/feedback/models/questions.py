"""What is asked: versions of the questions of an authority. Neither a version nor a question is ever changed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected


class Occasion(models.TextChoices):
    AFTER = "after", _("After the session")
    LATER = "later", _("Some months later")


class Kind(models.TextChoices):
    """How a question is answered. `PAIR` asks for one statement twice: as it was before, and as it is now."""

    PAIR = "pair", _("1 to 5, before and now")
    AGREE = "agree", _("1 to 5")
    YESNO = "yesno", _("Yes or no")
    WORDS = "words", _("In own words")


class QuestionSet(Protected):
    """A version of the questions, asked from a day on. `recorded_by` is empty for the one that the service ships."""

    number = models.PositiveSmallIntegerField()
    from_on = models.DateField()
    because = models.CharField(max_length=300)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "number"], name="feedback_set_once"),
            models.CheckConstraint(condition=~Q(because=""), name="feedback_set_says_why"),
        ]

    def __str__(self) -> str:
        return str(self.number)


class Question(Protected):
    """`code` is what a measure knows the question by; empty for one that the authority made itself."""

    question_set = models.ForeignKey(QuestionSet, on_delete=models.CASCADE, related_name="questions")
    place = models.PositiveSmallIntegerField()
    occasion = models.CharField(max_length=5, choices=Occasion.choices)
    kind = models.CharField(max_length=5, choices=Kind.choices)
    code = models.CharField(max_length=20, blank=True, default="")
    words = models.CharField(max_length=200)
    words_cy = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["question_set", "place"], name="feedback_question_once"),
            models.CheckConstraint(condition=~Q(words=""), name="feedback_question_asks"),
        ]

    def __str__(self) -> str:
        return self.words

    def said(self, language: str) -> str:
        """In Welsh where there is Welsh, else in English."""
        return self.words_cy if language.startswith("cy") and self.words_cy else self.words
