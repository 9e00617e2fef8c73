"""What takes long to make is made once for the tests of a file that look at it, and not once for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import pytest
from django.db import transaction

Made = TypeVar("Made")


def commits(item: pytest.Item) -> bool:
    """Does this test end real transactions, and so empty the tables afterwards?"""
    marker = item.get_closest_marker("django_db")
    names = getattr(item, "fixturenames", ())
    return bool(marker and marker.kwargs.get("transaction")) or "transactional_db" in names


@pytest.fixture(scope="module")
def once_a_file(
    request: pytest.FixtureRequest, django_db_setup: None, django_db_blocker: Any
) -> Iterator[Callable[[Callable[[], Made]], Made]]:
    """`once_a_file(lambda: World(Cast()))` inside a fixture of the same scope.

    One transaction lies around all tests of the file and is rolled back after the last. Each test is a savepoint in
    it, so what a test changes in the database is gone before the next one. Objects in memory are not: hand out
    `copy.deepcopy`. A test that ends real transactions would empty the tables under the others; it needs its own file.
    """
    loose = [item.name for item in request.session.items if item.path == request.path and commits(item)]
    assert not loose, f"{loose} end real transactions, and belong in a file of their own"

    def make(build: Callable[[], Made]) -> Made:
        with django_db_blocker.unblock():
            return build()

    around = transaction.atomic()
    make(around.__enter__)
    yield make
    make(lambda: transaction.set_rollback(True))
    make(lambda: around.__exit__(None, None, None))
