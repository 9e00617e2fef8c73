"""What is made once for a file comes to each test as it was made."""

from __future__ import annotations

import copy
from types import SimpleNamespace

import pytest
from django.db import connection

from tests.cast import Cast
from tests.keeping import commits
from waymark.foundation.access.models import Membership

MADE: list[int] = []


@pytest.fixture(scope="module")
def whole_cast(once_a_file) -> Cast:
    def make() -> Cast:
        MADE.append(1)
        cast = Cast()
        cast.here.user("officer")
        return cast

    return once_a_file(make)


@pytest.fixture
def cast(whole_cast: Cast, db: None) -> Cast:
    return copy.deepcopy(whole_cast)


@pytest.mark.parametrize("time", [1, 2, 3])
def test_each_test_finds_it_as_it_was_made_whatever_another_did_to_it(cast, time):
    assert MADE == [1]
    assert Membership.objects.count() == 1
    assert cast.here.officer.full_name == "officer of Hereshire"
    with cast.here.acting("officer"), connection.cursor() as cursor:
        cursor.execute("SELECT current_user, current_setting('waymark.actor')")
        assert cursor.fetchall() == [("waymark_app", f"user:{cast.here.officer.pk}")]
    cast.here.user("lead")
    cast.here.officer.full_name = "Somebody else"
    cast.here.officer.save()


def test_outside_a_context_nothing_is_held(cast):
    with connection.cursor() as cursor:
        cursor.execute("SELECT gate.held(), coalesce(current_setting('waymark.actor', true), '')")
        assert cursor.fetchall() == [([], "")]


@pytest.mark.parametrize(
    ("marker", "fixtures", "does"),
    [
        (None, ["db"], False),
        (pytest.mark.django_db().mark, ["db"], False),
        (pytest.mark.django_db(transaction=True).mark, ["db"], True),
        (None, ["transactional_db"], True),
        (None, ["live_server", "transactional_db"], True),
    ],
)
def test_who_ends_real_transactions_is_recognised(marker, fixtures, does):
    item = SimpleNamespace(get_closest_marker=lambda name: marker, fixturenames=fixtures)
    assert commits(item) is does
