"""Frameworks, as a deployment loads them, and assessments written in their headings. Nothing is added up."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected
from waymark.foundation.kernel import clock
from waymark.foundation.vault.fields import SealedJSON, SealedText


class Framework(models.Model):
    """The headings and questions of an assessment, by name and version. Never changed: a new one is loaded beside it.

    `headings`: [{"title": str, "questions": [str, …]}, …].
    """

    code = models.SlugField(max_length=40)
    edition = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    source = models.CharField(max_length=300)
    headings = models.JSONField()
    # An example shows how one looks; which framework the police use is theirs to load.
    is_example = models.BooleanField(default=False)
    loaded_at = models.DateTimeField(default=clock.now, editable=False)

    class Meta:
        ordering = ["title", "edition"]
        constraints = [models.UniqueConstraint(fields=["code", "edition"], name="framework_edition_once")]

    def __str__(self) -> str:
        return f"{self.title}, {self.edition}"


class WrittenAssessment(Protected):
    """One assessment as it was written on a day. Signed; a later one stands beside it and says what has changed."""

    assessment = models.ForeignKey(
        "assessment.PoliceAssessment", on_delete=models.CASCADE, related_name="written"
    )
    framework = models.ForeignKey(Framework, on_delete=models.PROTECT, related_name="+")
    # By place: {"0.2": "words"} answers the third question of the first heading. Questions may stay empty.
    answers = SealedJSON(within="assessment.referral")
    protective = SealedText(within="assessment.referral")
    changed = SealedText(blank=True, default="", within="assessment.referral")
    conclusion = SealedText(within="assessment.referral")
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    signed_as = models.CharField(max_length=200)
    signed_at = models.DateTimeField()

    class Meta:
        ordering = ["signed_at", "recorded_at"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(conclusion="") & ~Q(protective=""),
                name="written_assessment_concludes",
                violation_error_message=_("Give the conclusion, and what protects the person."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
