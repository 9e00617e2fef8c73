"""What an action’s page shows of its provider: the briefing, sessions planned and held, reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from waymark.foundation.access.actors import Actor
from waymark.pathway.channel.models import Case
from waymark.pathway.referrals.presenters import day
from waymark.pathway.referrals.record import pair

from . import gaps, policies
from .models import Briefing, Report, Session, SupportAction
from .states import SessionState


@dataclass(frozen=True)
class Providing:
    """`lines` of sessions and reports: `text`, and `href` with what may be done about it (`todo`)."""

    held: str
    briefing: list[dict[str, Any]]
    sessions: list[dict[str, str]]
    reports: list[dict[str, str]]

    @staticmethod
    def of_case(actor: Actor, case: Case, action: SupportAction) -> Providing:
        def about(report: Report) -> str:
            if report.received_at is None or report.seen_on or not policies.on_case(actor, action):
                return ""
            return reverse("support:report-seen", args=[case.reference, action.reference, report.pk])

        reports = [
            _report(one, about(one), _("Say that the panel has seen it")) for one in action.reports.all()
        ]
        for_them = bool(policies.on_case(actor, action) and policies.report(actor, action))

        def of(one: Session) -> str:
            if not for_them or one.state != SessionState.PLANNED:
                return ""
            return reverse("support:session", args=[case.reference, action.reference, one.pk])

        sessions = [_session(action, one, of(one)) for one in action.sessions.all()]
        return Providing(gaps.held(action), _briefing(action), sessions, reports)

    @staticmethod
    def of_mine(actor: Actor, action: SupportAction) -> Providing:
        may = bool(policies.report(actor, action))

        def about(name: str, row: Session | Report, waits: bool) -> str:
            return reverse(name, args=[action.reference, row.pk]) if may and waits else ""

        sessions = [
            _session(action, one, about("support:mine-session", one, one.state == SessionState.PLANNED))
            for one in action.sessions.all()
        ]
        reports = [
            _report(one, about("support:mine-report", one, one.received_at is None), _("Write it"))
            for one in action.reports.all()
        ]
        return Providing(gaps.held(action), _briefing(action), sessions, reports)


def links_of_case(actor: Actor, case: Case, action: SupportAction) -> list[dict[str, str]]:
    found = []
    if policies.brief(actor, action):
        found += [
            ("support:brief", _("Send a written briefing")),
            ("support:ask-report", _("Ask for a report")),
        ]
    if policies.ask_fund(actor, action):
        found.append(("support:ask-fund", _("Write down that money is asked for")))
    return [
        {"href": reverse(name, args=[case.reference, action.reference]), "text": text} for name, text in found
    ]


def links_of_mine(actor: Actor, action: SupportAction) -> list[dict[str, str]]:
    newest = gaps.briefing(action)
    if newest is None or newest.read_at is None or not policies.work_on(actor, action):
        return []
    return [{"href": reverse("support:mine-plan", args=[action.reference]), "text": _("Plan sessions")}]


def _briefing(action: SupportAction) -> list[dict[str, Any]]:
    newest = gaps.briefing(action)
    if newest is None:
        return []
    checked = _("%(day)s, by %(name)s") % {"day": day(newest.checked_on), "name": newest.checked_by}
    return [
        pair(_("Approval checked"), checked),
        pair(_("Sent"), day(newest.sent_at)),
        pair(_("Read"), _read(newest)),
        pair(_("Sessions authorised"), str(newest.sessions)),
        pair(_("What it says"), newest.words),
    ]


def _read(briefing: Briefing) -> str:
    if briefing.read_by is None:
        return _("Not yet")
    return f"{day(briefing.read_at)}, {briefing.read_by.get_full_name()}"


def _session(action: SupportAction, session: Session, href: str) -> dict[str, str]:
    words = f"{day(session.planned_on)}: {session.state_name}"
    if session.state == SessionState.HELD:
        words = _("%(planned)s: held on %(day)s, %(minutes)s minutes, %(mode)s") % {
            "planned": day(session.planned_on), "day": day(session.held_on), "minutes": session.minutes,
            "mode": session.get_mode_display().lower(),
        }  # fmt: skip
    elif session.reason:
        words += f". {session.reason}"
    if session.reported_by and session.reported_by_id != action.person_id:
        words = _("%(said)s (written down for them by %(name)s)") % {
            "said": words, "name": session.reported_by.get_full_name(),
        }  # fmt: skip
    return {"text": words, "href": href, "todo": _("Say whether it was held")}


def _report(report: Report, href: str, todo: str) -> dict[str, str]:
    words = _("Due on %(day)s: not come") % {"day": day(report.due_on)}
    if report.received_at:
        words = _("Came on %(day)s: %(words)s") % {"day": day(report.received_at), "words": report.words}
        seen = (
            _("The panel saw it on %(day)s.") % {"day": day(report.seen_on)}
            if report.seen_on
            else _("The panel has not seen it.")
        )
        words = f"{words} {seen}"
    return {"text": words, "href": href, "todo": todo}
