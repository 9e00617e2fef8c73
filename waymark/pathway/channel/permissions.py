from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    READ = "channel.read"
    LEAD = "channel.lead"


SENTENCES = {
    Permission.READ: _("Open a Channel case of their authority"),
    Permission.LEAD: _("Become the lead professional of a Channel case"),
}
