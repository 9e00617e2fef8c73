"""Whatever people do to referrals and cases in whatever order: what must always be so is so after every step.

One machine walks the tables of states of referral and case. A step is something that people do (a move of the table, or
work beside it), time that passes, somebody who leaves, a page that is opened, or a change asked of the database past all
deeds. What the table or the walls forbid must be refused there; what was done must leave everything whole (`whole.WRONG`).
"""

from __future__ import annotations

import sys
from typing import Any

import pytest
from django.db import connection

from tests.cast import Cast
from waymark.foundation.accounts.actions import disabling
from waymark.foundation.kernel.transitions import Move, StateTable
from waymark.foundation.ledger import reads
from waymark.pathway.channel.states import CASES
from waymark.pathway.exits.actions import ending
from waymark.pathway.referrals import closing
from waymark.pathway.referrals.models import InformationRequest
from waymark.pathway.referrals.states import REFERRALS

from .machine import Lives, Tally, taken, tour, walk
from .world import World

RUNS, STEPS = 52, 200


@pytest.fixture(scope="module")
def world(once_a_file: Any) -> World:
    return once_a_file(lambda: World(Cast()))


@pytest.fixture
def machine(db: None, world: World, monkeypatch: pytest.MonkeyPatch) -> type[Lives]:
    """The machine in its world; every move that any table makes is written down."""
    Lives.world, Lives.moved, Lives.tally = world, [], Tally()
    plain = StateTable.move

    def move(table: StateTable, record: Any, name: str) -> Any:
        was = record.state
        step = plain(table, record, name)
        Lives.moved.append((table.name, name, was, record.state))
        return step

    monkeypatch.setattr(StateTable, "move", move)
    return Lives


def toured(move: Move) -> bool:
    """Every move but those by which a consent is corrected to one that was never given: the tests of consent play those
    (`test_lapse`)."""
    return move.name != "refuse" or move.source in ("consent_pending", "consent_lapsed")


def reached(tally: Tally) -> str:
    lines = [f"{tally.steps.total()} steps: {dict(tally.steps)}", f"refused: {dict(tally.refused)}"]
    lines += [f"{number:5} {' '.join(move)}" for move, number in sorted(tally.moves.items())]
    return "\n".join(["", *lines, ""])


@pytest.mark.slow
def test_every_move_of_the_tables_is_taken_and_ten_thousand_steps_leave_everything_whole(machine) -> None:
    tour(machine)
    walk(machine, runs=RUNS, steps=STEPS)
    sys.stdout.write(reached(machine.tally))
    for table in (CASES, REFERRALS):
        wanted = {
            (table.name, move.name, str(move.source), str(move.target))
            for move in table.moves
            if toured(move)
        }
        assert not wanted - set(machine.tally.moves), "nobody made these moves"
        assert {(table.name, str(state)) for state in table.states} <= set(machine.tally.states)
    assert machine.tally.steps.total() >= 10_000


@pytest.mark.long
def test_a_hundred_thousand_steps(machine) -> None:
    walk(machine, runs=500, steps=200)
    sys.stdout.write(reached(machine.tally))
    assert machine.tally.steps.total() >= 100_000


# What the machine must find: a wall taken away, and where it then looks.
def _any_consent(monkeypatch: Any) -> None:
    _instead("consent.case_may_move")


def _signed_is_changed(monkeypatch: Any) -> None:
    _instead("triage.stays_but_grants")


def _no_reviews(monkeypatch: Any) -> None:
    _instead("exits.has_both")
    monkeypatch.setattr(ending, "bear", lambda *given: None)


def _nobody_waits_for_answers(monkeypatch: Any) -> None:
    _instead("triage.may_decide")
    monkeypatch.setattr(closing, "open_requests", lambda referral: InformationRequest.objects.none())


def _nobody_takes_over(monkeypatch: Any) -> None:
    monkeypatch.setattr(disabling, "STEPS", [])


def _read_twice(monkeypatch: Any) -> None:
    plain = reads.enter

    def twice(page: str, record: Any) -> None:
        plain(page, record)
        plain(page, record)

    monkeypatch.setattr(reads, "enter", twice)


def _instead(function: str) -> None:
    """The wall stands, and lets everything through."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE waymark_migrate")
        cursor.execute(
            f"CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'"
        )
        cursor.execute("SET LOCAL ROLE waymark_app")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("fault", "mix", "says"),
    [
        (_any_consent, ["asks"], "supported without a consent"),
        (_signed_is_changed, ["asks"], "is signed, and was changed"),
        (_nobody_takes_over, ["staff"], "lead"),
        (_read_twice, ["reads"], "one entry"),
    ],
)  # fmt: skip
def test_a_wall_that_is_taken_away_is_missed(machine, monkeypatch, fault, mix: list[str], says: str) -> None:
    fault(monkeypatch)
    with pytest.raises(AssertionError, match=says):
        walk(machine, runs=20, steps=100, mix=mix)


@pytest.mark.slow
def test_an_end_of_support_without_its_reviews_is_found(machine, monkeypatch) -> None:
    _no_reviews(monkeypatch)
    with pytest.raises(AssertionError, match="without its two reviews"):
        tour(machine, only="exit")


@pytest.mark.slow
def test_a_closure_with_a_question_open_is_found(machine, monkeypatch) -> None:
    _nobody_waits_for_answers(monkeypatch)
    [number] = [place for place, life in enumerate(machine.world.base) if life.name == "Closeling"]
    with pytest.raises(AssertionError, match="closed with a request open"):
        taken(machine, number, ("asks", "referral: close"))
