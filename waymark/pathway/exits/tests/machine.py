"""The machine that walks the tables of states of referral and case, step by step, and looks after each (see `test_stateful`)."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from random import Random
from typing import Any, ClassVar

from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, connection, transaction
from django.http import Http404
from django.urls import reverse
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from tests.pages import Pages
from waymark.foundation.accounts.models import User
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Refusal
from waymark.foundation.tasks.actions import reminding
from waymark.pathway.assessment.states import ASSESSMENTS
from waymark.pathway.channel.states import CASES, ENDED, LOOKED_BACK_ON
from waymark.pathway.consent.actions import watching
from waymark.pathway.exits.actions import alarms
from waymark.pathway.referrals.states import REFERRALS
from waymark.pathway.support.actions import stopping
from waymark.pathway.support.states import ACTIONS

from . import whole
from .lives import Life
from .town import Town
from .world import CASE_WAYS, REFERRAL_WAYS, TWICE, WORK, World

# Of so many steps, what they are. What asks the database costs little and looks at a wall; the rest is what people do.
MIX = ["asks"] * 80 + ["moves"] * 12 + ["works"] * 5 + ["reads", "waits", "staff"]
Random(7).shuffle(MIX)
# Of the moves these come last: they end a life, or take it out of the hands of the panel.
RARE = {
    "Channel case: lapse",
    "Channel case: transfer",
    "Channel case: hold",
    "referral: unfounded",
    "referral: police-led",
}
WAYS = {f"{table.name}: {name}": way for table, ways in ((CASES, CASE_WAYS), (REFERRALS, REFERRAL_WAYS))
        for name, way in ways.items()}  # fmt: skip
JOBS = (watching.watch_everywhere, stopping.look_everywhere)
ONCE = (alarms.give_everywhere, reminding.remind_everywhere)
NOT_THEIRS = (Refusal, Http404, ObjectDoesNotExist)
AWAY = ("officer", "second_officer", "lead")
TABLES = {
    "case": (CASES, "channel_case"),
    "referral": (REFERRALS, "referrals_referral"),
    "assessment": (ASSESSMENTS, "assessment_policeassessment"),
    "action": (ACTIONS, "support_supportaction"),
}
ASKED = ["case"] * 4 + ["referral"] * 3 + ["assessment", "action", "signed", "signed", "lead", "review"]


class Through(Exception):
    """The database let a change through: it is taken back, after a look at what it did."""


class Tally:
    """What a run reached."""

    def __init__(self) -> None:
        self.steps: Counter[str] = Counter()
        self.states: Counter[tuple[str, str]] = Counter()
        self.moves: Counter[tuple[str, str, str, str]] = Counter()
        self.refused: Counter[str] = Counter()


class Lives(RuleBasedStateMachine):
    """Some of the lives of the world at once, each from where it stands."""

    world: ClassVar[World]
    tally: ClassVar[Tally]
    moved: ClassVar[list[tuple[str, str, str, str]]]
    mix: ClassVar[list[str]]

    def __init__(self) -> None:
        super().__init__()
        # Each run begins with the same world: its savepoint goes at the end.
        self.saved = transaction.atomic()
        self.saved.__enter__()
        self.hours, self.towns, everybody = self.world.lives()
        self.everybody: list[Life] = everybody
        self.lives: list[Life] = []
        self.last = ""
        self.day = self.hours.day
        self.seen = whole.look(self.day)

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.saved.__exit__(None, None, None)

    @initialize(data=st.data())
    def begin(self, data: Any) -> None:
        """Three lives, whichever."""
        for _number in range(3):
            self.lives.append(data.draw(st.sampled_from([x for x in self.everybody if x not in self.lives])))

    @rule(data=st.data())
    def step(self, data: Any) -> None:
        what = data.draw(st.sampled_from(self.mix))
        getattr(self, what)(data)
        self.tally.steps[what] += 1

    # What people do.
    def moves(self, data: Any) -> None:
        life = data.draw(st.sampled_from(self.lives))
        open_ = self.ways(life)
        if open_:
            name = data.draw(st.sampled_from(open_))
            self.attempt(name, life, lambda: WAYS[name](life, self.other(life)))

    def ways(self, life: Life) -> list[str]:
        """The moves that the tables allow a life now, the rare ones once and the others three times."""
        row = self.seen.lives[life.pk]
        stands = ((CASES, row["case_state"]), (REFERRALS, row["state"]))
        found = {
            f"{table.name}: {move.name}" for table, state in stands for move in table.open_to(state)
        } & set(WAYS)
        if row["case_state"] in ENDED - {"not_adopted", "ended_before_panel"}:
            found.clear()  # over for good, and its referral with it
        elif row["case_state"] in LOOKED_BACK_ON:
            # The police keep nobody whose support has ended.
            found -= {"referral: police-led", "Channel case: hold"}
        return [name for name in sorted(found) for _time in range(1 if name in RARE else 3)]

    def works(self, data: Any) -> None:
        life = data.draw(st.sampled_from(self.lives))
        name = data.draw(st.sampled_from(sorted(WORK)))
        self.attempt(name, life, lambda: WORK[name](life, self.other(life)))

    def staff(self, data: Any) -> None:
        """An account is disabled, or comes back."""
        life = data.draw(st.sampled_from(self.lives))
        away = sorted(life.town.away)
        act, who = (life.comes_back, away[0]) if away else (life.leaves, data.draw(st.sampled_from(AWAY)))
        self.attempt(act.__name__, life, lambda: act(who))

    def reads(self, data: Any) -> None:
        life = data.draw(st.sampled_from(self.lives))
        row = self.seen.lives[life.pk]
        if row["case_id"] is None:
            return
        with clock.travelled(self.hours.tick()):
            # As they are now: an account that was disabled has other sessions.
            reader = User.objects.get(pk=life.side.user(life.town.working("lead")).pk)
            Pages().sign_in(reader).open(reverse("channel:case", args=[row["reference"]]))
        self.seen.reads += 1
        self.check()

    def waits(self, data: Any) -> None:
        days = data.draw(st.sampled_from([1, 6, 28, 90]))
        try:
            self.hours.reach(self.day + timedelta(days=days))
        except Refusal:
            return
        self.check()

    def other(self, life: Life) -> Town:
        return next(town for town in self.towns.values() if town is not life.town)

    def attempt(self, name: str, life: Life, act: Callable[[], Any]) -> None:
        """A refusal is an answer, and leaves nothing behind; any other error, the database’s too, is a fault."""
        before, away = dict(vars(life)), set(life.town.away)
        self.moved.clear()
        try:
            with transaction.atomic(), clock.travelled(self.hours.tick()):
                life.item = None
                found = act()
                whole.settled()
        except NOT_THEIRS as refusal:
            self.last = repr(refusal)
            vars(life).update(before)
            life.town.away.clear()
            life.town.away.update(away)
            self.tally.refused[name] += 1
            return
        self.tally.moves.update(self.moved)
        self.last = ""
        if isinstance(found, Life):
            self.lives.append(found)
        self.check()

    # What the database is asked past all deeds.
    def asks(self, data: Any) -> None:
        life = data.draw(st.sampled_from(self.lives))
        what, row = data.draw(st.sampled_from(ASKED)), self.seen.lives[life.pk]
        if what in TABLES:
            self.asks_to_move(data, what, row, life)
        elif what == "signed":
            place, key = data.draw(st.sampled_from(sorted(self.seen.signed, key=str)))
            change = f"UPDATE {place} SET recorded_at = recorded_at - interval '1 day' WHERE id = %s"
            assert not self.lets(life, change, [key]), f"{place} is signed, and was changed"
        elif what == "lead":
            change = "UPDATE channel_case SET lead_id = NULL WHERE id = %s"
            assert not self.lets(life, change, [row["case_id"]]), "a case was left without a lead"
        else:
            keys = [key for place, key in self.seen.signed if place == "exits_review"]
            assert not self.lets(life, "DELETE FROM exits_review WHERE id = ANY (%s)", [keys]), (
                "reviews were deleted"
            )

    def asks_to_move(self, data: Any, what: str, row: dict[str, Any], life: Life) -> None:
        table, place = TABLES[what]
        prefix = "" if what == "referral" else f"{what}_"
        key, state = row["id" if what == "referral" else f"{prefix}id"], row[f"{prefix}state"]
        target = data.draw(st.sampled_from([str(one) for one in table.states]))
        if key is None or target == state:
            return
        through = self.lets(life, f"UPDATE {place} SET state = %s WHERE id = %s", [target, key])
        assert not through or (state, target) in table.pairs(), f"{place} went from {state} to {target}"
        self.tally.refused[f"asked: {what}" + (" (let through)" if through else "")] += 1

    def lets(self, life: Life, change: str, given: list[Any]) -> bool:
        """Would the database do this for somebody who may see all of the authority? It is undone."""
        authority = life.side.authority.pk
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(
                    "SELECT set_config('waymark.grants', %s, true), set_config('waymark.actor', %s, true)",
                    [
                        f"{{system:{authority},authority:{authority}:channel}}",
                        f"user:{life.side.user('lead').pk}",
                    ],
                )
                cursor.execute(change, given)
                if not cursor.rowcount:
                    return False
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
                assert not (wrong := whole.look(self.day).wrong), f"{change} with {given}: {wrong}"
                raise Through
        except Through:
            return True
        except DatabaseError:
            return False

    # What must be so.
    def check(self) -> None:
        """After whatever changed something; what was refused was rolled back."""
        self.each_day()
        seen = whole.look(self.day)
        assert not seen.wrong, seen.wrong
        for key, words in self.seen.signed.items():
            assert seen.signed.get(key) == words, f"{key} was signed, and is not as it was"
        assert seen.reads == self.seen.reads, "each page view has one entry, and nothing else has"
        self.seen = seen
        self.stands()

    def stands(self) -> None:
        for life in self.lives:
            row = self.seen.lives[life.pk]
            self.tally.states["referral", row["state"]] += 1
            self.tally.states["Channel case", row["case_state"] or ""] += 1

    def each_day(self) -> None:
        """What the jobs do when days have passed, however many: each reminder once."""
        if self.day == self.hours.day:
            return
        self.day = self.hours.day
        with clock.travelled(self.hours.tick()):
            for job in JOBS + ONCE:
                job()
            for job in ONCE:
                assert job() == 0, f"{job.__module__} reminded twice"


def walk(machine: type[Lives], runs: int, steps: int, mix: list[str] = MIX) -> None:
    machine.mix = mix
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=runs, stateful_step_count=steps, deadline=None, database=None, phases=[Phase.generate],
            suppress_health_check=list(HealthCheck), derandomize="WAYMARK_RANDOM" not in os.environ,
        ),
    )  # fmt: skip


def tour(machine: type[Lives], only: str = "") -> None:
    """Once from each stage by each way that the tables open there, and the second steps that need a first."""
    for number, first in enumerate(machine.world.base):
        ways = [(name,) for name in _ways_from(machine, number)]
        ways += [(one, two) for name, one, two in TWICE if name == first.name]
        for names in ways:
            if only in names[-1]:
                taken(machine, number, names)


def _ways_from(machine: type[Lives], number: int) -> list[str]:
    one = machine()
    names = sorted(set(one.ways(one.everybody[number])))
    one.teardown()
    return names


def taken(machine: type[Lives], number: int, names: tuple[str, ...]) -> None:
    one = machine()
    life = one.everybody[number]
    one.lives = [life]
    one.stands()
    try:
        for name in names:
            way = WAYS.get(name) or WORK[name]
            one.attempt(name, life, partial(way, life, one.other(life)))
            machine.tally.steps["tour"] += 1
            assert not one.last, f"{life}, {names}: {one.last}"
    finally:
        one.teardown()
