from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    READ = "channel.read"
    LEAD = "channel.lead"
    DECIDE = "channel.decide"
    CONSENT = "channel.consent"
    SUPPORT = "channel.support"
    EXIT = "channel.exit"
    REVIEW = "channel.review"
    TRANSFER = "channel.transfer"


SENTENCES = {
    Permission.READ: _("Open a Channel case of their authority"),
    Permission.LEAD: _("Become the lead professional of a Channel case, pause its support"),
    Permission.DECIDE: _("Record what the panel decided of a case"),
    Permission.CONSENT: _("Record that consent to support is asked, given, refused or withdrawn"),
    Permission.SUPPORT: _("Write the support plan of a case, and give its actions to people"),
    Permission.EXIT: _("Sign the end of support"),
    Permission.REVIEW: _("Record the reviews after the end of support, and open a case again"),
    Permission.TRANSFER: _("Hand a case over to another authority, and accept one"),
}
