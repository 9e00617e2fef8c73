"""Where the support of a case does not go as it was planned: sentences made from facts alone.

A gap stands on the page of the case and is a task of its lead professional until it is seen to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waymark.foundation.kernel import clock
from waymark.pathway.channel.models import Case

from . import queries
from .models import SupportAction
from .queries import Support
from .states import OPEN, ActionState


def of(case: Case, at: datetime) -> list[str]:
    return list(among(queries.of(case), at))


def among(support: Support, at: datetime) -> Iterator[str]:
    """Of what was read already: no query."""
    unaddressed = {need.pk for need in support.unaddressed}
    for action in support.actions:
        for sentence in _of_action(action, unaddressed, at):
            yield _("%(reference)s, %(name)s: %(what)s") % {
                "reference": action.reference, "name": action.person.get_full_name(), "what": sentence,
            }  # fmt: skip


def overdue(action: SupportAction, on: date) -> int:
    """Days since it should have been done; 0 for none."""
    return max((on - action.due_on).days, 0) if action.state in OPEN else 0


def _of_action(action: SupportAction, unaddressed: Iterable[Any], at: datetime) -> Iterator[str]:
    if action.state == ActionState.ASKED and action.answer_due_at and action.answer_due_at < at:
        yield _("has not said whether they take it on")
    if action.state == ActionState.DECLINED and set(action.needs) & set(unaddressed):
        yield _("did not take it on, and nobody else does")
    days = overdue(action, clock.uk_date(at))
    if days:
        yield ngettext("%(days)s day overdue", "%(days)s days overdue", days) % {"days": days}
