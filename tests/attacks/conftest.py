from __future__ import annotations

import pytest

from tests.attacks.planted import World


@pytest.fixture
def world(cast) -> World:
    return World(cast)
