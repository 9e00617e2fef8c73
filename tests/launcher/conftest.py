"""A place that PostgreSQL’s own user can reach, which pytest’s folders are not when root runs the tests."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def reachable_place() -> Iterator[Path]:
    place = Path(tempfile.mkdtemp(prefix="waymark-place-", dir="/tmp"))
    place.chmod(0o755)
    try:
        yield place
    finally:
        shutil.rmtree(place)


@pytest.fixture
def place() -> Iterator[Path]:
    with reachable_place() as made:
        yield made


@pytest.fixture(scope="module")
def module_place() -> Iterator[Path]:
    with reachable_place() as made:
        yield made
