"""Many rows into a table at the speed of COPY: what differs is changed, what is new is added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import connection, transaction

from .reports import Report


def upsert(
    report: Report,
    table: str,
    key: Sequence[str],
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    *,
    born: Mapping[str, str] | None = None,
    apply: bool = True,
) -> None:
    """Counts into `report` what is new, changed (and in which fields) and unchanged, and does it when `apply`.

    `rows` have the `columns` in order; `key` names those that identify a row. `born` gives SQL values of other columns
    of a new row, which an import never touches again. All names are ours, never from a file.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"CREATE TEMP TABLE incoming ON COMMIT DROP AS SELECT {_list(columns)} FROM {table} LIMIT 0"  # noqa: S608
        )
        with cursor.copy(f"COPY incoming ({_list(columns)}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
        cursor.execute("ANALYZE incoming")
        others = [column for column in columns if column not in key]
        _count(cursor, report, table, key, others)
        if apply:
            _change(cursor, table, key, others)
            _add(cursor, table, key, columns, born or {})
        cursor.execute("DROP TABLE incoming")


def _count(cursor: Any, report: Report, table: str, key: Sequence[str], others: Sequence[str]) -> None:
    differs = _differs(others)
    each = "".join(f", count(*) FILTER (WHERE i.{c} IS DISTINCT FROM t.{c})" for c in others)
    cursor.execute(
        f"SELECT count(*), count(*) FILTER (WHERE {differs}){each} FROM incoming i JOIN {table} t ON {_joined(key)}"  # noqa: S608
    )
    known, changed, *fields = cursor.fetchone()
    cursor.execute("SELECT count(*) FROM incoming")
    [total] = cursor.fetchone()
    report.new += total - known
    report.changed += changed
    report.unchanged += known - changed
    report.fields.update({c: n for c, n in zip(others, fields, strict=True) if n})


def _change(cursor: Any, table: str, key: Sequence[str], others: Sequence[str]) -> None:
    if others:
        settings = ", ".join(f"{column} = i.{column}" for column in others)
        cursor.execute(
            f"UPDATE {table} t SET {settings} FROM incoming i WHERE {_joined(key)} AND ({_differs(others)})"  # noqa: S608
        )


def _add(
    cursor: Any, table: str, key: Sequence[str], columns: Sequence[str], born: Mapping[str, str]
) -> None:
    cursor.execute(
        f"INSERT INTO {table} ({_list([*columns, *born])}) "  # noqa: S608
        f"SELECT {_list([*columns, *born.values()])} FROM incoming i "
        f"WHERE NOT EXISTS (SELECT FROM {table} t WHERE {_joined(key)})"
    )


def _list(columns: Sequence[str]) -> str:
    return ", ".join(columns)


def _joined(key: Sequence[str]) -> str:
    # Dates of a key may be unknown; the other columns are compared so that the join can hash them.
    same = "t.{0} IS NOT DISTINCT FROM i.{0}", "t.{0} = i.{0}"
    return " AND ".join(same[not column.endswith("_on")].format(column) for column in key)


def _differs(others: Sequence[str]) -> str:
    return " OR ".join(f"i.{column} IS DISTINCT FROM t.{column}" for column in others) or "false"
