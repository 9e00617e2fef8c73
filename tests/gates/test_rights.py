"""The application’s role may do in the database what a reviewed table says, and nothing else."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from django.db import ProgrammingError, connection, transaction

from waymark.home.database_rights import as_built

pytestmark = pytest.mark.django_db

TABLE = Path(__file__).parent / "database_rights.csv"


def reviewed() -> list[dict[str, str]]:
    return list(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))


def test_the_rights_are_as_the_reviewed_table_says():
    built = {(row["kind"], row["name"]): row["may"] for row in as_built()}
    said = {(row["kind"], row["name"]): row["may"] for row in reviewed()}
    differing = sorted(key for key in built.keys() | said.keys() if built.get(key) != said.get(key))
    assert differing == [], (
        "These differ from tests/gates/database_rights.csv. Decide what the application needs (take the rest away in "
        "waymark/home/sql/rights.sql or in the table’s own migration), run `./run manage write_database_rights`, and "
        "read the difference."
    )


def test_a_right_too_many_is_found(everything):
    """The planted fault: somebody gives the application what it does not need."""
    before = as_built()
    with everything(), connection.cursor() as cursor:
        cursor.execute("GRANT INSERT ON ledger.seal TO waymark_app")
    assert as_built() != before


def test_nobody_empties_tables_and_the_ledger_is_only_read():
    rows = {row["name"]: row["may"] for row in as_built() if row["kind"] == "table"}
    assert len(rows) > 40
    assert not [name for name, may in rows.items() if "more" in may]
    assert {may for name, may in rows.items() if name.startswith("ledger.")} == {"select", ""}


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM django_migrations",
        "INSERT INTO django_migrations (app, name, applied) VALUES ('ledger', '9999', now())",
        "DELETE FROM access_membership",
        "DELETE FROM accounts_user",
        "DELETE FROM places_authority",
        "UPDATE retention_disposal SET count = 0",
        "SELECT ledger.refuse_change()",
        "SELECT ledger.may_write(1, 'x')",
    ],
)
def test_what_was_taken_away_is_refused(statement: str):
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        connection.cursor().execute(statement)
