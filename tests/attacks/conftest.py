from __future__ import annotations

import copy

import pytest

from tests.attacks.planted import World
from tests.cast import Cast


@pytest.fixture(scope="module")
def whole_world(once_a_file) -> World:
    return once_a_file(lambda: World(Cast()))


@pytest.fixture
def world(whole_world: World, db: None) -> World:
    return copy.deepcopy(whole_world)
