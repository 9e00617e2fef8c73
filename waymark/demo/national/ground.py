"""What each part of the data set stands on: the connection that may write by COPY, the plan, the progress."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import psycopg
from psycopg import sql

from waymark.demo.national.bar import Bar
from waymark.demo.national.plan import Plan
from waymark.demo.national.staff import Office

# Triggers that stay on while rows are copied: the walls that a row has to pass, and the life it gets.
WALLS = ("_home", "_life")


@dataclass
class Ground:
    """`connection` is the migrating role’s, in one transaction: an end before its time leaves nothing behind."""

    connection: psycopg.Connection[Any]
    plan: Plan
    bar: Bar
    offices: list[Office] = field(default_factory=list)
    put_back: list[str] = field(default_factory=list)
    filled: list[str] = field(default_factory=list)

    def copy(self, table: str, columns: Iterable[str], lines: bytes) -> None:
        """Rows into a table of the service."""
        named = sql.SQL("COPY {} ({}) FROM STDIN").format(
            sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, columns))
        )
        with self.connection.cursor() as cursor, cursor.copy(named) as copy:
            copy.write(lines)

    def ask(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        cursor = self.connection.execute(statement, values or None)  # type: ignore[call-overload]
        return cursor.fetchall() if cursor.description else []

    def bare(self, *tables: str) -> None:
        """Before many rows go in: no triggers but the walls, no foreign keys and no indexes but those of keys. All come
        back in `restore` as they were, and the foreign keys look at every row as they do."""
        for table in tables:
            self._bare(table)

    def _bare(self, table: str) -> None:
        self.filled.append(table)
        self.ask(f'ALTER TABLE "{table}" DISABLE TRIGGER USER')
        for (name,) in self.ask(
            "SELECT tgname FROM pg_trigger WHERE tgrelid = %s::regclass AND NOT tgisinternal "
            "AND tgname = ANY (%s)",
            table,
            [table + wall for wall in WALLS],
        ):
            self.ask(f'ALTER TABLE "{table}" ENABLE TRIGGER "{name}"')
        for name, words in self.ask(
            "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint "
            "WHERE contype = 'f' AND conrelid = %s::regclass",
            table,
        ):
            self.ask(f'ALTER TABLE "{table}" DROP CONSTRAINT "{name}"')
            self.put_back.append(f'ALTER TABLE "{table}" ADD CONSTRAINT "{name}" {words}')
        for name, words in self.ask(
            "SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i WHERE i.indrelid = "
            "%s::regclass AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)",
            table,
        ):
            self.ask(f"DROP INDEX {name}")
            self.put_back.insert(0, words)

    def restore(self) -> None:
        """Indexes first, then the foreign keys, which use them; then every trigger."""
        self.ask("SET LOCAL maintenance_work_mem = '512MB'")
        for place, statement in enumerate(self.put_back):
            self.bar.at(place, len(self.put_back))
            self.ask(statement)
        for table in self.filled:
            self.ask(f'ALTER TABLE "{table}" ENABLE TRIGGER USER')
        self.put_back.clear()
        self.filled.clear()
