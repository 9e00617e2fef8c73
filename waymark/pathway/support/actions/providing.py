"""A provider is briefed in writing, plans sessions, says of each whether it was held, and reports to the panel."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotNow, Refusal
from waymark.foundation.ledger.deeds import deed, disclosed
from waymark.pathway.support import policies, worklist
from waymark.pathway.support.models import Briefing, Report, Session, SupportAction
from waymark.pathway.support.states import SESSIONS, SessionState

from .carrying import under_action
from .giving import BASIS

FUTURE = _("The date must be today or in the past.")
ALREADY = _("This has been said already.")


@deed("support.brief")
def brief(
    *,
    by: Actor,
    at: datetime,
    action: SupportAction,
    checked_on: date,
    checked_by: str,
    words: str,
    sessions: int,
) -> Briefing:
    """Sends the written briefing: what they need to know, and how many sessions are authorised."""
    action = lock(action)
    policies.brief(by, action).require()
    if checked_on > clock.uk_date(at):
        raise Refusal(FUTURE, field="checked_on")
    briefing = Briefing.objects.create(
        **under_action(action), checked_on=checked_on, checked_by=checked_by, words=words, sessions=sessions,
        sent_by_id=by.user_id, sent_at=at,
    )  # fmt: skip
    disclosed(
        briefing,
        recipient=f"organisation:{action.organisation_id}",
        what="the briefing of a provider",
        basis=BASIS,
    )
    worklist.briefed(action, by, at)
    return briefing


@deed("support.read-briefing")
def read(*, by: Actor, at: datetime, action: SupportAction) -> Briefing:
    """The provider confirms that they have read the newest briefing."""
    action = lock(action)
    policies.read_mine(by, action).require()
    briefing = _newest(action)
    if briefing is None or briefing.read_at is not None:
        raise NotNow(ALREADY)
    briefing.read_by_id, briefing.read_at = by.user_id, at
    briefing.save_next("read_by", "read_at")
    worklist.briefing_read(action, by, at)
    return briefing


@deed("support.plan-sessions")
def plan(
    *, by: Actor, at: datetime, action: SupportAction, planned_on: date, number: int = 1
) -> SupportAction:
    """So many sessions, a week apart. Never more than are authorised, nor before the briefing was read."""
    action = lock(action)
    policies.work_on(by, action).require()
    briefing = _newest(action)
    if briefing is None or briefing.read_at is None:
        raise NotNow(_("Sessions are planned once the written briefing has been read."))
    if planned_on < clock.uk_date(at):
        raise Refusal(_("The date must be today or in the future."), field="planned_on")
    taken = action.sessions.exclude(state=SessionState.NOT_HELD).count()
    if taken + number > briefing.sessions:
        words = _("%(number)s sessions are authorised, and %(taken)s of them are planned or held.")
        raise Refusal(words % {"number": briefing.sessions, "taken": taken}, field="number")
    for place in range(number):
        Session.objects.create(
            **under_action(action), planned_on=planned_on + timedelta(weeks=place), planned_by_id=by.user_id
        )
    worklist.changed(action, by, at)
    return action


@deed("support.report-session")
def report_session(
    *,
    by: Actor,
    at: datetime,
    session: Session,
    version: int,
    was_held: bool,
    held_on: date | None = None,
    minutes: int | None = None,
    mode: str = "",
    reason: str = "",
) -> Session:
    """It was held (when, how long, how), or it was not (why)."""
    action = lock(session.action)
    session = lock(session, version)
    policies.report(by, action).require()
    if was_held:
        _say_held(session, held_on, minutes, mode, at)
    elif reason:
        session.reason = reason
    else:
        raise Incomplete(_("Say why it was not held."), field="reason")
    SESSIONS.move(session, "hold" if was_held else "miss")
    session.reported_by_id, session.reported_at = by.user_id, at
    session.save_next("state", "held_on", "minutes", "mode", "reason", "reported_by", "reported_at")
    worklist.session_reported(session, action, by, at)
    return session


@deed("support.ask-report")
def ask_report(*, by: Actor, at: datetime, action: SupportAction, due_on: date) -> Report:
    """The panel wants a report by a day."""
    action = lock(action)
    policies.brief(by, action).require()
    if due_on <= clock.uk_date(at):
        raise Refusal(_("The date must be after today."), field="due_on")
    report = Report.objects.create(**under_action(action), due_on=due_on, asked_by_id=by.user_id)
    worklist.report_asked(report, action, by, at)
    return report


@deed("support.write-report")
def write_report(*, by: Actor, at: datetime, report: Report, version: int, words: str) -> Report:
    """The report comes."""
    action = lock(report.action)
    report = lock(report, version)
    policies.report(by, action).require()
    if report.received_at is not None:
        raise NotNow(ALREADY)
    if not words:
        raise Incomplete(_("Write the report."), field="words")
    report.words, report.written_by_id, report.received_at = words, by.user_id, at
    report.save_next("words", "written_by", "received_at")
    worklist.report_received(report, action, by, at)
    return report


@deed("support.report-seen")
def seen(*, by: Actor, at: datetime, report: Report, version: int, seen_on: date) -> Report:
    """The panel saw the report on that day."""
    report = lock(report, version)
    policies.on_case(by, report.action).require()
    if report.received_at is None or report.seen_on is not None:
        raise NotNow(ALREADY)
    if not clock.uk_date(report.received_at) <= seen_on <= clock.uk_date(at):
        raise Refusal(_("The date must be after the report came, and not in the future."), field="seen_on")
    report.seen_on, report.seen_said_by_id = seen_on, by.user_id
    report.save_next("seen_on", "seen_said_by")
    return report


def _say_held(session: Session, held_on: date | None, minutes: int | None, mode: str, at: datetime) -> None:
    if held_on is None:
        raise Incomplete(_("Enter the day on which it was held."), field="held_on")
    if held_on > clock.uk_date(at):
        raise Refusal(FUTURE, field="held_on")
    if not minutes:
        raise Incomplete(_("Enter how many minutes it took."), field="minutes")
    if not mode:
        raise Incomplete(_("Choose how it was held."), field="mode")
    session.held_on, session.minutes, session.mode = held_on, minutes, mode


def _newest(action: SupportAction) -> Briefing | None:
    return action.briefings.order_by("-sent_at", "-recorded_at").select_for_update(of=("self",)).first()
