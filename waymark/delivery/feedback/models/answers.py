"""What somebody said, and never who: numbers, words, and whether the words may be quoted."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from waymark.foundation.access.models import Protected

from .questions import Question
from .rounds import Round


class Reply(Protected):
    """One person’s answers. It has a day and no time.

    `link_key` is a keyed hash of the link that was used, so that one link serves as often as people came by it. Without
    the secret of the service nobody can tell whose link it was. `wording` is the version of the words in which leave
    to quote was asked for (`wording.py`).
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="replies")
    link_key = models.CharField(max_length=64)
    answered_on = models.DateField()
    may_quote = models.BooleanField(default=False)
    wording = models.PositiveSmallIntegerField()
    withdrawn_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["authority", "answered_on"], name="feedback_reply_when")]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_on__isnull=True) | Q(may_quote=True),
                name="feedback_withdrawn_was_given",
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Mark(Protected):
    """A number from 1 to 5; yes is 5 and no is 1. `before` only where the question asks for both."""

    reply = models.ForeignKey(Reply, on_delete=models.CASCADE, related_name="marks")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+")
    value = models.PositiveSmallIntegerField()
    before = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reply", "question"], name="feedback_mark_once"),
            models.CheckConstraint(
                condition=Q(value__gte=1, value__lte=5)
                & (Q(before__isnull=True) | Q(before__gte=1, before__lte=5)),
                name="feedback_mark_one_to_five",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Remark(Protected):
    """Own words. Set aside, because they name somebody, they are gone and the reason stays."""

    reply = models.ForeignKey(Reply, on_delete=models.CASCADE, related_name="remarks")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="+")
    words = models.TextField(blank=True)
    set_aside_at = models.DateTimeField(null=True, blank=True)
    set_aside_because = models.CharField(max_length=300, blank=True, default="")
    set_aside_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reply", "question"], name="feedback_remark_once"),
            models.CheckConstraint(
                condition=Q(set_aside_at__isnull=True, set_aside_because="", set_aside_by__isnull=True)
                & ~Q(words="")
                | Q(set_aside_at__isnull=False, set_aside_by__isnull=False, words="")
                & ~Q(set_aside_because=""),
                name="feedback_remark_whole",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
