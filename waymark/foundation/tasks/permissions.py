from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    SET_TIMES = "tasks.set-times"


SENTENCES = {Permission.SET_TIMES: _("Set how long each step may take, with its source")}
