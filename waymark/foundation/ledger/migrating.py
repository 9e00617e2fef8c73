"""For migrations: SQL files, and the change trigger on a recorded table."""

from __future__ import annotations

from pathlib import Path

from django.db.migrations import RunSQL


def sql_file(path: Path, undo: str = RunSQL.noop) -> RunSQL:
    """One migration operation that runs a whole SQL file."""
    # psycopg would read a lone % as a placeholder only when parameters are given; RunSQL passes none.
    return RunSQL([(path.read_text(encoding="utf-8"), None)], undo)


def record(table: str, plain: list[str] | tuple[str, ...] = ()) -> RunSQL:
    """Every insert, update and delete on `table` enters the ledger.

    `plain` names the columns whose old and new values may be kept there: never a personal one.
    """
    kept = ", ".join(f"'{column}'" for column in plain)
    return RunSQL(
        f'CREATE TRIGGER {table}_recorded AFTER INSERT OR UPDATE OR DELETE ON "{table}" '
        f"FOR EACH ROW EXECUTE FUNCTION ledger.record_change({kept})",
        f'DROP TRIGGER {table}_recorded ON "{table}"',
    )
