from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    QUOTE = "feedback.quote"


SENTENCES = {
    Permission.QUOTE: _("Read the words about training that people allow to be quoted"),
}
