"""What support tells the timeline of a case."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from waymark.foundation.interface.timeline import Event
from waymark.foundation.kernel import clock
from waymark.pathway.channel import beside
from waymark.pathway.channel.models import Case
from waymark.pathway.channel.timeline import event

from . import funds_shown, queries
from .models import SupportAction


def events(case: Case) -> Iterator[Event]:
    """Nine queries, or none where the page has shown support already."""
    shown = beside.once(case, queries.of)
    for plan in shown.plans:
        number = {"number": plan.number}
        begun = clock.uk_date(plan.begun_at)
        yield event(_("Support plan, version %(number)s begun") % number, begun, plan.begun_at,
                    plan.begun_by.get_full_name())  # fmt: skip
        if plan.approved_by and plan.approved_at and plan.panel_on:
            yield event(_("Support plan, version %(number)s approved") % number, plan.panel_on, plan.approved_at,
                        plan.approved_by.get_full_name())  # fmt: skip
    for action in shown.actions:
        yield from _of_action(action)
    for risk in beside.once(case, queries.risks):
        for one in risk.entries.all():
            what = _("Risk %(reference)s: %(what)s") % {
                "reference": risk.reference, "what": one.get_kind_display(),
            }  # fmt: skip
            by = one.written_by.get_full_name() if one.written_by else ""
            yield event(what, clock.uk_date(one.written_at), one.written_at, by)


def _of_action(action: SupportAction) -> Iterator[Event]:
    name, whose = {"reference": action.reference}, action.person.get_full_name()
    asked = _("Support %(reference)s asked for") % name
    yield event(asked, clock.uk_date(action.asked_at), action.asked_at, action.asked_by.get_full_name())
    if action.answered_at:
        taken = _("Support %(reference)s answered") % name
        yield event(taken, clock.uk_date(action.answered_at), action.answered_at, whose)
    yield from _of_provider(action)
    yield from _of_funds(action)
    if action.stopped_at:
        yield event(
            _("Support %(reference)s stopped") % name, clock.uk_date(action.stopped_at), action.stopped_at, ""
        )
    if action.ended_at:
        ended = _("Support %(reference)s: %(state)s") % (name | {"state": action.state_name})
        yield event(ended, clock.uk_date(action.ended_at), action.ended_at, "")


def _of_provider(action: SupportAction) -> Iterator[Event]:
    name = {"reference": action.reference}
    for briefing in action.briefings.all():
        sent = _("Support %(reference)s: briefing sent") % name
        yield event(sent, clock.uk_date(briefing.sent_at), briefing.sent_at, briefing.sent_by.get_full_name())
    for session in action.sessions.all():
        if session.reported_at and session.reported_by:
            said = _("Support %(reference)s: session %(state)s") % (
                name | {"state": session.state_name.lower()}
            )
            on = session.held_on or session.planned_on
            yield event(said, on, session.reported_at, session.reported_by.get_full_name())
    for report in action.reports.all():
        if report.received_at and report.written_by:
            came = _("Support %(reference)s: report came") % name
            yield event(
                came, clock.uk_date(report.received_at), report.received_at, report.written_by.get_full_name()
            )


def _of_funds(action: SupportAction) -> Iterator[Event]:
    name = {"reference": action.reference}
    for one in action.fund_requests.all():
        asked = _("Support %(reference)s: %(what)s") % (name | {"what": funds_shown.asked(one)})
        yield event(asked, one.asked_on, one.entered_at, one.asked_by.get_full_name())
        if one.decided_on and one.decision_at and one.decision_by:
            said = _("Support %(reference)s: %(what)s") % (name | {"what": funds_shown.decided(one)})
            yield event(said, one.decided_on, one.decision_at, one.decision_by.get_full_name())
