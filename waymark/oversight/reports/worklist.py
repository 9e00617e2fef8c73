"""What waits for whom around reports: a release that a second person answers."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.tasks import LOCAL, ClockDefault, Kind, Unit

RELEASE = "reports.answer-release"
KINDS = (
    Kind(
        RELEASE, _("Say whether restricted figures may leave the council"), "reports:released", RELEASE, "id"
    ),
)
CLOCKS = (
    ClockDefault(
        RELEASE, _("Answering a release of restricted figures"), 10, Unit.WORKING_DAYS,
        LOCAL,
    ),
)  # fmt: skip
