from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    READ = "reports.read"
    WRITE = "reports.write"
    SIGN = "reports.sign"
    APPROVE_RELEASE = "reports.approve-release"


SENTENCES = {
    Permission.READ: _("Read signed reports"),
    Permission.WRITE: _("Write reports"),
    Permission.SIGN: _("Sign reports"),
    Permission.APPROVE_RELEASE: _("Approve, as the second person, that restricted figures leave the council"),
}
