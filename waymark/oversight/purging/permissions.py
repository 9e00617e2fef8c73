from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    ASK = "purging.ask"
    AGREE = "purging.agree"


SENTENCES = {
    Permission.ASK: _("Ask that a single item which must not be here is taken out"),
    Permission.AGREE: _("Agree, as the second person, that a single item is taken out"),
}
