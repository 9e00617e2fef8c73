"""Which identity of the organisation’s own sign-on opens which account."""

from __future__ import annotations

import uuid

from django.db import models


class SignOn(models.Model):
    """A link made by the person when signed in, or by an invitation. `identity` is issuer and subject, digested."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    user = models.OneToOneField("accounts.User", on_delete=models.CASCADE, related_name="sign_on")
    identity = models.CharField(max_length=64, unique=True)
    linked_at = models.DateTimeField()
