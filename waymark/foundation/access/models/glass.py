from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.kernel import clock
from waymark.foundation.kernel.sealed_fields import SealedText

from .protected import TOKEN, Protected, ProtectedQuerySet, token

if TYPE_CHECKING:
    from waymark.foundation.access.actors import Actor


class Verdict(models.TextChoices):
    JUSTIFIED = "justified", _("Justified")
    NOT_JUSTIFIED = "not_justified", _("Not justified")
    NEEDS_ACTION = "needs_action", _("Needs action")


class AboutQuerySet(ProtectedQuerySet):
    """Rows about a record, by one person each (`mine`). Whoever declared an interest in the record sees only their own
    (sql/interest.sql says the same)."""

    mine: str

    def visible_to(self, actor: Actor) -> Self:
        seen = super().visible_to(actor)
        if not actor.kept_from:
            return seen
        keys = [grant.removeprefix(TOKEN) for grant in actor.kept_from]
        return seen.exclude(Q(about_id__in=keys) & ~Q(**{self.mine: actor.user_id}))


class InterestQuerySet(AboutQuerySet):
    mine = "user_id"


class GlassQuerySet(AboutQuerySet):
    mine = "opened_by_id"

    def still_open(self) -> Self:
        """By this process’s clock, for pages. Whether rows show is decided by the clock of the database."""
        return self.filter(ended_at__isnull=True, ends_at__gt=clock.now())


class Glass(Protected):
    """One person opened one record that is not theirs, with a reason, for 60 minutes, to read it.

    Written by functions of the guard only (sql/glass.sql): the application role may neither insert nor change a row.
    `about_id` is no foreign key: any kind of record that says so may be opened (`gate.breakable`).
    """

    reference = models.CharField(max_length=20, unique=True)
    about_kind = models.CharField(max_length=80)
    about_id = models.UUIDField()
    about_reference = models.CharField(max_length=20)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    opened_as_lead = models.BooleanField()
    reason = SealedText()
    opened_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    reviewed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    reviewed_at = models.DateTimeField(null=True, blank=True)
    verdict = models.CharField(max_length=14, choices=Verdict.choices, blank=True, default="")
    words = SealedText(blank=True, default="")

    objects = GlassQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["opened_by", "ends_at"], name="glass_of"),
            models.Index(fields=["about_kind", "about_id"], name="glass_about"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(reviewed_at__isnull=True, reviewed_by__isnull=True, verdict="", words="")
                | (Q(reviewed_at__isnull=False, reviewed_by__isnull=False) & ~Q(verdict="") & ~Q(words="")),
                name="glass_review_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(reviewed_by__isnull=True) | ~Q(reviewed_by=models.F("opened_by")),
                name="glass_reviewed_by_another",
            ),
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def tokens(self) -> list[str]:
        return [token(self.about_id)]

    @property
    def is_open(self) -> bool:
        return self.ended_at is None and clock.now() < self.ends_at

    @property
    def over_at(self) -> datetime:
        """When it ended or will end."""
        return self.ended_at or self.ends_at


class Interest(Protected):
    """Somebody said that they know the person of a record, or have another interest of their own in it.

    They see nothing of it, whatever their role; they cannot open it under break-glass, nor review that somebody else
    did. It ends when another person withdraws it, with a reason; the row stays.
    """

    about_kind = models.CharField(max_length=80)
    about_id = models.UUIDField()
    about_reference = models.CharField(max_length=20)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    declared_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = SealedText(blank=True, default="")

    objects = InterestQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "about_kind", "about_id"],
                condition=Q(withdrawn_at__isnull=True),
                name="interest_once",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True, withdrawn_because="")
                | (Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(withdrawn_because="")),
                name="interest_withdrawn_whole",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_by__isnull=True) | ~Q(withdrawn_by=models.F("user")),
                name="interest_withdrawn_by_another",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
