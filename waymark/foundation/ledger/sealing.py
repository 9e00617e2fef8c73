"""Seals over every entry that no running transaction can still come before. The database makes them by itself."""

from __future__ import annotations

import time

from django.db import connection, transaction

PAUSE = 0.1


def seal(patience: float = 10.0) -> int:
    """Seals what was entered before now. How many entries.

    Waits up to `patience` seconds for transactions that were running; what they hold up is sealed by the next call.
    """
    end = time.monotonic() + patience
    total, fenced = 0, False
    while True:
        fenced = fenced or bool(_asked("SELECT ledger.fence()"))
        sealed = _asked("SELECT ledger.seal()")
        total += sealed or 0
        if fenced and sealed is not None:
            return total
        if sealed is None:
            if time.monotonic() > end:
                return total
            time.sleep(PAUSE)


def drop_old() -> int:
    """Drops whole ranges whose years are over, leaving their seals. How many entries."""
    total = 0
    while dropped := _asked("SELECT ledger.drop_old()"):
        total += dropped
    return total


def _asked(sql: str) -> int | None:
    """Each call in a transaction of its own: a fence in the midst of another would not know what runs."""
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchone()[0]
