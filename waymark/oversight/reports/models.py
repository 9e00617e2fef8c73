"""A report; once it is signed, the figures that it was signed with; and which of them went to whom."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected


class Kind(models.TextChoices):
    """What a report is about, and so who sees it: Channel figures are restricted (sql/reports.sql, `prefix`)."""

    TRAINING = "training", _("Training")
    CHANNEL = "channel", _("Channel: evidence for the assurance of a year")


class Report(Protected):
    """A draft until it is signed; then never changed. A correction is a report of its own that points back.

    `passages`: what the writer says between the figures, by place: `{"held": {"heading": …, "words": …}}`.
    `chosen_quotes`: keys of what people said and allow to be quoted; `quotes`: these words with their leave, from the
    signature on.
    """

    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.TRAINING)
    title = models.CharField(max_length=200)
    from_on = models.DateField()
    until_on = models.DateField()
    passages = models.JSONField(default=dict, blank=True)
    chosen_quotes = models.JSONField(default=list, blank=True)
    quotes = models.JSONField(default=list, blank=True)
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    signed_as = models.CharField(max_length=200, blank=True, default="")
    signed_at = models.DateTimeField(null=True, blank=True)
    number = models.PositiveSmallIntegerField(default=1)
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    because = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        ordering = ["-recorded_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__gte=F("from_on")), name="report_ends_after_start",
                violation_error_message=_("The last day must not be before the first day."),
            ),
            models.CheckConstraint(
                condition=Q(signed_at__isnull=True, signed_by__isnull=True)
                | Q(signed_at__isnull=False, signed_by__isnull=False),
                name="report_signed_whole",
            ),
            models.CheckConstraint(
                condition=Q(corrects__isnull=True, number=1, because="")
                | (Q(corrects__isnull=False, number__gt=1) & ~Q(because="")),
                name="report_correction_whole",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title

    @property
    def is_restricted(self) -> bool:
        return self.kind == Kind.CHANNEL


class Figure(Protected):
    """One measure as it stood when the report was signed: whole (`split` is empty) or by one split. Never changed.

    Titles, definitions and words are kept in every language of the service: `{"en": …, "cy": …}`. `rows`: of each
    group its codes, its words, and the number; null is a number that was held back, as it was small. `before`: the same
    of the period one year before; null where there was no figure.
    """

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="figures")
    code = models.CharField(max_length=60)
    split = models.CharField(max_length=40, blank=True, default="")
    definition_version = models.PositiveSmallIntegerField()
    # What it counts in, and whether that is records about people.
    unit = models.CharField(max_length=20, default="count")
    personal = models.BooleanField(default=False)
    title = models.JSONField()
    definition = models.JSONField()
    source = models.JSONField()
    from_on = models.DateField()
    until_on = models.DateField()
    counted_at = models.DateTimeField()
    rows = models.JSONField(default=list, blank=True)
    before = models.JSONField(null=True, blank=True)

    class Meta:
        ordering = ["recorded_at", "id"]
        constraints = [models.UniqueConstraint(fields=["report", "code", "split"], name="figure_once")]

    def __str__(self) -> str:
        return self.code


class Release(Protected):
    """Figures of a signed, restricted report that somebody outside is to have: one person asks, another answers.

    `copy` is what left, with small numbers held back: written with the approval, never changed. A refusal has a reason.
    """

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="releases")
    recipient = models.CharField(max_length=200)
    purpose = models.CharField(max_length=500)
    codes = ArrayField(models.CharField(max_length=60))
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    approved = models.BooleanField(null=True, blank=True)
    because = models.CharField(max_length=500, blank=True, default="")
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    answered_as = models.CharField(max_length=200, blank=True, default="")
    answered_at = models.DateTimeField(null=True, blank=True)
    copy = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["-asked_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(approved__isnull=True, answered_by__isnull=True, answered_at__isnull=True, copy=[])
                | Q(approved__isnull=False, answered_by__isnull=False, answered_at__isnull=False),
                name="release_answered_whole",
            ),
            models.CheckConstraint(
                condition=Q(approved__isnull=True) | Q(approved=True) & ~Q(copy=[])
                | Q(approved=False, copy=[]) & ~Q(because=""),
                name="release_refused_because",
                violation_error_message=_("Say why not."),
            ),
            models.CheckConstraint(
                condition=Q(answered_by__isnull=True) | ~Q(answered_by=F("asked_by")), name="release_by_two",
                violation_error_message=_("Another person than whoever asked answers."),
            ),
            models.CheckConstraint(
                condition=Q(codes__len__gt=0) & ~Q(recipient="") & ~Q(purpose=""), name="release_says_what",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return str(self.pk)
