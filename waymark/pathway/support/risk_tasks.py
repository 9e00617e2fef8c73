"""What a risk asks of whom: to answer for it, to look at it again; while nobody answers for it, to name somebody."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from waymark.foundation import outbox, tasks
from waymark.foundation.access import context
from waymark.foundation.kernel import clock
from waymark.foundation.ledger.deeds import Doer
from waymark.foundation.tasks import Kind
from waymark.foundation.tasks.clocks import DAY_ENDS, due
from waymark.pathway.channel.models import Case

from .models import Risk

MINE = "support:my-risk"
ANSWER = Kind("support.risk-answer", _("Say whether you answer for a risk"), MINE)
REVIEW = Kind("support.risk-review", _("Look at a risk again"), MINE)
UNOWNED = Kind("support.risk-unowned", _("Name somebody who answers for a risk"), "support:risks")
KINDS = (ANSWER, REVIEW, UNOWNED)


def asked(risk: Risk, by: Doer, at: datetime) -> None:
    tasks.done(UNOWNED.code, about=risk, by=by, at=at)
    tasks.ask(
        ANSWER.code, about=risk, to=risk.person, by=by, at=at, escalate_to=_leads(risk),
        due_at=due("support.answer", at, authority_id=risk.authority_id),
    )  # fmt: skip
    outbox.post(
        "support.asked", to=risk.person, key=f"support.asked:{risk.pk}:{risk.version}", authority_id=risk.authority_id,
        link=reverse(MINE, args=[risk.reference]), reference=risk.reference, at=at,
    )  # fmt: skip


def owned(risk: Risk, by: Doer, at: datetime) -> None:
    tasks.done(ANSWER.code, about=risk, by=by, at=at)
    tasks.ask(
        REVIEW.code, about=risk, to=risk.person, by=by, at=at, escalate_to=_leads(risk),
        due_at=datetime.combine(risk.review_on, DAY_ENDS, clock.UK),
    )  # fmt: skip


def reviewed(risk: Risk, by: Doer, at: datetime) -> None:
    """The next look is due on the next day; of a risk that somebody answers for."""
    if tasks.done(REVIEW.code, about=risk, by=by, at=at):
        owned(risk, by, at)


def unowned(risk: Risk, by: Doer, at: datetime) -> None:
    over(risk, by, at)
    with context.lent(risk.authority_id):
        case = Case.objects.select_related("lead").get(pk=risk.case_id)
    tasks.ask(
        UNOWNED.code, about=risk, to=case.lead, by=by, at=at, escalate_to=_leads(risk),
        due_at=due("support.gap", at, authority_id=risk.authority_id), reference=case.reference,
    )  # fmt: skip


def over(risk: Risk, by: Doer, at: datetime) -> None:
    tasks.done(*(kind.code for kind in KINDS), about=risk, by=by, at=at)


def _leads(risk: Risk) -> str:
    return f"authority:{risk.authority_id}:lead"
