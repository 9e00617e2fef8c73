from __future__ import annotations

from django.db import models


class OnceToken(models.Model):
    """A form that was sent once. A second post with the same token is answered with the first one’s redirect."""

    token = models.UUIDField(primary_key=True)
    actor = models.TextField()
    location = models.TextField(default="")
    spent_at = models.DateTimeField(auto_now_add=True)
