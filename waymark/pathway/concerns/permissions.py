from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    ENQUIRE = "concerns.enquire"
    ANSWER_ENQUIRY = "concerns.answer-enquiry"
    REFER = "concerns.refer"
    APPROVE = "concerns.approve"
    FOLLOW = "concerns.follow"
    ROUTE = "concerns.route"


SENTENCES = {
    Permission.ENQUIRE: _("Ask for advice without naming anyone"),
    Permission.ANSWER_ENQUIRY: _("Answer requests for advice"),
    Permission.REFER: _("Write and send a referral"),
    Permission.APPROVE: _("Decide, as safeguarding lead, whether a referral of their organisation is sent"),
    Permission.FOLLOW: _("Follow their own referral and add information to it"),
    Permission.ROUTE: _("Say whether the police see a referral as soon as the council does"),
}
