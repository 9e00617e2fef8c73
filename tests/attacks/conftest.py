from __future__ import annotations

import copy

import pytest
from django.test import Client

from tests.attacks.planted import World
from tests.cast import Cast


@pytest.fixture(scope="module")
def whole_world(once_a_file) -> World:
    return once_a_file(lambda: World(Cast()))


@pytest.fixture
def world(whole_world: World, db: None) -> World:
    return copy.deepcopy(whole_world)


@pytest.fixture
def committed(transactional_db: None) -> Cast:
    """A cast whose transactions really end, for tests of what breaks in the midst of one."""
    made = Cast()
    made.here.user("lead")
    return made


@pytest.fixture
def nurse(committed: Cast) -> Client:
    """Her browser, signed in; an error of the service is an answer, not an exception."""
    made = Client(raise_request_exception=False)
    made.force_login(committed.here.nurse, backend="waymark.foundation.accounts.backends.ByPassword")
    made.get("/my-day/")
    return made
