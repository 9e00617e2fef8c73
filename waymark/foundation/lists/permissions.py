from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    KEEP = "lists.keep"


SENTENCES = {Permission.KEEP: _("Keep the lists that colleagues choose from, such as who goes on helping")}
