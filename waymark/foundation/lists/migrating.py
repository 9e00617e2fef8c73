"""For migrations: the codes of a national list, and columns that hold what was chosen."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from django.db import models
from django.db.migrations import RunSQL


def national(list_code: str, choices: type[models.TextChoices], fixed: Collection[str] = ()) -> RunSQL:
    """Writes the codes of a list into the database. Run again when the program’s list changes; a gate compares."""
    rows = ", ".join(f"('{list_code}', '{code}', {str(code in fixed).lower()})" for code in choices.values)
    return RunSQL(
        "INSERT INTO lists.national (list, code, fixed) VALUES "
        f"{rows} ON CONFLICT (list, code) DO UPDATE SET fixed = excluded.fixed",
        f"DELETE FROM lists.national WHERE list = '{list_code}'",
    )


def chosen(table: str, columns: Mapping[str, tuple[str, Collection[str]]]) -> RunSQL:
    """New rows of `table` (with an authority) hold only what is offered that day, or nothing.

    `columns`: column → its list, and national codes that this place leaves out.
    """
    said = ", ".join(
        f"'{column}', '{list_code}', '{','.join(sorted(without))}'"
        for column, (list_code, without) in columns.items()
    )
    return RunSQL(
        f"CREATE TRIGGER {table}_listed BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION lists.offers({said})",
        f"DROP TRIGGER {table}_listed ON {table}",
    )
