"""For migrations: a table whose rows are records with a key of their own."""

from __future__ import annotations

from django.db.migrations import RunSQL


def keyed(table: str) -> RunSQL:
    """The key (and the documents) of a row follow its grants; when the row goes, the key is destroyed.

    For the tables of records that seal: those that sealed fields name by `within`, or that seal themselves.
    """
    return RunSQL(
        f'CREATE TRIGGER {table}_keyed AFTER UPDATE OF grants OR DELETE ON "{table}" '
        f"FOR EACH ROW EXECUTE FUNCTION vault.follow()",
        f'DROP TRIGGER {table}_keyed ON "{table}"',
    )
