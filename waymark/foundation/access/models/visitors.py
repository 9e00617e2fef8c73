from __future__ import annotations

import uuid

from django.db import models
from django.db.models.functions import Lower


class Visitor(models.Model):
    """A professional without an account, known by a work e-mail address that they have shown to be theirs."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(max_length=254)
    authority = models.ForeignKey("places.Authority", on_delete=models.PROTECT, related_name="+")
    language = models.CharField(max_length=2, default="en")
    first_seen_at = models.DateTimeField(auto_now_add=True)
    verified_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), "authority", name="visitor_once")]

    def __str__(self) -> str:
        return str(self.pk)


class VisitorLink(models.Model):
    """A link sent by e-mail: one person, one use, 72 hours at most. Only its hash is kept."""

    token_hash = models.CharField(max_length=64, primary_key=True)
    visitor = models.ForeignKey(Visitor, on_delete=models.CASCADE, related_name="links")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)
