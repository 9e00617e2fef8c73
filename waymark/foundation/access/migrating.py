"""For migrations: row security, state triggers and signed rows, each in one line."""

from __future__ import annotations

from django.db.migrations import RunSQL

from waymark.foundation.kernel.transitions import StateTable


def protect(table: str) -> RunSQL:
    """Forces row security on a Protected table: a row shows, and may be written, only where grants overlap."""
    return RunSQL(
        [
            f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY',
            f'ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY',
            # A sub-select, so that PostgreSQL works the held grants out once and can use the index.
            f'CREATE POLICY {table}_held ON "{table}" USING (grants && (SELECT gate.held())) '
            f"WITH CHECK (grants && (SELECT gate.held()))",
            f'CREATE INDEX {table}_grants ON "{table}" USING gin (grants)',
            home(table),
            glass(table),
        ],
        [
            f'DROP TRIGGER {table}_home ON "{table}"',
            f'DROP POLICY {table}_lent ON "{table}"',
            f'DROP POLICY {table}_kept_from ON "{table}"',
            f"DROP INDEX {table}_grants",
            f'DROP POLICY {table}_held ON "{table}"',
            f'ALTER TABLE "{table}" NO FORCE ROW LEVEL SECURITY',
            f'ALTER TABLE "{table}" DISABLE ROW LEVEL SECURITY',
        ],
    )


def home(table: str) -> str:
    """The trigger by which a row stays in its authority (sql/stays_home.sql)."""
    return (
        f'CREATE OR REPLACE TRIGGER {table}_home BEFORE INSERT OR UPDATE OF authority_id, grants ON "{table}" '
        f"FOR EACH ROW EXECUTE FUNCTION gate.stays_home()"
    )


def glass(table: str) -> str:
    """The policy by which an opening under break-glass shows a row, for reading only; and the one by which whoever
    declared an interest in a record has none of it, by whatever right (sql/glass.sql)."""
    return (
        "DO $$ BEGIN IF to_regprocedure('gate.lent()') IS NOT NULL THEN "
        f'CREATE POLICY {table}_lent ON "{table}" FOR SELECT USING (grants && (SELECT gate.lent())); '
        f'CREATE POLICY {table}_kept_from ON "{table}" AS RESTRICTIVE '
        "USING (NOT grants && (SELECT gate.kept_from())); "
        "END IF; END $$"
    )


def breakable(kind: str, table: str) -> RunSQL:
    """Records of `table` (Protected, with a `reference`) may be opened under break-glass. `kind` as the ledger says.

    Only those that carry their own grant (`access.models.token`) really can be.
    """
    return RunSQL(
        [
            f'GRANT SELECT (id, authority_id, grants, reference) ON "{table}" TO waymark_guard',
            f"INSERT INTO gate.breakable VALUES ('{kind}', '{table}')",
        ],
        f"DELETE FROM gate.breakable WHERE kind = '{kind}'",
    )


def enforce_states(states: StateTable, table: str, column: str = "state") -> RunSQL:
    """The legal moves of `states` as a trigger. Run again (it replaces) when the table of moves changes."""
    pairs = ", ".join(f"'{source}>{target}'" for source, target in sorted(states.pairs()))
    return RunSQL(
        f'CREATE OR REPLACE TRIGGER {table}_moves BEFORE INSERT OR UPDATE ON "{table}" FOR EACH ROW '
        f"EXECUTE FUNCTION gate.legal_move('{column}', '{states.first}', {pairs})",
        RunSQL.noop,
    )


def sign(table: str, *, erasable: bool = True) -> RunSQL:
    """Rows of `table` are never changed. Deleting stays possible for retention unless `erasable` is False."""
    event = "UPDATE" if erasable else "UPDATE OR DELETE"
    return RunSQL(
        f'CREATE TRIGGER {table}_signed BEFORE {event} ON "{table}" FOR EACH ROW EXECUTE FUNCTION gate.stays()',
        f'DROP TRIGGER {table}_signed ON "{table}"',
    )
