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
from waymark.pathway.consent.kinds import SupportKind
from waymark.pathway.referrals.presenters import day

from . import queries
from .models import Briefing, Session, SupportAction
from .queries import Support
from .states import ANSWERS, OPEN, ActionState, SessionState

# Taken on, and not over.
WORKING = OPEN - {ActionState.ASKED}


def of(case: Case, at: datetime) -> list[str]:
    return list(among(queries.of(case), at))


def among(support: Support, at: datetime) -> Iterator[str]:
    """Of what was read already: no query."""
    unaddressed = {need.pk for need in support.unaddressed}
    for action in support.actions:
        for sentence in (*_of_action(action, unaddressed, at), *_of_provider(action, clock.uk_date(at))):
            yield _("%(reference)s, %(name)s: %(what)s") % {
                "reference": action.reference, "name": action.person.get_full_name(), "what": sentence,
            }  # fmt: skip


def overdue(action: SupportAction, on: date) -> int:
    """Days since it should have been done; 0 for none."""
    return max((on - action.due_on).days, 0) if action.state in OPEN else 0


def unreported(support: Support, on: date) -> Iterator[tuple[SupportAction, Session]]:
    """Sessions whose day is over, of which nobody has said whether they were held."""
    for action in support.actions:
        for session in action.sessions.all():
            if session.state == SessionState.PLANNED and session.planned_on < on and action.state in ANSWERS:
                yield action, session


def held(action: SupportAction) -> str:
    """“1 of 6 planned sessions held”: of rows alone, nothing is inferred. Empty where no session is in question."""
    sessions, newest = list(action.sessions.all()), briefing(action)
    if not sessions and newest is None:
        return ""
    words = ngettext(
        "%(held)s of %(planned)s planned session held",
        "%(held)s of %(planned)s planned sessions held",
        len(sessions),
    )
    done = sum(session.state == SessionState.HELD for session in sessions)
    said = words % {"held": done, "planned": len(sessions)}
    if newest is not None and newest.sessions != len(sessions):
        said += _(", %(number)s authorised") % {"number": newest.sessions}
    return said


def briefing(action: SupportAction) -> Briefing | None:
    """The one that counts: the newest."""
    return next(reversed(list(action.briefings.all())), None)


def _of_provider(action: SupportAction, on: date) -> Iterator[str]:
    newest = briefing(action)
    if action.state in WORKING and action.kind == SupportKind.IDEOLOGY and newest is None:
        yield _("no written briefing has been sent")
    if action.state in WORKING and newest is not None and newest.read_at is None:
        yield _("has not said that they read the briefing")
    for session in action.sessions.all():
        if session.state == SessionState.PLANNED and session.planned_on < on and action.state in ANSWERS:
            yield _("nobody has said whether the session of %(day)s was held") % {
                "day": day(session.planned_on)
            }
        if session.covered is False:
            yield _("no consent covered the session of %(day)s") % {"day": day(session.held_on)}
    for report in action.reports.all():
        if report.received_at is None and report.due_on < on and action.state in ANSWERS:
            yield _("the report due on %(day)s has not come") % {"day": day(report.due_on)}


def _of_action(action: SupportAction, unaddressed: Iterable[Any], at: datetime) -> Iterator[str]:
    if action.state == ActionState.ASKED and action.answer_due_at and action.answer_due_at < at:
        yield _("has not said whether they take it on")
    if action.state == ActionState.DECLINED and set(action.needs) & set(unaddressed):
        yield _("did not take it on, and nobody else does")
    days = overdue(action, clock.uk_date(at))
    if days:
        yield ngettext("%(days)s day overdue", "%(days)s days overdue", days) % {"days": days}
