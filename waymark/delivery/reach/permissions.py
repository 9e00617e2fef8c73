from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    SEE = "reach.see"
    APPROACH = "reach.approach"


SENTENCES = {
    Permission.SEE: _("See which institutions training has reached: figures and lists, without contacts"),
    Permission.APPROACH: _("Write to institutions that training has not reached, and note calls to them"),
}
