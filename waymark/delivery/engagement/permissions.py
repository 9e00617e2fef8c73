from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    KEEP = "engagement.keep"


SENTENCES = {
    Permission.KEEP: _("Keep issues raised about institutions, and what was asked for that there is not yet"),
}
