from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    GIVE = "support.give"


SENTENCES = {Permission.GIVE: _("See the actions of a support plan that are theirs, and say how they go")}
