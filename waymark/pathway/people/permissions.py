from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    READ = "people.read"
    CHANGE = "people.change"
    MATCH = "people.match"
    ANSWER_OWNER = "people.answer-owner"
    EQUALITY_RECORD = "people.equality-record"


SENTENCES = {
    Permission.READ: _("Open the page of a person whose referral they work on"),
    Permission.CHANGE: _("Correct names, birth date, addresses and school of a person"),
    Permission.MATCH: _("Answer whether a person has been seen before"),
    Permission.ANSWER_OWNER: _("Answer, as the record owner, what may be known of an earlier record"),
    Permission.EQUALITY_RECORD: _("Record equality answers (never read them)"),
}
