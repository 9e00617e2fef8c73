"""What somebody typed and had not sent when something came between: kept for them alone, and not for long."""

from __future__ import annotations

import uuid

from django.db import models

LONGEST_PATH = 500


class Why(models.TextChoices):
    """What came between. Not shown to anybody."""

    SESSION_ENDED = "ended", "the session had ended"
    STEP_UP = "step-up", "a proof was asked first"
    WHILE_TYPING = "typing", "saved while typing"


class TypedText(models.Model):
    """The fields of one form page, sealed for one person. Row security shows it to that person only."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.ForeignKey("accounts.User", on_delete=models.CASCADE, related_name="+")
    path = models.CharField(max_length=LONGEST_PATH)
    why = models.CharField(max_length=10, choices=Why.choices)
    sealed = models.TextField()
    kept_at = models.DateTimeField()
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "path", "why"], name="accounts_typed_once")]
