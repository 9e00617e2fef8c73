"""What can be done with the ledger’s looks."""

from __future__ import annotations

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    SEE_LOOKS = "home.see-looks"
    LOOK_INTO = "home.look-into"
    REVIEW_LOOKS = "home.review-looks"


SENTENCES = {
    Permission.SEE_LOOKS: _("See who looked at a record"),
    Permission.LOOK_INTO: _("See what an account looked at, giving a reason"),
    Permission.REVIEW_LOOKS: _("Review each week’s looks that need asking about"),
}
