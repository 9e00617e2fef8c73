"""Complaints as pages show them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from waymark.foundation.access import own_data
from waymark.foundation.access.actors import Actor
from waymark.foundation.interface.moments import day
from waymark.foundation.interface.tables import Column, Table, reference
from waymark.foundation.tasks import clocks

from . import policies
from .models import Complaint


def state(complaint: Complaint) -> str:
    return str(complaint.get_outcome_display()) if complaint.answered_on else _("Being answered")


def table(rows: Iterable[Complaint]) -> Table:
    return Table(
        _("Complaints"),
        (
            Column(_("Reference"), lambda c: reference(reverse("complaints:one", args=[c.reference]), c.reference)),
            Column(_("About"), lambda c: c.get_about_display()),
            Column(_("Received"), lambda c: day(c.received_on)),
            Column(_("Answer due"), lambda c: "–" if c.answered_on else day(c.due_on)),
            Column(_("Who answers"), lambda c: c.owner.get_full_name()),
            Column(_("How it stands"), state),
        ),
        rows,
        empty=_("Nobody has complained yet. When somebody does, in any words, record it here."),
    )  # fmt: skip


def facts(actor: Actor, complaint: Complaint) -> list[dict[str, Any]]:
    said = [
        (_("How it stands"), state(complaint)),
        (_("About"), complaint.get_about_display()),
        (_("What the person says"), complaint.words),
        (_("Who complains"), complaint.complainant or _("They gave no name.")),
        (_("In the record"), _record(actor, complaint)),
        (_("Received"), day(complaint.received_on)),
        (_("Answer due"), f"{day(complaint.due_on)} ({clocks.told_of(complaint.due_by)})"),
        (_("Who answers"), complaint.owner.get_full_name()),
    ]
    if complaint.answered_on:
        said += [
            (_("What the person was told"), f"{day(complaint.answered_on)}: {complaint.answer}"),
            (_("What is done otherwise"), complaint.learnt or _("Nothing was written down.")),
        ]
    if complaint.stacu_reference:
        said += [
            (_("StaCU reference"), complaint.stacu_reference),
            (_("What StaCU said"), complaint.stacu_outcome or _("Not answered yet")),
        ]
    return [{"key": {"text": key}, "value": {"text": value}} for key, value in said if value]


def _record(actor: Actor, complaint: Complaint) -> str:
    """The reference, to those who may see the record it names; to others only that there is one."""
    named = complaint.record_reference
    if not named or own_data.find(actor, named):
        return named
    return _("A record that you may not see")


def links(actor: Actor, complaint: Complaint) -> list[dict[str, str]]:
    offered = (
        ("answer", _("Write down the answer"), policies.answer),
        ("take", _("Take it: I answer this"), policies.take),
        ("stacu", _("Write down what StaCU says"), lambda who, one: policies.keep(who, one.authority_id)),
    )
    return [
        {"href": reverse(f"complaints:{name}", args=[complaint.reference]), "text": text}
        for name, text, may in offered
        if may(actor, complaint)
    ]
