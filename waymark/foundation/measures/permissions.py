"""Who may have figures."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    COUNT = "measures.count"
    COUNT_PEOPLE = "measures.count-people"


SENTENCES = {
    Permission.COUNT: _("See figures about work, such as training and meetings"),
    Permission.COUNT_PEOPLE: _(
        "See exact figures of records about people, before disclosure control (never published)"
    ),
}
