from __future__ import annotations

from django.db import models


class MailHealth(models.Model):
    """One row (key 1): when mail last went out, when it last failed, when the worker was last seen."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    last_sent_at = models.DateTimeField(null=True, blank=True)
    last_failed_at = models.DateTimeField(null=True, blank=True)
    last_error = models.CharField(max_length=80, blank=True, default="")
    worker_seen_at = models.DateTimeField(null=True, blank=True)
    waiting = models.PositiveIntegerField(default=0)
    gave_up = models.PositiveIntegerField(default=0)
    oldest_queued_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="mail_health_one_row")]
