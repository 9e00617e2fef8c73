"""Hands that tell at the same time, each on a connection of its own."""

from __future__ import annotations

import multiprocessing

import pytest
from django.db import connection

from waymark.demo.hands import HalfTold, in_turn, side_by_side

pytestmark = pytest.mark.django_db(transaction=True)


def server_process() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return int(cursor.fetchone()[0])


def meeting_of_two():
    """Two tellings that end only when each has met the other, and what each saw."""
    meet = multiprocessing.get_context("fork").Barrier(2)
    seen = multiprocessing.get_context("fork").SimpleQueue()

    def tell() -> None:
        seen.put(server_process())
        meet.wait(timeout=60)

    return tell, seen


def test_they_tell_at_the_same_time_on_connections_of_their_own():
    tell, seen = meeting_of_two()
    side_by_side(tell, tell)
    assert seen.get() != seen.get()


def test_one_that_fails_is_told_of(capfd):
    def fails() -> None:
        raise LookupError("the story has no end")

    with pytest.raises(HalfTold):
        side_by_side(fails, lambda: None)
    assert "the story has no end" in capfd.readouterr().err


def test_in_turn_they_share_the_connection_of_the_caller():
    seen: list[int] = []
    in_turn(lambda: seen.append(server_process()), lambda: seen.append(server_process()))
    assert seen == [server_process()] * 2
