"""What the pages of break-glass show: plain rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Model
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waymark.foundation.interface.moments import clock_time, moment
from waymark.foundation.interface.tables import Column, Table, link
from waymark.foundation.ledger import reads

from . import glass, policies, queries
from .actors import Actor
from .models import Glass, Interest, Verdict

EMPTY = gettext_lazy(
    "Nothing has been opened under break-glass. When somebody opens a record that is not theirs, it shows here for "
    "six years."
)


def state(row: Glass) -> str:
    """Open, waiting for its review, or what the review found."""
    if row.reviewed_at is not None:
        return _("%(verdict)s, reviewed %(when)s") % {
            "verdict": row.get_verdict_display(),
            "when": moment(row.reviewed_at),
        }
    return (
        _("Open until %(time)s") % {"time": clock_time(row.ends_at)}
        if row.is_open
        else _("Waiting for review")
    )


def listing(rows: Iterable[Glass]) -> Table:
    columns = (
        Column(_("Opening"), lambda row: link(reverse("glass:opening", args=[row.reference]), row.reference)),
        Column(_("Record"), "about_reference"),
        Column(_("Opened by"), lambda row: row.opened_by.get_full_name()),
        Column(_("Opened"), lambda row: moment(row.opened_at)),
        Column(_("How it stands"), state),
    )
    return Table(_("Opened under break-glass"), columns, rows, empty=EMPTY)


def interests(rows: Iterable[Interest], actor: Actor) -> Table | None:
    """Who said that they have an interest in which record, and how that stands. None when nobody did."""
    found = list(rows)
    columns = (
        Column(_("Record"), "about_reference"),
        Column(_("Who"), lambda row: row.user.get_full_name()),
        Column(_("Said on"), lambda row: moment(row.declared_at)),
        Column(_("How it stands"), lambda row: _interest_state(row, actor)),
    )
    return Table(_("Interests declared"), columns, found) if found else None


def _interest_state(row: Interest, actor: Actor) -> Any:
    if row.withdrawn_at is not None and row.withdrawn_by is not None:
        words = {"when": moment(row.withdrawn_at), "who": row.withdrawn_by.get_full_name()}
        return _("Withdrawn on %(when)s by %(who)s") % words
    if policies.interest_withdraw(actor, row):
        return link(reverse("glass:withdraw", args=[row.pk]), _("Holds: withdraw it"))
    return _("Holds: they see nothing of the record")


def interest(row: Interest) -> dict[str, Any]:
    """One interest, for the page that withdraws it."""
    facts = [
        (_("Record"), row.about_reference),
        (_("Who"), row.user.get_full_name()),
        (_("Said on"), moment(row.declared_at)),
    ]
    return {"rows": [{"key": {"text": key}, "value": {"text": value}} for key, value in facts]}


def opening(row: Glass, actor: Actor) -> dict[str, Any]:
    """One opening: what is on record of it, what was read under it, what may be done now. One query."""
    facts = [
        (_("Record"), row.about_reference),
        (_("Opened by"), row.opened_by.get_full_name()),
        (_("Opened"), moment(row.opened_at)),
        (_("Ended") if not row.is_open else _("Ends"), moment(row.over_at)),
        (_("Reason given"), row.reason),
    ]
    if row.reviewed_at is not None and row.reviewed_by is not None:
        facts += [
            (_("Reviewed by"), row.reviewed_by.get_full_name()),
            (_("Reviewed"), moment(row.reviewed_at)),
            (_("Found"), row.get_verdict_display()),
            (_("In words"), row.words),
        ]
    mine = row.opened_by_id == actor.user_id
    read = Table(
        _("What was read"),
        (
            Column(_("When"), lambda one: moment(one[0])),
            Column(_("Page"), lambda one: reads.page_in_words(one[1])),
        ),
        queries.reads_under(row),
    )
    return {
        "opening": row,
        "rows": [{"key": {"text": key}, "value": {"text": value}} for key, value in facts],
        "reads": read,
        "may_review": bool(policies.glass_review(actor, row)),
        "still_mine": mine and row.is_open,
        "record_url": glass.page_of(row.about_kind, row.about_reference) if mine and row.is_open else "",
    }


def on_record(record: Model, actor: Actor) -> dict[str, Any]:
    """For a record’s page: what its reader has open (`opening`, `until`), a sentence for each opening. Two queries."""
    row = queries.open_now(actor, record._meta.label_lower, record.pk)
    return {
        "opening": row,
        "until": clock_time(row.ends_at) if row else "",
        "lines": [_line(found) for found in queries.openings_of(record)],
    }


def _line(found: queries.Opening) -> str:
    words = {"when": moment(found.opened_at), "who": found.opener}
    if found.reviewed_at is None:
        return _("Opened under break-glass on %(when)s by %(who)s; not reviewed yet.") % words
    words |= {"reviewed": moment(found.reviewed_at), "verdict": str(Verdict(found.verdict).label)}
    return (
        _("Opened under break-glass on %(when)s by %(who)s; reviewed on %(reviewed)s: %(verdict)s.") % words
    )
