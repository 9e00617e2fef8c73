"""Rows and checksums of every table at one exact moment, which a restore can stop at and compare.

Writers wait for that moment, half a second at most and usually none: all tables are locked against writing, the
moment is named in the write-ahead log, a snapshot is kept of it, and the tables are let go. Then the snapshot is read.
"""

from __future__ import annotations

import time
from typing import Any, LiteralString

import psycopg
from psycopg import sql

Totals = dict[str, list[str]]

TABLES: LiteralString = """
    SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND c.relpersistence = 'p' AND n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'
    ORDER BY 1
"""
# The sum does not depend on the order of the rows, and 64 bits of each row’s checksum do not meet by accident.
TOTAL: LiteralString = """
    SELECT count(*)::text, coalesce(sum(('x' || left(encode(sha256(convert_to(t::text, 'UTF8')), 'hex'), 16))
                                        ::bit(64)::bigint::numeric), 0)::text FROM {} t
"""
PLAIN: LiteralString = (
    "SET TIME ZONE 'UTC'; SET datestyle = 'ISO, MDY'; SET intervalstyle = 'postgres'; SET bytea_output = 'hex'; "
    "SET extra_float_digits = 1"
)
PATIENCE = "400ms"  # less than PostgreSQL waits before it ends one of two writers that wait for each other
TRIES = 60

Connection = psycopg.Connection[Any]


def at_point(connection: Connection, reader: Connection, name: str) -> tuple[str, Totals | None]:
    """Names the present moment `name`; the log file it stands in, and every table’s totals at it. None for the totals
    where no moment without writers was to be had."""
    for _ in range(TRIES):
        try:
            with connection.transaction():
                connection.execute(sql.SQL("SET LOCAL lock_timeout = {}").format(PATIENCE))
                _lock(connection)
                segment = _mark(connection, name)
                shot = connection.execute("SELECT pg_export_snapshot()").fetchone()[0]  # type: ignore[index]
                reader.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
                reader.execute(sql.SQL("SET TRANSACTION SNAPSHOT {}").format(shot))
        except psycopg.errors.LockNotAvailable:
            time.sleep(0.25)
            continue
        try:
            return segment, totals(reader)
        finally:
            reader.execute("COMMIT")
    return _mark(connection, name), None


def _lock(connection: Connection) -> None:
    tables = [row[0] for row in connection.execute(TABLES).fetchall()]
    if tables:
        connection.execute(
            sql.SQL("LOCK TABLE {} IN SHARE MODE").format(sql.SQL(", ").join(map(sql.SQL, tables)))
        )


def _mark(connection: Connection, name: str) -> str:
    row = connection.execute("SELECT pg_walfile_name(pg_create_restore_point(%s))", [name]).fetchone()
    return str(row[0])  # type: ignore[index]


def totals(connection: Connection) -> Totals:
    """Rows and checksum of every table, as this connection’s transaction sees it."""
    connection.execute(PLAIN)
    found: Totals = {}
    for (table,) in connection.execute(TABLES).fetchall():
        found[table] = list(connection.execute(sql.SQL(TOTAL).format(sql.SQL(table))).fetchone() or ())
    return found


def differences(expected: Totals, found: Totals) -> list[str]:
    """A sentence for each table that is not what it was."""
    said = []
    for table in sorted({*expected, *found}):
        was, is_now = expected.get(table), found.get(table)
        if was is None or is_now is None:
            said.append(f"{table} {'was not there' if was is None else 'is missing'}")
        elif was != is_now:
            rows = "the same number of rows" if was[0] == is_now[0] else f"{is_now[0]} rows, not {was[0]}"
            said.append(f"{table} differs: {rows}")
    return said
