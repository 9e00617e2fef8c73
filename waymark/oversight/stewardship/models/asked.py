from __future__ import annotations

from functools import partial
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.kernel.references import Letter, new_reference
from waymark.foundation.vault.fields import SealedText


def staff(**options: Any) -> models.ForeignKey:
    return models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", **options)


class Asker(models.TextChoices):
    SELF = "self", _("The person themselves")
    PARENT = "parent", _("A parent, for their child")
    OTHER = "other", _("Somebody else whom the person, or a court, gave the right")


class ChildView(models.TextChoices):
    AGREES = "agrees", _("The child agrees")
    OBJECTS = "objects", _("The child does not want this")
    TOO_YOUNG = "too_young", _("The child is too young to understand what is asked")
    NOT_ASKED = "not_asked", _("The child was not asked yet")


class Request(Protected):
    """Somebody asks to see what is held about them, or about a child or somebody they act for.

    `due_on` counts from the day it came, or, where proof of identity had to be asked for, from the day it was seen;
    `due_by` says by which period, and where that comes from.
    """

    reference = models.CharField(max_length=20, unique=True, default=partial(new_reference, Letter.OWN_DATA))
    state = models.CharField(max_length=10, default="received")
    asker = models.CharField(max_length=8, choices=Asker.choices)
    about = SealedText()
    asked_by = SealedText(blank=True, default="")
    answer_to = SealedText()
    received_on = models.DateField()
    identity_seen_on = models.DateField(null=True, blank=True)
    identity_how = SealedText(blank=True, default="")
    child_view = models.CharField(max_length=10, choices=ChildView.choices, blank=True, default="")
    child_words = SealedText(blank=True, default="")
    disputed = SealedText(blank=True, default="")
    dispute_settled = SealedText(blank=True, default="")
    due_on = models.DateField()
    due_by = models.CharField(max_length=400)
    extended_on = models.DateField(null=True, blank=True)
    extended_because = SealedText(blank=True, default="")
    extended_told_on = models.DateField(null=True, blank=True)
    recorded_by = staff()
    ready_by = staff(null=True, blank=True)
    ready_at = models.DateTimeField(null=True, blank=True)
    sent_back_because = SealedText(blank=True, default="")
    released_by = staff(null=True, blank=True)
    released_as = models.CharField(max_length=200, blank=True, default="")
    released_at = models.DateTimeField(null=True, blank=True)
    closed_because = SealedText(blank=True, default="")
    closed_by = staff(null=True, blank=True)
    # The day of its outcome, released or not: its time begins.
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-recorded_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="released")
                | Q(identity_seen_on__isnull=False, released_by__isnull=False, released_at__isnull=False),
                name="own_data_identity_before_release",
            ),
            models.CheckConstraint(
                condition=~Q(state="released") | ~Q(asker="parent") | Q(child_view__in=["agrees", "too_young"])
                | (Q(child_view="objects") & ~Q(dispute_settled="")),
                name="own_data_child_is_heard",
            ),
            models.CheckConstraint(
                condition=~Q(state="released") | Q(disputed="") | ~Q(dispute_settled=""),
                name="own_data_dispute_is_settled",
            ),
            models.CheckConstraint(
                condition=Q(released_by__isnull=True) | ~Q(released_by=F("ready_by")),
                name="own_data_two_people",
            ),
            models.CheckConstraint(
                condition=Q(extended_on__isnull=True, extended_because="", extended_told_on__isnull=True)
                | (Q(extended_on__isnull=False, extended_told_on__isnull=False) & ~Q(extended_because="")),
                name="own_data_extension_is_whole",
            ),
            models.CheckConstraint(
                condition=~Q(state="closed") | (Q(closed_by__isnull=False) & ~Q(closed_because="")),
                name="own_data_closed_says_why",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["released", "closed"], ended_on__isnull=False)
                | (~Q(state__in=["released", "closed"]) & Q(ended_on__isnull=True)),
                name="own_data_ended_when",
            ),
            models.CheckConstraint(
                condition=~Q(asker="parent") | ~Q(child_view=""),
                name="own_data_parent_asks_for_a_child",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.reference
