"""What the pages show of what is needed, and of who is due."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from waymark.foundation.interface.tables import Column, Table, link

from . import needs
from .due import At, Due
from .models import RefreshRule
from .needs import Need
from .presenters import day


def _address(at: At) -> str:
    kind = "institution" if at.where.institution_id else "organisation"
    return reverse("training:due-at", args=[kind, at.where.institution_id or at.where.organisation_id])


def place_table(rows: Iterable[At]) -> Table:
    def name(at: At) -> Any:
        known = at.where.institution_id or at.where.organisation_id
        return link(_address(at), at.name) if known else _("No place named")

    return Table(
        _("Places with people who are due"),
        (
            Column(_("Where they work"), name),
            Column(_("Overdue"), "overdue", number=True),
            Column(_("To be asked now"), "soon", number=True),
            Column(_("Known by name"), "known", number=True),
        ),
        rows,
        empty=_(
            "Nobody is due. Say what each role needs; people count who are known by name and have a role."
        ),
    )


def people_table(rows: Iterable[Due]) -> Table:
    def last(one: Due) -> str:
        if one.last_on is None:
            return _("Not yet")
        return (
            _("%(day)s (self-declared)") % {"day": day(one.last_on)} if one.is_declared else day(one.last_on)
        )

    return Table(
        _("People who are due"),
        (
            Column(_("Name"), "name"),
            Column(_("As what"), "role"),
            Column(_("What they need"), lambda d: d.course or _("Any training")),
            Column(_("Last trained"), last),
            Column(_("Due"), lambda d: day(d.due_on)),
            Column(_("How it stands"), lambda d: _("Overdue") if d.is_overdue else _("Due soon")),
        ),
        rows,
        empty=_("Nobody here is due."),
    )


def again(rule: RefreshRule) -> str:
    """After how long it has to be taken anew."""
    if not rule.is_needed:
        return _("Not needed any more")
    if rule.months is None:
        return _("Once")
    words = ngettext("Every %(number)s month", "Every %(number)s months", rule.months)
    return words % {"number": rule.months}


def days(rule: RefreshRule) -> str:
    """From when people are asked, and from when they are overdue."""
    if not rule.is_needed:
        return "–"
    before = ngettext("asked %(number)s day before", "asked %(number)s days before", rule.window_days) % {
        "number": rule.window_days
    }
    after = ngettext("overdue %(number)s day after", "overdue %(number)s days after", rule.grace_days) % {
        "number": rule.grace_days
    }
    written = _("; written to by itself") if rule.reminds else ""
    return f"{before}, {after}{written}"


def need_table(rows: Iterable[Need]) -> Table:
    """The matrix: a line for each role or kind of place and course."""

    def change(need: Need) -> Any:
        words = {"who": needs.who(need.rule), "course": needs.word(need.rule, "course") or _("Any training")}
        address = f"{reverse('training:refresh-rule')}?like={need.rule.pk}"
        return link(address, _("Change: %(who)s, %(course)s") % words)

    return Table(
        _("What is needed, and how many are in date"),
        (
            Column(_("For whom"), lambda n: needs.who(n.rule)),
            Column(_("Course"), lambda n: needs.word(n.rule, "course") or _("Any training")),
            Column(_("How often"), lambda n: again(n.rule)),
            Column(_("In scope"), lambda n: n.stands.all, number=True),
            Column(_("In date"), lambda n: n.stands.number, number=True),
            Column(_("Share in date"), lambda n: n.stands.share, number=True),
            Column(_("Change"), change),
        ),
        rows,
        empty=_("Nothing is set. There is no national rule: say what each role needs, and how often."),
    )


def rule_table(rows: Iterable[RefreshRule], today: date) -> Table:
    """All that was ever set: what holds, what held, what is to come."""

    def since(rule: RefreshRule) -> str:
        to_come = rule.from_on > today
        return _("%(day)s (to come)") % {"day": day(rule.from_on)} if to_come else day(rule.from_on)

    return Table(
        _("As it was set, and why"),
        (
            Column(_("For whom"), needs.who),
            Column(_("Course"), lambda r: needs.word(r, "course") or _("Any training")),
            Column(_("How often"), again),
            Column(_("Asked, and overdue"), days),
            Column(_("From"), since),
            Column(_("Why"), "because"),
        ),
        rows,
        empty=_("Nothing yet."),
    )
