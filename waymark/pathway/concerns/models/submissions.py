"""A referral as it was sent: frozen, with the questions it was asked."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from waymark.foundation.access.models import Protected
from waymark.foundation.vault.fields import SealedJSON, SealedText

from .authored import Authored


class Submission(Authored):
    """What the referrer sent. Never changed: more is added beside it (`AddedInformation`).

    `from_draft` is unique, so that a draft sent twice is one submission; it is no foreign key, as drafts go sooner.
    """

    reference = models.CharField(max_length=20, unique=True)
    from_draft = models.UUIDField(unique=True)
    form_version = models.PositiveSmallIntegerField()
    answers = SealedJSON()
    concern_arose_on = models.DateField(null=True, blank=True)
    sent_to_dsl_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    sent_at = models.DateTimeField()

    class Meta(Authored.Meta):
        ordering = ["-sent_at"]

    def __str__(self) -> str:
        return self.reference


class ConcernRaiser(Protected):
    """Who first had the concern, and whether they asked that their name is not passed on. Never changed.

    Shows to the triage team and to whoever wrote the referral, nobody else.
    """

    submission = models.OneToOneField(Submission, on_delete=models.CASCADE, related_name="raiser")
    is_referrer = models.BooleanField()
    wants_anonymity = models.BooleanField()
    name = SealedText(blank=True, default="", within="submission")
    job = SealedText(blank=True, default="", within="submission")
    organisation_name = SealedText(blank=True, default="", within="submission")
    relationship = SealedText(blank=True, default="", within="submission")
    email = SealedText(blank=True, default="", within="submission")
    phone = SealedText(blank=True, default="", within="submission")

    def __str__(self) -> str:
        return str(self.pk)


class AddedInformation(Authored):
    """What the referrer, or their safeguarding lead, added after sending. Never changed."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="additions")
    words = SealedText(within="submission")
    added_at = models.DateTimeField()

    class Meta(Authored.Meta):
        ordering = ["added_at"]
        constraints = [
            *Authored.Meta.constraints,
            models.CheckConstraint(condition=~Q(words=""), name="addition_has_words"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
