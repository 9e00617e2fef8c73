"""Who sets how long things are kept."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    SET_PERIOD = "retention.set-period"


SENTENCES = {Permission.SET_PERIOD: _("Set how long records of a class are kept, never beyond the ceiling")}
