"""For migrations of the parts that declare times: a time that is published is made no longer, in the database too."""

from __future__ import annotations

from django.db.migrations import RunSQL

from .declared import ClockDefault


def no_longer(*published: ClockDefault) -> RunSQL:
    """A time that a published source confirms may be set shorter, not longer, and counted in the same way.

    Run again (it replaces) when one of them changes. ValueError for one that no source confirms.
    """
    for default in published:
        if not default.confirmed:
            raise ValueError(f"{default.code}: no published source says how long it may take")
    changes = ", ".join(_check(default) for default in published)
    return RunSQL(f"ALTER TABLE tasks_clock {changes}", RunSQL.noop)


def _check(default: ClockDefault) -> str:
    name = constraint_of(default)
    allowed = f"unit = '{default.unit}' AND number <= {default.number:d}"
    return f"DROP CONSTRAINT IF EXISTS {name}, ADD CONSTRAINT {name} CHECK (code <> '{default.code}' OR ({allowed}))"


def constraint_of(default: ClockDefault) -> str:
    return "clock_published_" + default.code.replace(".", "_").replace("-", "_")
