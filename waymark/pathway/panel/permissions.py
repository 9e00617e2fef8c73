from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    ARRANGE = "panel.arrange"
    SIT = "panel.sit"
    CHAIR = "panel.chair"


SENTENCES = {
    Permission.ARRANGE: _(
        "Set up the panels of their authority: terms of reference, seats, deputies, meetings"
    ),
    Permission.SIT: _("See the panels on which they have a seat, and their meetings"),
    Permission.CHAIR: _("Chair a panel of their authority on which they hold that seat"),
}
