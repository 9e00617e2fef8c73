from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    USE = "importing.use"


SENTENCES = {
    Permission.USE: _("Add rows from a file, of the kinds that their other permissions let them change")
}
