"""What may be done with the registers of places. The access part stands above this one: `home` declares it there."""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    IMPORT = "places.import"


SENTENCES = {Permission.IMPORT: _("Load a register of institutions after seeing what it would change")}
