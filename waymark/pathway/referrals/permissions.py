from enum import StrEnum

from django.utils.translation import gettext_lazy as _


class Permission(StrEnum):
    QUEUE = "referrals.queue"
    READ = "referrals.read"
    TRIAGE = "referrals.triage"
    DECIDE = "referrals.decide"
    ASSIGN = "referrals.assign"
    APPROVE_CLOSURE = "referrals.approve-closure"
    RESTRICT = "referrals.restrict"
    OVERRIDE_REQUEST = "referrals.override-request"
    POLICE_READ = "referrals.police-read"
    POLICE_DECIDE = "referrals.police-decide"
    POLICE_APPROVE = "referrals.police-approve"
    ANSWER_REQUEST = "referrals.answer-request"


SENTENCES = {
    Permission.QUEUE: _("See the queue of referrals, without names"),
    Permission.READ: _("Open a referral of their authority"),
    Permission.TRIAGE: _("Work on a referral in triage: concerns, needs, requests, redirects"),
    Permission.DECIDE: _("Sign a triage decision"),
    Permission.ASSIGN: _("Give a referral to a lead professional"),
    Permission.APPROVE_CLOSURE: _("Approve, as the second person, that a referral is closed"),
    Permission.RESTRICT: _("Keep a referral to named people, and let all of triage see it again"),
    Permission.OVERRIDE_REQUEST: _(
        "Let a referral close though a request for information is open, with reasons"
    ),
    Permission.POLICE_READ: _("Open a referral that was sent to police assessment"),
    Permission.POLICE_DECIDE: _("Work on a police assessment and sign what came of it"),
    Permission.POLICE_APPROVE: _("Approve, as the second person, that a police assessment is closed"),
    Permission.ANSWER_REQUEST: _("Answer a request or a redirect made to their organisation"),
}
