"""The life of a record, and what people do to it: holds, reviews, proposals to erase, and what was erased."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.kernel.sealed_fields import SealedText
from waymark.foundation.retention.classes import RetentionClass, find


def _staff(**options: Any) -> models.ForeignKey:
    return models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", **options)


class State(models.TextChoices):
    OPEN = "open", _("Open")
    SEALED = "sealed", _("Sealed")
    ERASED = "erased", _("Erased")


class Life(Protected):
    """How long one record is kept. Written by the database alone (sql/lives.sql), shown to whoever sees the record
    and to whoever governs information.

    `began_on` is the day its clock started, empty before. Until then `erase_on` is the day it would have gone, had it
    ended on the day it came: no record is without an end.
    """

    kind = models.CharField(max_length=80)
    record_id = models.UUIDField()
    class_code = models.CharField(max_length=40)
    came_on = models.DateField()
    began_on = models.DateField(null=True)
    sealed_on = models.DateField(null=True)
    seal_on = models.DateField(null=True)
    review_on = models.DateField(null=True)
    erase_on = models.DateField()
    ceiling_on = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "record_id"], name="life_once")]
        indexes = [models.Index(fields=["authority", "class_code", "erase_on"], name="life_ends")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def state(self) -> State:
        return State.SEALED if self.sealed_on else State.OPEN

    @property
    def retention_class(self) -> RetentionClass:
        return find(self.class_code)


class Hold(Protected):
    """Somebody has to keep a record (a court, an inquiry): nothing of it goes before the hold is ended.

    `life_key` is no foreign key: the life goes when the record goes, and this stays.
    """

    life_key = models.UUIDField()
    kind = models.CharField(max_length=80)
    reference = models.CharField(max_length=40)
    reason = SealedText()
    placed_by = _staff()
    placed_on = models.DateField()
    review_on = models.DateField()
    ended_by = _staff(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_because = SealedText(blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="hold_has_reason"),
            models.CheckConstraint(condition=Q(review_on__gt=F("placed_on")), name="hold_review_is_later"),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, ended_by__isnull=True, ended_because="")
                | (Q(ended_on__isnull=False, ended_by__isnull=False) & ~Q(ended_because="")),
                name="hold_ended_whole",
            ),
            models.UniqueConstraint(
                fields=["life_key"], condition=Q(ended_on__isnull=True), name="hold_in_force_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Review(Protected):
    """Is it still necessary to keep this? Asked of the record owner, answered once. Erasing is the answer unless there
    is a reason against it."""

    class Decision(models.TextChoices):
        ERASE = "erase", _("It is not necessary any more: erase it")
        KEEP = "keep", _("It is still necessary: keep it until a day that I give")

    life_key = models.UUIDField()
    kind = models.CharField(max_length=80)
    record_id = models.UUIDField()
    due_on = models.DateField()
    asked_on = models.DateField()
    decision = models.CharField(max_length=5, choices=Decision.choices, blank=True, default="")
    keep_until = models.DateField(null=True, blank=True)
    reason = SealedText(blank=True, default="")
    decided_by = _staff(null=True, blank=True)
    decided_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["life_key", "due_on"], name="review_once"),
            models.CheckConstraint(
                condition=Q(decision="", decided_by__isnull=True, decided_on__isnull=True)
                | (~Q(decision="") & Q(decided_by__isnull=False, decided_on__isnull=False) & ~Q(reason="")),
                name="review_answer_whole",
            ),
            models.CheckConstraint(
                condition=Q(decision="keep", keep_until__isnull=False)
                | (~Q(decision="keep") & Q(keep_until__isnull=True)),
                name="review_keeps_until",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Proposal(Protected):
    """One person proposes to erase what is due; another approves, and it is erased, or refuses. Never the same."""

    lives = ArrayField(models.UUIDField())
    counts = models.JSONField()
    proposed_by = _staff()
    proposed_at = models.DateTimeField()
    approved = models.BooleanField(null=True, blank=True)
    decided_by = _staff(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    # Codes of the roles they held then: a role ends, and what it agreed to does not.
    proposed_as = models.CharField(max_length=200)
    decided_as = models.CharField(max_length=200, blank=True, default="")
    reason = SealedText(blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(approved__isnull=True, decided_by__isnull=True, decided_at__isnull=True)
                | Q(approved__isnull=False, decided_by__isnull=False, decided_at__isnull=False),
                name="proposal_decided_whole",
            ),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=F("proposed_by")),
                name="proposal_two_people",
            ),
            models.UniqueConstraint(
                fields=["authority"], condition=Q(approved__isnull=True), name="proposal_one_open"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Erasure(Protected):
    """A record is gone: which (its key, which tells nothing any more), of which class, when, on whose approval.

    Kept so that a backup from before does not bring it back. Only the database writes it.
    """

    class Ground(models.TextChoices):
        EXPIRED = "expired", _("Its time was over")
        TWO_PEOPLE = "two-people", _("Two people agreed")
        CEILING = "ceiling", _("It reached the longest time it may be kept")
        LEFT_OVER = "left-over", _("Nothing needed it any more")

    kind = models.CharField(max_length=80)
    record_id = models.UUIDField()
    class_code = models.CharField(max_length=40)
    erased_on = models.DateField()
    ground = models.CharField(max_length=12, choices=Ground.choices)
    proposal_key = models.UUIDField(null=True)
    rows = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "record_id"], name="erasure_once")]

    def __str__(self) -> str:
        return str(self.pk)
