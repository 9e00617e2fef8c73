"""An issue about an institution; a theme; what was asked for. About places and offers: no person is in them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from waymark.delivery.training.models import Audience, Course, TrainingRequest
from waymark.delivery.training.models.catalogue import Listed
from waymark.foundation.access.models import Protected
from waymark.foundation.directory.models import ONE_PLACE, AtPlace

from .states import IssueState


class Source(models.TextChoices):
    """As what somebody raised it; never who."""

    COUNCILLOR = "councillor", _("A councillor")
    GOVERNOR = "governor", _("A governor")
    PARENT = "parent", _("A parent or carer")
    OFFICER = "officer", _("An officer of the council")
    PARTNER = "partner", _("A partner organisation")
    OTHER = "other", _("Somebody else")


class Issue(AtPlace):
    """Something that the institution is asked to reply to by a day. What was said does not change."""

    reference = models.CharField(max_length=20, unique=True)
    state = models.CharField(
        max_length=10, default=IssueState.ASKED.value, choices=[(s.value, s.value) for s in IssueState]
    )
    source = models.CharField(max_length=10, choices=Source.choices)
    words = models.TextField()
    raised_at = models.DateTimeField()
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reply_by = models.DateField()
    reply = models.TextField(blank=True, default="")
    replied_at = models.DateTimeField(null=True, blank=True)
    # Who noted it; nobody where the institution wrote it by its link.
    replied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_because = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        ordering = ["reply_by", "id"]
        constraints = [
            models.CheckConstraint(condition=ONE_PLACE, name="issue_of_one_place"),
            models.CheckConstraint(condition=~Q(words=""), name="issue_says_what"),
            models.CheckConstraint(
                condition=Q(replied_at__isnull=True, reply="", replied_by__isnull=True)
                | (Q(replied_at__isnull=False) & ~Q(reply="")),
                name="issue_replied_whole",
            ),
            models.CheckConstraint(
                condition=Q(state=IssueState.ANSWERED.value, replied_at__isnull=False)
                | Q(state=IssueState.ASKED.value, replied_at__isnull=True)
                | Q(state=IssueState.CLOSED.value),
                name="issue_answered_has_a_reply",
            ),
            models.CheckConstraint(
                condition=Q(state=IssueState.CLOSED.value, closed_at__isnull=False) & ~Q(closed_because="")
                | ~Q(state=IssueState.CLOSED.value) & Q(closed_at__isnull=True, closed_because=""),
                name="issue_closed_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class Theme(Listed):
    """What something is about: a line of the authority’s own list. Never a faith or an ethnic group."""

    class Meta(Listed.Meta):
        constraints = [
            *Listed.Meta.constraints,
            models.UniqueConstraint(fields=["authority", "name"], name="theme_once"),
        ]


class Where(models.TextChoices):
    """On what occasion it was asked for."""

    TRAINING = "training", _("At training or a workshop")
    REQUEST = "request", _("In a request for training")
    MEETING = "meeting", _("At a meeting or a visit")
    MESSAGE = "message", _("By email or telephone")


class Demand(Protected):
    """Something that was asked for and does not exist yet. It ends in a request, a course, or a reason why not."""

    reference = models.CharField(max_length=20, unique=True)
    words = models.TextField()
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="demands")
    audience = models.ForeignKey(Audience, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    institution = models.ForeignKey(
        "places.Institution", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    organisation = models.ForeignKey(
        "places.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    heard = models.CharField(max_length=10, choices=Where.choices)
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(
        TrainingRequest, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)
    course = models.ForeignKey(Course, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answer = models.CharField(max_length=500, blank=True, default="")

    class Meta:
        ordering = ["-noted_at", "id"]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="demand_says_what"),
            models.CheckConstraint(
                condition=Q(institution__isnull=True) | Q(organisation__isnull=True),
                name="demand_of_one_place",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, course__isnull=True, answer="")
                | (Q(answered_at__isnull=False) & ~Q(answer="")),
                name="demand_answered_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.reference
