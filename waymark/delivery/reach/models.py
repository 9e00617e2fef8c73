"""What was done to reach a place: a letter, an e-mail, a call. About the place; names nobody there."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.directory.models import ONE_PLACE, AtPlace


class How(models.TextChoices):
    EMAIL = "email", _("Email")
    LETTER = "letter", _("Letter")
    CALL = "call", _("Call")
    VISIT = "visit", _("Visit")
    ANSWER = "answer", _("They got in touch")


class Outcome(models.TextChoices):
    SENT = "sent", _("Sent")
    NO_ANSWER = "no_answer", _("Nobody answered")
    LATER = "later", _("They will get back to us")
    WILL_BOOK = "will_book", _("They will book")
    NO = "no", _("They said no")


WRITTEN = (How.EMAIL, How.LETTER)


class Approach(AtPlace):
    """Once made it stays as it is. Those that were sent together share `batch`."""

    how = models.CharField(max_length=8, choices=How.choices)
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    reason = models.CharField(max_length=300, blank=True, default="")
    batch = models.UUIDField(null=True, blank=True, db_index=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["institution", "-made_at"], name="approach_institution"),
            models.Index(fields=["organisation", "-made_at"], name="approach_organisation"),
        ]
        constraints = [
            models.CheckConstraint(condition=ONE_PLACE, name="approach_of_one_place"),
            models.CheckConstraint(
                condition=Q(outcome="no") & ~Q(reason="") | ~Q(outcome="no"), name="approach_no_has_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(how__in=["email", "letter"], outcome="sent", batch__isnull=False)
                | ~Q(how__in=["email", "letter"]) & ~Q(outcome="sent") & Q(batch__isnull=True),
                name="approach_sent_is_written",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @staticmethod
    def granted(authority_id: int) -> list[str]:
        return [f"authority:{authority_id}:training-plan", f"system:{authority_id}"]
