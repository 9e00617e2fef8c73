"""Looks for words in every row of every table of the database, whoever may see it: what is erased must be nowhere."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection

TABLES = """
SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'm', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
   AND n.nspname NOT LIKE 'pg_toast%'
"""


def tables_with(words: Iterable[str]) -> dict[str, list[str]]:
    """Each word that is found, with the tables that hold it. To be called behind the walls."""
    wanted = {word: word.casefold() for word in words}
    found: dict[str, list[str]] = {}
    with connection.cursor() as cursor:
        cursor.execute(TABLES)
        for schema, table in cursor.fetchall():
            cursor.execute(f'SELECT t::text FROM "{schema}"."{table}" t')
            whole = "\n".join(row for (row,) in cursor.fetchall()).casefold()
            for word, folded in wanted.items():
                if folded in whole:
                    found.setdefault(word, []).append(f"{schema}.{table}")
    return found
