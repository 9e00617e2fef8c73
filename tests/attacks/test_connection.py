"""A connection to the database is used again by the next person, and remembers nothing of the one before."""

from __future__ import annotations

import pytest
from django.db import connection


def run(sql: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall()


@pytest.mark.django_db(transaction=True)
def test_a_connection_that_is_used_again_remembers_nobody(cast):
    with cast.here.acting("lead"):
        assert run("SELECT gate.held()") != [([],)]
    assert run("SELECT gate.held(), current_setting('waymark.actor', true)") == [([], "")]
    with pytest.raises(ZeroDivisionError), cast.here.acting("lead"):
        raise ZeroDivisionError
    assert run("SELECT gate.held(), current_setting('waymark.actor', true)") == [([], "")]
    run("SELECT 1")
    with cast.there.acting("teacher") as by:
        assert run("SELECT gate.held()") == [(list(by.grants),)]
