from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    KEEP = "complaints.keep"


SENTENCES = {Permission.KEEP: _("Record complaints, answer them, and write down what came of them")}
