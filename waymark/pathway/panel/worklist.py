"""What waits for whom around a panel: minutes to be signed by whoever chaired."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.tasks import LOCAL, ClockDefault, Kind, Unit

SIGN = Kind(
    "panel.sign-minutes",
    _("Sign the minutes of a panel meeting"),
    "panel:meeting-minutes",
    "panel.sign-minutes",
)
CLOCKS = (
    ClockDefault(
        "panel.sign-minutes",
        _("Signing the minutes of a panel meeting"),
        10,
        Unit.WORKING_DAYS,
        LOCAL,
    ),
)
