"""Erases one record and all that goes with it, by the database’s guarded function, and says why not when it refuses."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from typing import Any

import structlog
from django.db import DatabaseError, connection, transaction
from django.utils.translation import gettext_lazy as _

from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotNow
from waymark.foundation.retention import lives, queries
from waymark.foundation.retention.models import Disposal, Life, Proposal

log = structlog.get_logger(__name__)

# The codes of sql/erasing.sql, in words.
REFUSALS = {
    "gone": _("There is no such record any more."),
    "held": _("This record is under a legal hold."),
    "not-due": _("This record is not due to be erased."),
    "not-approved": _("Two people have to agree before this record is erased."),
}


class NotErased(NotNow):
    """The database refused to erase a record. `code` is a key of REFUSALS."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(REFUSALS[code])


def erase(life: Life, proposal: Proposal | None = None) -> dict[str, int]:
    """How many rows of each table went. NotErased when the record is held, not due or not approved.

    The steps of other parts (documents, keys) run in the same transaction: all of it goes, or nothing.
    """
    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SELECT retention.erase(%s, %s)", [life.pk, proposal.pk if proposal else None])
                [gone] = cursor.fetchone()
            for step in lives.WHEN_ERASED:
                step(life.kind, life.record_id, life.authority_id)
    except DatabaseError as refused:
        code = detail_of(refused)
        if code in REFUSALS:
            raise NotErased(code) from refused
        raise
    return dict(json.loads(gone)) if isinstance(gone, str) else gone


def erase_all(
    due: Iterable[Life], at: datetime, proposal: Proposal | None = None
) -> tuple[int, Counter[str]]:
    """Each of them on its own, so that one that is held or fails does not keep the others. How many went, and the
    codes of why others did not. The lines of the disposal log are written with them."""
    gone: Counter[tuple[int, str, str, str]] = Counter()
    kept: Counter[str] = Counter()
    for life in due:
        try:
            erase(life, proposal)
        except NotErased as refusal:
            kept[refusal.code] += 1
        except Exception as problem:  # noqa: BLE001  (one record must not keep the others)
            log.error(
                "not erased", kind=life.kind, class_code=life.class_code, problem=type(problem).__name__
            )
            kept["failed"] += 1
        else:
            gone[life.authority_id, life.class_code, life.kind, _ground(life, proposal, at)] += 1
    for (authority_id, class_code, kind, ground), count in gone.items():
        note(
            authority_id,
            class_code,
            kind,
            count,
            at,
            ground=ground,
            proposal_key=proposal.pk if proposal and ground == "two-people" else None,
        )
    return sum(gone.values()), kept


def note(authority_id: int, class_code: str, model: str, count: int, at: datetime, **more: Any) -> None:
    """One line of the disposal log: class, number, day, on what ground. Never which."""
    Disposal.objects.create(
        authority_id=authority_id,
        grants=[
            f"system:{authority_id}",
            f"authority:{authority_id}:ledger",
            f"authority:{authority_id}:retention",
        ],
        class_code=class_code,
        model=model,
        count=count,
        on_date=clock.uk_date(at),
        **more,
    )


def detail_of(problem: BaseException) -> str:
    """The detail that a refusal of the database carries: its code here."""
    diagnosis = getattr(problem.__cause__, "diag", None)
    return str(getattr(diagnosis, "message_detail", "") or "")


def _ground(life: Life, proposal: Proposal | None, at: datetime) -> str:
    """As sql/erasing.sql works it out; there it is what counts."""
    by_two = life.kind in queries.kinds(needs_two=True)
    if by_two and life.ceiling_on and life.ceiling_on <= clock.uk_date(at):
        return "ceiling"
    return "two-people" if proposal else "expired"
