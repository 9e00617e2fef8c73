"""The state tables in Python and the triggers in the database say the same, for every pair of states."""

from __future__ import annotations

import itertools

import pytest
from django.db import IntegrityError, connection, transaction

from waymark.foundation.access.permissions import SENTENCES
from waymark.pathway.concerns.states import DRAFTS
from waymark.pathway.referrals.states import REFERRALS

TABLES = [(DRAFTS, "concerns_draft"), (REFERRALS, "referrals_referral")]


@pytest.mark.parametrize(("table", "relation"), TABLES, ids=lambda v: getattr(v, "name", ""))
def test_the_database_trigger_lists_the_same_moves(db, table, relation: str):
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgargs FROM pg_trigger WHERE tgname = %s", [f"{relation}_moves"])
        [(arguments,)] = cursor.fetchall()
    column, first, *pairs = bytes(arguments).decode().rstrip("\0").split("\0")
    assert column == "state" and first == str(table.first)
    assert set(pairs) == {f"{source}>{target}" for source, target in table.pairs()}


@pytest.mark.parametrize(("table", "relation"), TABLES, ids=lambda v: getattr(v, "name", ""))
def test_every_pair_of_states_is_allowed_or_refused_as_the_table_says(db, everything, table, relation: str):
    """The trigger itself, on a table that has nothing but a state, for all pairs."""
    known = [str(state) for state in table.states]
    pairs = ", ".join(f"'{s}>{t}'" for s, t in table.pairs())
    with everything(), connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE lamp (state text)")
        for was, becomes in itertools.product(known, known):
            cursor.execute("TRUNCATE lamp")
            cursor.execute("DROP TRIGGER IF EXISTS moves ON lamp")
            cursor.execute("INSERT INTO lamp VALUES (%s)", [was])
            cursor.execute(
                "CREATE TRIGGER moves BEFORE INSERT OR UPDATE ON lamp FOR EACH ROW "
                f"EXECUTE FUNCTION gate.legal_move('state', '{table.first}', {pairs})"
            )
            legal = was == becomes or (was, becomes) in table.pairs()
            assert _may(cursor, becomes) is legal, (was, becomes)
        cursor.execute("DROP TABLE lamp")


def _may(cursor, becomes: str) -> bool:
    try:
        with transaction.atomic():
            cursor.execute("UPDATE lamp SET state = %s", [becomes])
    except IntegrityError:
        return False
    return True


@pytest.mark.parametrize(("table", "relation"), TABLES, ids=lambda v: getattr(v, "name", ""))
def test_every_move_has_a_label_and_a_declared_permission(table, relation: str):
    for move in table.moves:
        assert move.label, move.name
        assert str(move.permission) in SENTENCES, move.name
