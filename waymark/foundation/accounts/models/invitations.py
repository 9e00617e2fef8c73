"""An invitation to make an account: the only way in."""

from __future__ import annotations

import hashlib
import uuid
from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from waymark.foundation.accounts.models.users import Language

LASTS = timedelta(hours=72)


def fingerprint(token: str) -> str:
    """Return what is kept of a token: its SHA-256. The token itself is only in the letter."""
    return hashlib.sha256(token.encode()).hexdigest()


class Invitation(models.Model):
    """One person asked to make an account. Works once, for 72 hours; a newer one replaces it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(_("email address"), max_length=254)
    language = models.CharField(
        _("language"), max_length=2, choices=Language.choices, default=Language.ENGLISH
    )
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="invitations_made"
    )
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    invited_at = models.DateTimeField(_("invited at"))
    expires_at = models.DateTimeField(_("works until"))
    accepted_at = models.DateTimeField(_("accepted at"), null=True)
    accepted_by = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="invitation"
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")), name="accounts_invitation_email_lower"
            ),
            models.UniqueConstraint(
                fields=["email"],
                condition=models.Q(accepted_at__isnull=True, withdrawn_at__isnull=True),
                name="accounts_one_open_invitation",
            ),
            models.CheckConstraint(
                condition=models.Q(accepted_at__isnull=True, accepted_by__isnull=True)
                | models.Q(accepted_at__isnull=False, accepted_by__isnull=False),
                name="accounts_accepted_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.email

    def works_at(self, moment: datetime) -> bool:
        """Can it still be accepted at `moment`?"""
        return self.accepted_at is None and self.withdrawn_at is None and moment < self.expires_at
