"""For migrations: SQL files, and the change trigger on a recorded table."""

from __future__ import annotations

from pathlib import Path

from django.db.migrations import RunSQL


def sql_file(path: Path, undo: str = RunSQL.noop) -> RunSQL:
    """One migration operation that runs a whole SQL file."""
    # psycopg would read a lone % as a placeholder only when parameters are given; RunSQL passes none.
    return RunSQL([(path.read_text(encoding="utf-8"), None)], undo)


def record(table: str, plain: list[str] | tuple[str, ...] = (), *, from_lists: bool = False) -> RunSQL:
    """Every insert, update and delete on `table` enters the ledger.

    `plain` names the columns whose old and new values may be kept there: never a personal one. `from_lists`: thousands
    of rows are added by one statement, so their entries are made at its end, all at once; they are the same entries.
    """
    kept = ", ".join(f"'{column}'" for column in plain)
    by_row = "UPDATE OR DELETE" if from_lists else "INSERT OR UPDATE OR DELETE"
    triggers = [
        f'CREATE TRIGGER {table}_recorded AFTER {by_row} ON "{table}" '
        f"FOR EACH ROW EXECUTE FUNCTION ledger.record_change({kept})"
    ]
    if from_lists:
        triggers.append(
            f'CREATE TRIGGER {table}_added AFTER INSERT ON "{table}" REFERENCING NEW TABLE AS came '
            f"FOR EACH STATEMENT EXECUTE FUNCTION ledger.record_rows({kept})"
        )
    gone = [f'DROP TRIGGER IF EXISTS {table}_{name} ON "{table}"' for name in ("recorded", "added")]
    return RunSQL("; ".join(triggers), "; ".join(gone))
