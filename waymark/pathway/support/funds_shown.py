"""How money that was asked for is shown: one sentence for each request."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from waymark.foundation.access.actors import Actor
from waymark.pathway.channel.models import Case
from waymark.pathway.referrals.presenters import day

from . import policies
from .models import FundDecision, FundRequest, SupportAction


def pounds(amount: Decimal) -> str:
    return f"£{amount:,.2f}"


def of_action(actor: Actor, case: Case, action: SupportAction) -> list[dict[str, str]]:
    """`text`, and `href` where what was decided may be written down now."""
    return [
        {
            "text": sentence(one),
            "href": reverse("support:fund-decision", args=[case.reference, action.reference, one.pk])
            if policies.fund_decision(actor, one)
            else "",
        }
        for one in action.fund_requests.all()
    ]


def of_plan(actions: Iterable[SupportAction]) -> list[str]:
    return [
        _("%(reference)s: %(what)s") % {"reference": action.reference, "what": sentence(one)}
        for action in actions
        for one in action.fund_requests.all()
    ]


def asked(one: FundRequest) -> str:
    words = _("%(amount)s asked of %(fund)s on %(day)s") % {
        "amount": pounds(one.amount), "fund": one.asked_of, "day": day(one.asked_on),
    }  # fmt: skip
    return f"{words} ({one.reference})" if one.reference else words


def sentence(one: FundRequest) -> str:
    return f"{asked(one)}. {decided(one)}."


def decided(one: FundRequest) -> str:
    if not one.decision:
        return _("Not decided yet")
    said: dict[str, Any] = {
        "decision": one.get_decision_display(), "day": day(one.decided_on), "name": one.decided_by,
    }  # fmt: skip
    if one.decision == FundDecision.GRANTED and one.granted is not None:
        return _("%(amount)s granted on %(day)s by %(name)s") % (said | {"amount": pounds(one.granted)})
    return _("%(decision)s on %(day)s by %(name)s") % said
