"""Who may ask about looks."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision, allow, refuse
from waymark.foundation.accounts.models import User
from waymark.foundation.kernel import clock

from .models import Inquiry, ReviewLine
from .permissions import Permission

OWN_LOOKS = _("These are your own looks. Somebody else has to answer for them.")
OWN_ACCOUNT = _("This is your own account. Ask somebody else to look into it.")
NOT_TODAY = _("This was asked on another day. Say again why you need to see it.")


def review_look(actor: Actor, line: ReviewLine) -> Decision:
    if actor.may(Permission.REVIEW_LOOKS) and line.reader_id != actor.user_id:
        return allow()
    return refuse(OWN_LOOKS)


def look_into(actor: Actor, account: User) -> Decision:
    if actor.may(Permission.LOOK_INTO) and account.pk != actor.user_id:
        return allow()
    return refuse(OWN_ACCOUNT)


def read_inquiry(actor: Actor, inquiry: Inquiry) -> Decision:
    mine = inquiry.asked_by_id == actor.user_id
    if mine and clock.uk_date(inquiry.asked_at) == clock.today():
        return allow()
    return refuse(NOT_TODAY)
