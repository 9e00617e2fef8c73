"""Whoever these tests are about."""

from __future__ import annotations

import pytest

from tests.cast import Cast

from .walks import ConsentWalk


@pytest.fixture
def walk(cast: Cast) -> ConsentWalk:
    for who in ("police", "officer", "lead", "coordinator"):
        cast.here.user(who)
    return ConsentWalk(cast.here)
