from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    SEE = "stewardship.see"
    RECORD = "stewardship.record"
    PREPARE = "stewardship.prepare"
    RELEASE = "stewardship.release"


SENTENCES = {
    Permission.SEE: _("See requests for one’s own data"),
    Permission.RECORD: _("Record and close requests for one’s own data"),
    Permission.PREPARE: _("Gather what is held about a person, and decide what is given"),
    Permission.RELEASE: _("Release what was prepared, as the second person"),
}
