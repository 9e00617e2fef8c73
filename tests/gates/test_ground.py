"""The ground: the suite runs as the restricted role, and every guarded table is guarded."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import ProgrammingError, connection, transaction

from waymark.foundation.access.models import Protected

PROTECTED = sorted((m for m in apps.get_models() if issubclass(m, Protected)), key=lambda m: m._meta.label)
# Tables of people’s accounts and roles whose changes are recorded too, though everybody’s sign-in needs to read them.
ALSO_RECORDED = ["access_membership"]
# Messages change with every try to send them: row security holds, but the ledger would drown.
GUARDED_OTHERWISE = {"outbox_message"}
FLOORS = {
    "foundation": 0, "accounts": 1, "places": 2, "access": 3, "vault": 4, "outbox": 4, "tasks": 4, "measures": 4, "retention": 4, "meetings": 5, "importing": 5, "directory": 6,
    "people": 10, "concerns": 11, "referrals": 12, "assessment": 13, "panel": 14, "channel": 15, "consent": 16, "support": 17, "exits": 18, "home": 30,
}  # fmt: skip


def rows(sql: str, *given: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, given)
        return cursor.fetchall()


def unguarded(tables: list[str]) -> list[str]:
    """Tables without forced row security, without a policy on the held grants, or without the change trigger."""
    found = rows(
        "SELECT c.relname FROM pg_class c WHERE c.relname = ANY (%s) AND c.relrowsecurity AND c.relforcerowsecurity "
        "AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid) "
        "AND EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = c.relname || '_recorded')",
        tables,
    )
    return sorted(set(tables) - {name for (name,) in found})


def test_the_suite_runs_as_the_application_role(db):
    assert rows("SELECT current_user") == [("waymark_app",)]
    [(superuser, bypass)] = rows("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
    assert not superuser and not bypass


def test_the_application_role_owns_nothing(db):
    assert rows("SELECT relname FROM pg_class WHERE pg_get_userbyid(relowner) = 'waymark_app'") == []
    assert rows("SELECT proname FROM pg_proc WHERE pg_get_userbyid(proowner) = 'waymark_app'") == []


def test_every_protected_table_is_guarded_and_recorded(db):
    assert PROTECTED, "no protected model was found: the gate looks at nothing"
    assert unguarded([m._meta.db_table for m in PROTECTED]) == []


def test_the_guard_gate_finds_a_table_without_row_security(db):
    assert unguarded(["places_authority"]) == ["places_authority"]


def test_tables_with_grants_are_all_guarded(db):
    with_grants = {
        name
        for (name,) in rows(
            "SELECT table_name FROM information_schema.columns WHERE column_name = 'grants' AND table_schema = 'public'"
        )
    }
    assert with_grants == {m._meta.db_table for m in PROTECTED} | GUARDED_OTHERWISE
    forced = rows(
        "SELECT relname FROM pg_class WHERE relname = ANY (%s) AND relrowsecurity AND relforcerowsecurity",
        sorted(GUARDED_OTHERWISE),
    )
    assert {name for (name,) in forced} == GUARDED_OTHERWISE


@pytest.mark.parametrize("table", ALSO_RECORDED)
def test_tables_of_accounts_and_roles_are_recorded(db, table: str):
    assert rows("SELECT 1 FROM pg_trigger WHERE tgname = %s", f"{table}_recorded")


@pytest.mark.parametrize("model", PROTECTED, ids=lambda m: m._meta.label)
def test_without_context_no_row_shows_and_none_can_be_written(db, model):
    table = connection.ops.quote_name(model._meta.db_table)
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('waymark.grants', '', true)")
    assert rows(f"SELECT count(*) FROM {table}") == [(0,)]
    if rows("SELECT has_table_privilege(%s, 'DELETE')", table) == [(True,)]:
        assert rows(f"WITH gone AS (DELETE FROM {table} RETURNING 1) SELECT count(*) FROM gone") == [(0,)]


@pytest.mark.parametrize("entries", ["deed", "change", "read", "disclosure"])
@pytest.mark.parametrize(
    "attempt",
    [
        "INSERT INTO ledger.{} DEFAULT VALUES",
        "DELETE FROM ledger.{}",
        "UPDATE ledger.{} SET actor = ''",
        "TRUNCATE ledger.{}",
    ],
)
def test_the_application_role_cannot_write_the_ledger_by_hand(db, entries: str, attempt: str):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        rows(attempt.format(entries))


@pytest.mark.parametrize("entries", ["deed", "change", "read", "disclosure"])
def test_not_even_the_owner_changes_the_ledger_in_passing(db, everything, entries: str):
    with everything(), pytest.raises(ProgrammingError, match="append-only"), transaction.atomic():
        rows("SELECT 1")
        with connection.cursor() as cursor:
            cursor.execute(f"TRUNCATE ledger.{entries}")


def test_the_application_role_cannot_switch_row_security_off(db):
    for attempt in (
        "SET LOCAL session_replication_role = replica",
        "ALTER TABLE people_person DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE people_person DISABLE TRIGGER ALL",
    ):
        with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(attempt)


def against_the_arrows(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Foreign keys from a lower floor to a higher one, as (app, app)."""
    return sorted({(a, b) for a, b in pairs if a in FLOORS and b in FLOORS and FLOORS[b] > FLOORS[a]})


def test_no_foreign_key_points_against_the_arrows(db):
    labels = {m._meta.db_table: m._meta.app_label for m in apps.get_models()}
    keys = rows(
        "SELECT c.relname, f.relname FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid "
        "JOIN pg_class f ON f.oid = k.confrelid WHERE k.contype = 'f'"
    )
    assert against_the_arrows([(labels.get(a, ""), labels.get(b, "")) for a, b in keys]) == []
    assert against_the_arrows([("people", "referrals")]) == [("people", "referrals")]
