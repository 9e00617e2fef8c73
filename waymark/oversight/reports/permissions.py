from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    READ = "reports.read"
    WRITE = "reports.write"
    SIGN = "reports.sign"


SENTENCES = {
    Permission.READ: _("Read signed reports"),
    Permission.WRITE: _("Write reports"),
    Permission.SIGN: _("Sign reports"),
}
