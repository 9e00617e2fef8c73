"""An empty register for the tests to plant into."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from waymark.foundation.retention import kept


@pytest.fixture
def planted() -> Iterator[list[kept.Kept]]:
    """An empty register of kept records; the real one is back after the test."""
    before = kept.KEPT[:]
    kept.KEPT.clear()
    yield kept.KEPT
    kept.KEPT[:] = before
