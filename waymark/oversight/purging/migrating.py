"""For migrations: what may be taken out of a table, and what is a copy of something else."""

from __future__ import annotations

from django.db.migrations import RunSQL


def may_be_taken_out(table: str, *columns: str) -> RunSQL:
    """Sealed columns of `table` (keyed by a uuid `id`, with an authority) that two people may have emptied."""
    rows = ", ".join(f"('{table}', '{column}')" for column in columns)
    return RunSQL(
        [
            f"INSERT INTO purging.place (relation, field) VALUES {rows}",
            f'GRANT SELECT, UPDATE ({", ".join(columns)}) ON "{table}" TO waymark_guard',
        ],
        f"DELETE FROM purging.place WHERE relation = '{table}'",
    )


def copied_in(table: str, finds: str, *columns: str, of: str = "") -> RunSQL:
    """Rows of `table` hold copies of what is taken out of `of` (of anything, when empty): they go with it.

    `finds` is a query for the keys of such rows; $1 is the key of the row that something is taken out of, $2 that of
    the record it belongs to. Without columns the rows are deleted: they can be made again.
    """
    listed = ", ".join(f"'{column}'" for column in columns)
    return RunSQL(
        [
            (
                "INSERT INTO purging.copy (of_relation, relation, fields, finds) VALUES "
                f"('{of}', '{table}', ARRAY[{listed}]::text[], $q${finds}$q$)",
                None,
            ),
        ],
        RunSQL.noop,
    )
