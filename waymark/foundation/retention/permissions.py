"""Who sees what is held, sets how long, holds, reviews and erases."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    SEE_HELD = "retention.see-held"
    SET_PERIOD = "retention.set-period"
    HOLD = "retention.hold"
    PROPOSE = "retention.propose"
    APPROVE = "retention.approve"
    REVIEW = "retention.review"


SENTENCES = {
    Permission.SEE_HELD: _("See how many records of each class are held and until when (never which)"),
    Permission.SET_PERIOD: _("Set how long records of a class are kept, never beyond the ceiling"),
    Permission.HOLD: _("Place and end legal holds on records"),
    Permission.PROPOSE: _("Propose that what is due is erased"),
    Permission.APPROVE: _("Agree, as the second person, that what is due is erased"),
    Permission.REVIEW: _("Answer, as the record owner, whether a record is still necessary"),
}
