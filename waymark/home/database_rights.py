"""What the application’s role may do in the database: as PostgreSQL answers, for the reviewed table."""

from __future__ import annotations

from django.db import connection

ROLE = "waymark_app"
TABLES = """
SELECT 'table', n.nspname || '.' || c.relname, concat_ws(' ',
       CASE WHEN has_table_privilege(%(role)s, c.oid, 'SELECT') THEN 'select' END,
       CASE WHEN has_table_privilege(%(role)s, c.oid, 'INSERT') THEN 'insert' END,
       CASE WHEN has_table_privilege(%(role)s, c.oid, 'UPDATE') THEN 'update' END,
       CASE WHEN has_table_privilege(%(role)s, c.oid, 'DELETE') THEN 'delete' END,
       CASE WHEN has_table_privilege(%(role)s, c.oid, 'TRUNCATE, REFERENCES, TRIGGER') THEN 'more' END)
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
 WHERE c.relkind IN ('r', 'p', 'v', 'm') AND n.nspname !~ '^(pg_|information_schema)'
"""
FUNCTIONS = """
SELECT 'function', n.nspname || '.' || p.proname, 'execute'
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
 WHERE n.nspname !~ '^(pg_|information_schema|public$)' AND has_function_privilege(%(role)s, p.oid, 'EXECUTE')
"""


def columns() -> list[str]:
    return ["kind", "name", "may"]


def as_built() -> list[dict[str, str]]:
    """One row for each table, and for each function of ours (outside `public`) that the application may run."""
    with connection.cursor() as cursor:
        cursor.execute(f"{TABLES} UNION {FUNCTIONS} ORDER BY 1, 2", {"role": ROLE})
        return [dict(zip(columns(), row, strict=True)) for row in cursor.fetchall()]
