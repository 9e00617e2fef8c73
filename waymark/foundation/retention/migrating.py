"""For migrations: a record gets a life, what goes with it is named, and nobody deletes it by hand."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.migrations import RunSQL

from .classes import CLASSES, RetentionClass
from .periods import Period

BY_HAND = "BEFORE DELETE ON"


def classes() -> RunSQL:
    """Writes the table of classes into the database. Run again when classes.py changes; a gate compares."""
    rows = ", ".join(_row(row) for row in CLASSES.values() if row.erased_after is not None)
    return RunSQL(
        "INSERT INTO retention.class (code, seals, erases, reviews, ceiling) VALUES "
        f"{rows} ON CONFLICT (code) DO UPDATE SET seals = excluded.seals, erases = excluded.erases, "
        "reviews = excluded.reviews, ceiling = excluded.ceiling",
        RunSQL.noop,
    )


def interval(period: Period | None) -> str | None:
    """A period as PostgreSQL writes it; hours count as a whole day more, as in `Period.after`."""
    if period is None:
        return None
    return f"{period.months} months {period.days + (1 if period.hours else 0)} days"


def has_life(
    table: str, kind: str, *, needs_two: bool, code: str, came: str, began: str, sealed: str = "NULL"
) -> RunSQL:
    """Every row of `table` gets a life that follows it. The rest are expressions over NEW, the row.

    `code` is its class; `came`, `began` and `sealed` are days (see `day`), the last two NULL until it is so.
    """
    given = f"'{kind}', new.id, new.authority_id, new.grants, {code}, {came}, {began}, {sealed}"
    return RunSQL(
        [
            f"INSERT INTO retention.kind VALUES ('{kind}', '{table}', {str(needs_two).lower()})",
            f"GRANT SELECT ON {table} TO waymark_guard",
            "GRANT CREATE ON SCHEMA retention TO waymark_guard",
            *_as_guard(
                f"follow_{table}()",
                "trigger",
                f"""
                IF TG_OP = 'DELETE' THEN
                    DELETE FROM retention_life WHERE kind = '{kind}' AND record_id = OLD.id;
                ELSE
                    PERFORM retention.follow({given});
                END IF;
                RETURN NULL;""",
            ),
            # Rows that were there before: the owner sees none of them, the guard does.
            *_as_guard(
                f"begin_{table}()", "void", f"PERFORM retention.follow({given}) FROM public.{table} AS new;"
            ),
            f"SELECT retention.begin_{table}()",
            f"DROP FUNCTION retention.begin_{table}()",
            "REVOKE CREATE ON SCHEMA retention FROM waymark_guard",
            _said_of_keeping(kind),
            f"CREATE TRIGGER {table}_life AFTER INSERT OR UPDATE OR DELETE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION retention.follow_{table}()",
        ],
        RunSQL.noop,
    )


def _said_of_keeping(kind: str) -> str:
    """What was said of keeping a record goes with it too: it may speak of the person."""
    return (
        f"INSERT INTO retention.part (kind, relation, finds) VALUES ('{kind}', 'retention_review', "
        f"'SELECT id FROM retention_review WHERE kind = ''{kind}'' AND record_id = $1'), "
        f"('{kind}', 'retention_hold', 'SELECT h.id FROM retention_hold h JOIN retention_life l "
        f"ON l.id = h.life_key WHERE l.kind = ''{kind}'' AND l.record_id = $1')"
    )


def goes_with(kind: str, parts: Mapping[str, str]) -> RunSQL:
    """What is erased with a record: table → the query that finds the keys of its rows.

    In a query $1 is the record’s key and $2 the keys (as text) of all that was found before. A table that is not
    keyed by a uuid `id` says so: `"tasks_reminder.id:bigint"`.
    """
    said: list[str] = []
    for place, finds in parts.items():
        table, key, kept = _place(place)
        said += [
            "INSERT INTO retention.part (kind, relation, key, type, finds) VALUES "
            f"('{kind}', '{table}', '{key}', '{kept}', $q${finds}$q$) "
            "ON CONFLICT (kind, relation) DO UPDATE SET key = excluded.key, type = excluded.type, "
            "finds = excluded.finds",
            f"GRANT SELECT, DELETE ON {table} TO waymark_guard",
        ]
    return RunSQL([(sql, None) for sql in said], RunSQL.noop)


def held_by(table: str, kind: str, code: str, by: Mapping[str, str]) -> RunSQL:
    """Rows of `table` have no life of their own: they are kept, by the class `code`, as long as a row of a table
    of `by` names them in its column. A later part that holds them too says so with the same `kind`.
    What goes with one is said by `goes_with`."""
    holders = ", ".join(f"('{kind}', '{other}', '{column}', '{code}')" for other, column in by.items())
    return RunSQL(
        [
            f"INSERT INTO retention.kind VALUES ('{kind}', '{table}', false) ON CONFLICT DO NOTHING",
            f"INSERT INTO retention.held_by (kind, by_relation, by_column, class_code) VALUES {holders}",
            *[f"GRANT SELECT ON {other} TO waymark_guard" for other in (table, *by)],
        ],
        RunSQL.noop,
    )


def not_by_hand(table: str, *, unless: str = "") -> RunSQL:
    """Rows of `table` are deleted by the guard’s functions only. `unless` is a condition over OLD under which the
    part itself may (a draft that its author throws away)."""
    when = f"WHEN (NOT ({unless})) " if unless else ""
    narrowed = [] if unless else [f"REVOKE DELETE ON {table} FROM waymark_app"]
    return RunSQL(
        [
            f"CREATE TRIGGER {table}_walled {BY_HAND} {table} FOR EACH ROW {when}"
            "EXECUTE FUNCTION retention.only_the_guard()",
            *narrowed,
        ],
        f"DROP TRIGGER {table}_walled ON {table}",
    )


def not_while_held(table: str, kind: str) -> RunSQL:
    """What its own part may delete stays while the record is under a hold."""
    return RunSQL(
        f"CREATE TRIGGER {table}_unheld {BY_HAND} {table} FOR EACH ROW "
        f"EXECUTE FUNCTION retention.unless_held('{kind}')",
        f"DROP TRIGGER {table}_unheld ON {table}",
    )


def day(moment: str) -> str:
    """The day in the United Kingdom of a column that holds a time."""
    return f"(({moment}) AT TIME ZONE 'Europe/London')::date"


def _row(row: RetentionClass) -> str:
    periods = (row.sealed_after, row.erased_after, row.review_every, row.ceiling)
    values = (f"'{interval(period)}'" if period is not None else "NULL" for period in periods)
    return f"('{row.code}', {', '.join(values)})"


def _as_guard(signature: str, returns: str, body: str) -> list[str]:
    name = f"retention.{signature}"
    return [
        f"CREATE OR REPLACE FUNCTION {name} RETURNS {returns} LANGUAGE plpgsql SECURITY DEFINER "
        f"SET search_path = pg_catalog, public, pg_temp AS $f$ BEGIN {body} END $f$",
        f"REVOKE EXECUTE ON FUNCTION {name} FROM PUBLIC",
        f"ALTER FUNCTION {name} OWNER TO waymark_guard",
    ]


def _place(place: str) -> tuple[str, str, str]:
    table, _dot, rest = place.partition(".")
    key, _colon, kept = (rest or "id").partition(":")
    return table, key, kept or "uuid"
