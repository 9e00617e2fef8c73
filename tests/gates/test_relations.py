"""Every route × every kind of person × own, same organisation, other organisation, other authority, in every state.

The reviewed file is relation_table.csv: what opening and what an empty form are answered with. A route, a record or
an answer that is not in it fails. To write it anew after a decision: `WAYMARK_REVIEW=1 ./test
tests/gates/test_relations.py`, then read the difference as a reviewer would.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.db import connection, transaction

from tests.cast import Cast
from tests.gates import relations
from tests.gates.relations import PEOPLE, Cell, Line
from tests.gates.routed import kind_of
from tests.gates.subjects import Subjects
from tests.growth import grow
from tests.world import World
from waymark.foundation.accounts import timing
from waymark.home.permission_table import as_built

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
Found = dict[str, dict[Line, Cell]]


@dataclass
class Walked:
    """What everybody met in the world, and again when it held more of everything."""

    found: Found
    grown: dict[tuple[str, Line], Cell]


@pytest.fixture(scope="module")
def walked(django_db_setup, django_db_blocker) -> Iterator[Walked]:
    """The whole walk, once."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch, transaction.atomic():
        # The time a session was last used is noted now and then; here each request is undone, the note too.
        patch.setattr(timing, "USED_EVERY", 24 * 60 * 60)
        world = World(Cast())
        for who in relations.PEOPLE[2:]:
            getattr(world.cast.here, who)
        subjects = _subjects(world)
        found = {who: relations.walk(who, world, subjects) for who in PEOPLE}
        grow(world)
        yield Walked(found, _again(found, world, subjects))
        transaction.set_rollback(True)


@pytest.fixture
def found(walked: Walked) -> Found:
    return walked.found


def _subjects(world: World) -> Subjects:
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE NONE")
        try:
            return Subjects(world)
        finally:
            cursor.execute("SET ROLE waymark_app")


def _again(found: Found, world: World, subjects: Subjects) -> dict[tuple[str, Line], Cell]:
    """Each page that somebody opened, opened again by whoever saw the most in it."""
    most: dict[Line, tuple[int, str]] = {}
    for who, cells in found.items():
        for line, cell in cells.items():
            if cell.opened == "200":
                most[line] = max(most.get(line, (0, "")), (cell.size, who))
    clients = {who: relations.client_of(who, world, subjects) for _size, who in most.values()}
    return {(who, line): relations.opened(clients[who], line) for line, (_size, who) in most.items()}


def test_each_cell_is_as_the_reviewed_table_says(found: Found):
    built = relations.table(found)
    if os.environ.get("WAYMARK_REVIEW"):
        relations.write(built)
    reviewed = relations.reviewed()
    assert sorted(built.keys() - reviewed.keys()) == [], "not reviewed"
    assert sorted(reviewed.keys() - built.keys()) == [], "reviewed, but gone"
    differing = [
        (*key, column, f"{row[column]}, reviewed as {reviewed[key][column]}")
        for key, row in built.items()
        for column in row
        if row[column] != reviewed[key][column]
    ]
    assert differing == []


def test_no_page_takes_more_queries_when_there_is_more_to_show(walked: Walked):
    grew = {
        (line.route, line.record, who): (walked.found[who][line].queries, cell.queries)
        for (who, line), cell in walked.grown.items()
        if cell.queries > walked.found[who][line].queries
    }
    assert grew == {}


LISTS = {
    "home:my-day", "concerns:mine", "concerns:waiting", "concerns:enquiries", "referrals:triage-queue",
    "referrals:triage-asked", "assessment:list", "channel:cases", "referrals:triage-record",
    "concerns:progress", "people:person",
}  # fmt: skip


def test_there_was_more_to_show(walked: Walked):
    """Otherwise the test above would be about nothing."""
    longer = {
        line.route
        for (who, line), cell in walked.grown.items()
        if cell.size > walked.found[who][line].size + 200
    }
    assert not LISTS - longer, sorted(LISTS - longer)


def test_no_answer_is_a_fault_of_the_server(found: Found):
    faults = [
        (who, line.address, str(cell))
        for who, cells in found.items()
        for line, cell in cells.items()
        if "500" in str(cell)
    ]
    assert faults == []


def test_a_record_from_elsewhere_and_the_parts_of_another_are_not_there(found: Found):
    """Of another authority, or mixed into one’s own referral: never opened, and nothing is done to it."""
    opened = [
        (who, line.route, line.record, str(cell))
        for who, cells in found.items()
        for line, cell in cells.items()
        if line.record.startswith(("elsewhere", "mixed: parts from")) and _came_in(cell)
    ]
    assert opened == []


def _came_in(cell: Cell) -> bool:
    shut = {"404", "403", "405", "door"} | relations.SIGN_IN
    return cell.opened not in shut or cell.posted not in shut


def test_nobody_meets_the_sign_in_page_or_an_open_page(found: Found):
    """Without signing in no record opens: only pages whose door is open answer 200."""
    doors = as_built()
    opened = [
        line
        for line, cell in found["nobody"].items()
        if cell.opened == "200" and doors[line.route]["permission"] != "open"
    ]
    assert opened == []


def test_the_walk_was_made_by_people_who_come_in(found: Found):
    """Otherwise every other line here would be about people who were never signed in."""
    inside = {"visitor": "concerns:mine", "front_door": "referrals:triage-asked", "ig_lead": "home:ledger"}
    opened = {
        who: {line.route for line, cell in found[who].items() if cell.opened == "200"} for who in PEOPLE
    }
    assert [who for who in PEOPLE[1:] if inside.get(who, "home:my-day") not in opened[who]] == []


def test_a_route_that_no_rule_knows_is_found():
    with pytest.raises(KeyError, match=r"say in tests/gates/routed\.py"):
        kind_of("planted:route", {"planted_id"})
