"""What the home pages show: plain rows, no lazy queries."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.roles import ROLES
from waymark.foundation.interface.moments import day, moment
from waymark.foundation.interface.tables import Column, Table, link
from waymark.foundation.tasks.beside import Left
from waymark.foundation.tasks.models import Task
from waymark.pathway.concerns.permissions import Permission as Concerns
from waymark.pathway.panel import queries as panels
from waymark.pathway.panel.models import PanelMeeting
from waymark.pathway.panel.permissions import Permission as Panel
from waymark.pathway.referrals.permissions import Permission as Referrals

OVERDUE, SOON, LATER = _("Overdue"), _("Due in the next 7 days"), _("Due later")
A_WEEK = timedelta(days=7)

# What a person can begin from My day: permission, url, label, what it is for.
STARTS = (
    (
        Concerns.REFER,
        "concerns:start",
        _("Refer a concern"),
        _("Tell Prevent about a worry you have for somebody."),
    ),
    (
        Concerns.ENQUIRE,
        "concerns:enquiry-ask",
        _("Ask for advice"),
        _("Talk a worry through without naming anyone."),
    ),
    (Concerns.FOLLOW, "concerns:mine", _("My referrals"), _("See how far they are, and add information.")),
    (
        Concerns.APPROVE,
        "concerns:waiting",
        _("Drafts waiting for you"),
        _("Decide what your organisation sends."),
    ),
    (Referrals.QUEUE, "referrals:triage-queue", _("Referrals in triage"), _("Oldest first, with due times.")),
)


def starts(actor: Actor) -> list[dict[str, Any]]:
    return [
        {"url": reverse(url), "label": label, "what": what}
        for permission, url, label, what in STARTS
        if actor.may(permission)
    ]


def role_sentences(actor: Actor) -> list[dict[str, Any]]:
    return [{"name": ROLES[code].name, "sentence": ROLES[code].sentence} for code in sorted(actor.roles)]


def memberships(held: Iterable[Any]) -> list[dict[str, Any]]:
    """Each role with its name, organisation and dates; a role that is no longer declared shows its code."""
    return [
        {
            "pk": m.pk,
            "role_name": ROLES[m.role].name if m.role in ROLES else m.role,
            "organisation": m.organisation,
            "starts_on": m.starts_on,
            "ends_on": m.ends_on,
            "ended_at": m.ended_at,
        }
        for m in held
    ]


def members_table(people: Iterable[Any]) -> Table:
    """Of `queries.members_shown`: who, their roles today, when they were last here, whether the second step is set."""
    columns = [
        Column(_("Name"), _member_link),
        Column(_("Role"), _roles_today),
        Column(
            _("Last signed in"),
            lambda person: day(person.last_seen_on) if person.last_seen_on else _("Not yet"),
        ),
        Column(_("Second step"), lambda person: _("Set") if person.has_second_step else _("Not set")),
    ]
    return Table(_("People and roles"), columns, people, empty=_("Nobody has a role yet. Invite a person."))


def _member_link(person: Any) -> SafeString:
    name = person.full_name or person.email
    link_to = link(reverse("home:member", args=[person.pk]), name)
    return link_to if person.is_active else format_html("{} ({})", link_to, gettext("stopped"))


def _roles_today(person: Any) -> Any:
    """Each role with its organisation, one under the other."""
    held = [
        (ROLES[m.role].name if m.role in ROLES else m.role, m.organisation.name) for m in person.roles_today
    ]
    return format_html_join(SafeString("<br>"), "{}, {}", held) if held else _("No role today")


def work_groups(
    tasks: Iterable[Task], left: Iterable[Left], actor: Actor, at: datetime
) -> list[dict[str, Any]]:
    """Tasks and what was left: those that are late, those of the next 7 days, and the rest. Empty groups are left out.

    Each has a `title` and `rows` of `what`, `reference`, `url`, `due` and `late`, the oldest due first.
    """
    asked = ((task, task.url_for(actor.user_id, actor.grants)) for task in tasks)
    lines: list[tuple[Task | Left, str]] = [*asked, *((one, one.url) for one in left)]
    lines.sort(key=lambda line: line[0].due_at)
    held: dict[Any, list[dict[str, Any]]] = {OVERDUE: [], SOON: [], LATER: []}
    for line, url in lines:
        late = line.due_at < at
        row = {
            "what": line.sentence,
            "reference": line.reference,
            "url": url,
            "due": line.due_at,
            "late": late,
        }
        held[OVERDUE if late else SOON if line.due_at < at + A_WEEK else LATER].append(row)
    return [{"title": title, "rows": rows} for title, rows in held.items() if rows]


def next_panels(actor: Actor, at: datetime) -> list[dict[str, Any]]:
    """The next meeting of each panel that the actor arranges or sits on: `panel`, `url`, `when` and `where`.

    No query for those who sit on none.
    """
    if not actor.may(Panel.SIT):
        return []
    first: dict[Any, PanelMeeting] = {}
    for row in panels.to_come(actor, at)[:50]:
        first.setdefault(row.panel_id, row)
    return [
        {
            "panel": row.panel.name,
            "url": reverse("panel:meeting", args=[row.reference]),
            "when": moment(row.meeting.starts_at),
            "where": row.meeting.place or gettext("Online"),
        }
        for row in first.values()
    ]
