from __future__ import annotations

import uuid
from datetime import datetime, timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from waymark.foundation.access.models import Protected, ProtectedQuerySet
from waymark.foundation.kernel import clock
from waymark.foundation.outbox.states import State

# rights.md 3.3 row 21: thirty days after sending.
KEPT = timedelta(days=30)
TRIED = timedelta(days=7)
SERVICE = "system:*"


def last_keeping() -> datetime:
    return clock.now() + TRIED + KEPT


class Message(models.Model):
    """One message to one recipient: which template, how far it is. Holds nothing about anybody.

    It is no ledger evidence (the deed that posted it is), so its many attempts are not recorded there.
    Seen by the jobs of its authority, by the service’s own sweep (`system:*`), and by its authority’s administrators.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    authority = models.ForeignKey(
        "places.Authority", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    grants = ArrayField(models.TextField())
    code = models.CharField(max_length=80)
    language = models.CharField(max_length=2)
    reference = models.CharField(max_length=20, blank=True, default="")
    # The same key posts nothing twice: one deed, retried, writes one message.
    key = models.CharField(max_length=200)
    state = models.CharField(
        max_length=10, default=State.QUEUED.value, choices=[(s.value, s.value) for s in State]
    )
    attempts = models.PositiveIntegerField(default=0)
    last_error = models.CharField(max_length=80, blank=True, default="")
    queued_at = models.DateTimeField(default=clock.now)
    next_try_at = models.DateTimeField(default=clock.now)
    taken_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    gave_up_at = models.DateTimeField(null=True, blank=True)
    keep_until = models.DateTimeField(default=last_keeping)

    objects = ProtectedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["authority", "key"], nulls_distinct=False, name="message_once"),
            models.CheckConstraint(
                condition=Q(state="sent", sent_at__isnull=False)
                | (~Q(state="sent") & Q(sent_at__isnull=True)),
                name="message_sent_has_time",
            ),
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True) | Q(keep_until__lte=F("sent_at") + KEPT),
                name="message_goes",
            ),
        ]
        indexes = [models.Index(fields=["state", "next_try_at"], name="message_due")]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def lock_name(self) -> str:
        """Of the queue’s lock: at most one job waits for a message."""
        return f"message:{self.pk}"


class Envelope(Protected):
    """Whom a message goes to and the link it carries, until it has gone. Only jobs see it; then the row is deleted.

    Either `user_id` (the address is read when it is sent, so a corrected one is used) or `address`.
    `subject` and `body` are filled only for letters of the accounts part, which writes them itself.
    """

    # Unlike other protected rows, some belong to no authority.
    authority = models.ForeignKey(  # type: ignore[assignment]
        "places.Authority", on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    message = models.OneToOneField(Message, on_delete=models.CASCADE, related_name="envelope")
    # No foreign key: whoever deletes an account cannot see this row, and the message then has no one to go to.
    user_id = models.UUIDField(null=True, blank=True)
    address = models.EmailField(max_length=254, blank=True, default="")
    link = models.CharField(max_length=2000, blank=True, default="")
    subject = models.CharField(max_length=300, blank=True, default="")
    body = models.TextField(blank=True, default="")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(user_id__isnull=False, address="") | (Q(user_id__isnull=True) & ~Q(address="")),
                name="envelope_one_recipient",
            )
        ]
