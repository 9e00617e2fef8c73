"""List, policy and row security give the same answer: for every protected model, every kind of person, both authorities."""

from __future__ import annotations

import copy

import pytest
from django.db import connection

from tests.cast import Cast
from tests.gates.test_ground import PROTECTED
from tests.world import World
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting

PEOPLE = [(side, who) for side in ("here", "there") for who in (
    "teacher", "dsl", "nurse", "other_dsl", "officer", "second_officer", "lead", "police", "supervisor", "front_door",
    "ig_lead", "administrator", "coordinator", "chair", "panel_police", "panel_health", "mentor", "helper", "trainer",
)]  # fmt: skip


@pytest.fixture(scope="module")
def whole_world(once_a_file) -> World:
    """Referrals in every state in one authority, and one in the other, reached by real deeds."""
    return once_a_file(lambda: World(Cast()))


@pytest.fixture
def world(whole_world: World, db: None) -> World:
    return copy.deepcopy(whole_world)


def test_what_the_orm_shows_is_what_the_database_shows(world, everything):
    """For each person the rows `visible_to` names (asked without row security) equal those row security leaves."""
    differing = []
    for side, who in PEOPLE:
        actor = getattr(world.cast, side).actor(who)
        for model in PROTECTED:
            with everything():
                said = set(model.objects.visible_to(actor).values_list("pk", flat=True))
            with acting(actor):
                left = set(model.objects.values_list("pk", flat=True))
            if said != left:
                differing.append((side, who, model._meta.label, len(said), len(left)))
    assert differing == []


def test_the_world_has_rows_of_most_kinds(world, everything):
    """Otherwise the agreement above would be about nothing."""
    with everything():
        empty = {m._meta.label for m in PROTECTED if not m.objects.exists()}
    # What keeping and erasing leaves is written as time goes by: its own tests look at its walls.
    lasting = {f"retention.{name}" for name in ("Disposal", "Hold", "Review", "Proposal", "Erasure")}
    # A sign-in of a room goes when attendance is taken; a stone is what two people’s taking out leaves.
    later = {"vault.Document", "training.SignIn", "purging.Stone"}
    assert empty == lasting | later


def test_people_of_the_other_authority_see_nothing_of_it_in_raw_sql(world, everything):
    for who in (
        "teacher",
        "dsl",
        "officer",
        "lead",
        "police",
        "front_door",
        "ig_lead",
        "administrator",
        "coordinator",
        "chair",
    ):
        with acting(world.cast.there.actor(who)):
            for model in PROTECTED:
                with connection.cursor() as cursor:
                    cursor.execute(
                        f'SELECT count(*) FROM "{model._meta.db_table}" WHERE authority_id = %s',
                        [world.cast.here.authority.pk],
                    )
                    assert cursor.fetchone() == (0,), f"{who} of the other authority sees {model._meta.label}"


def test_nobody_and_an_account_without_a_role_see_nothing(world):
    for actor in (Actor.nobody(), Actor(kind="user", id=str(world.cast.here.teacher.pk))):
        with acting(actor):
            assert [m._meta.label for m in PROTECTED if m.objects.exists()] == []
