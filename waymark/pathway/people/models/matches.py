from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.vault.fields import SealedText

from .person import Person


class Match(Protected):
    """A possible earlier record of the same person, and what somebody said of it. No number, no order.

    `candidate_id` is no foreign key: the earlier record may be one that whoever answers may not see.
    """

    class Answer(models.TextChoices):
        SAME = "same", _("The same person")
        DIFFERENT = "different", _("Not the same person")
        CANNOT_TELL = "cannot_tell", _("Cannot tell")

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="matches")
    candidate_id = models.UUIDField()
    reasons = ArrayField(models.CharField(max_length=40))
    found_at = models.DateTimeField()
    answer = models.CharField(max_length=12, choices=Answer.choices, blank=True, default="")
    note = SealedText(blank=True, default="", within="person")
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "candidate_id"], name="match_once"),
            models.CheckConstraint(condition=~Q(candidate_id=models.F("person")), name="match_is_another"),
            models.CheckConstraint(
                condition=Q(answer="", answered_by__isnull=True, answered_at__isnull=True)
                | (~Q(answer="") & Q(answered_by__isnull=False, answered_at__isnull=False)),
                name="match_answer_is_signed",
            ),
        ]


class PersonLink(Protected):
    """Somebody decided that two records are of one person. Undone by a date, never deleted."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="links")
    other = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="links_back")
    linked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    linked_at = models.DateTimeField()
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "other"], condition=Q(undone_at__isnull=True), name="link_in_force_once"
            ),
            models.CheckConstraint(condition=~Q(person=models.F("other")), name="link_is_to_another"),
        ]
