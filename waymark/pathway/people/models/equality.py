from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.models import Protected

# Answers that say why there is no value. Never counted together with one another.
PREFERS_NOT = "prefers_not_to_say"
NOT_ASKED = "not_asked"
NOT_KNOWN = "not_known"
WITHOUT_VALUE = {
    PREFERS_NOT: _("Prefers not to say"),
    NOT_ASKED: _("Not asked"),
    NOT_KNOWN: _("Not known"),
}


class EqualityAnswers(Protected):
    """Kept apart from everything that somebody decides by, and only ever counted.

    Its grants name the counting of equality, which no caseworker holds: they write it and can never read it.
    """

    class Source(models.TextChoices):
        SELF = "self", _("The person’s own words")
        REFERRER = "referrer", _("The referrer’s view")

    person_key = models.UUIDField(unique=True)
    ethnicity = models.CharField(max_length=40, default=NOT_ASKED)
    religion = models.CharField(max_length=40, default=NOT_ASKED)
    sex = models.CharField(max_length=40, default=NOT_ASKED)
    gender_identity = models.CharField(max_length=40, default=NOT_ASKED)
    sexual_orientation = models.CharField(max_length=40, default=NOT_ASKED)
    disability = models.CharField(max_length=40, default=NOT_ASKED)
    why_not_asked = models.CharField(max_length=300, blank=True, default="")
    source = models.CharField(max_length=10, choices=Source.choices, blank=True, default="")
    answered_at = models.DateTimeField()
