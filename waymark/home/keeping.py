"""Retention asks for work through the work lists. Neither knows the other: they meet here."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from waymark.foundation import retention, tasks
from waymark.foundation.kernel import clock
from waymark.foundation.ledger.deeds import Doer
from waymark.foundation.tasks import Kind
from waymark.foundation.tasks.clocks import DAY_ENDS


class Asking:
    """Asks by the work lists; overdue, whoever governs information is told."""

    def ask(self, kind: str, *, about: Model, to: str, by: Doer, at: datetime, due_on: date) -> None:
        tasks.ask(
            kind,
            about=about,
            to=to,
            by=by,
            at=at,
            due_at=datetime.combine(due_on, DAY_ENDS, clock.UK),
            escalate_to=f"authority:{about.authority_id}:retention",  # type: ignore[attr-defined]
        )

    def done(self, kind: str, *, about: Model, by: Doer, at: datetime) -> None:
        tasks.done(kind, about=about, by=by, at=at)


def declare() -> None:
    """Declares the tasks of retention, and that it asks for them here. For AppConfig.ready."""
    tasks.declare(
        Kind(
            "retention.review",
            _("Say whether a record is still necessary"),
            "retention:review",
            url_takes="id",
        ),
        Kind(
            "retention.approve",
            _("Agree, or not, that records are erased"),
            "retention:proposal",
            url_takes="id",
        ),
    )
    retention.ask_with(Asking())
    retention.when_rows_erased(tasks.forget)
