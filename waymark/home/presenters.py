"""What the home pages show: plain rows, no lazy queries."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.roles import ROLES
from waymark.pathway.concerns.permissions import Permission as Concerns
from waymark.pathway.referrals.permissions import Permission as Referrals

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


def work_table(tasks: Iterable[Any], at: datetime) -> list[dict[str, Any]]:
    """`what`, `reference`, `url`, `due` and `late` for each task, in the order they came."""
    return [
        {
            "what": task.sentence,
            "reference": task.reference,
            "url": task.url,
            "due": task.due_at,
            "late": task.due_at is not None and task.due_at < at,
        }
        for task in tasks
    ]


def ledger_table(entries: Iterable[Any], which: str) -> list[dict[str, Any]]:
    """`at`, `actor`, `what`, `about`, `why` for each entry: identifiers only, never content."""
    return [
        {
            "at": entry.at,
            "actor": entry.actor,
            "what": entry.page if which == "reads" else entry.deed,
            "about": f"{entry.about_kind} {entry.about_id[:8]}",
            "why": ", ".join(gettext(purpose) for purpose in entry.purpose.split(", ") if purpose),
        }
        for entry in entries
    ]
