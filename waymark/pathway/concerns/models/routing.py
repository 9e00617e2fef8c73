"""To whom what is sent goes: a setting of the authority, from a day on, with its source."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.db.models.functions import TruncDate
from django.utils.translation import gettext_lazy as _

from waymark.foundation.kernel import clock


class Routing(models.Model):
    """`with_police`: the police of the area see a referral as soon as the council does. Without a row they do not.

    Rows are added, never changed: why somebody saw a referral of last year stays explicable.
    """

    authority = models.ForeignKey("places.Authority", on_delete=models.PROTECT, related_name="+")
    with_police = models.BooleanField()
    from_date = models.DateField()
    source = models.CharField(max_length=300)
    confirmed = models.BooleanField(default=False)
    recorded_at = models.DateTimeField(default=clock.now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "from_date"],
                name="routing_once",
                violation_error_message=_("There is already a setting for this from that day on."),
            ),
            models.CheckConstraint(
                condition=Q(from_date__gte=TruncDate("recorded_at", tzinfo=clock.UK)),
                name="routing_not_before",
                violation_error_message=_("The day must not be in the past."),
            ),
            models.CheckConstraint(
                condition=~Q(source=""),
                name="routing_source",
                violation_error_message=_("Say where this setting comes from."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.authority_id} from {self.from_date}"
