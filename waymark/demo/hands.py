"""Several hands tell the demonstration at the same time: each a process with a connection of its own."""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Callable

from django.db import connection, connections

Telling = Callable[[], None]


class HalfTold(RuntimeError):
    """One of the hands failed; what it printed says why."""


def in_turn(*tellings: Telling) -> None:
    """One after the other, in the transaction of whoever calls."""
    for tell in tellings:
        tell()


def side_by_side(*tellings: Telling) -> None:
    """The last one here, each other one in a process of its own. HalfTold when one of those fails.

    Each deed is a transaction of its own then, as when people do it: one hand never waits for what another has not
    yet committed.
    """
    connections.close_all()  # a connection cannot be shared with a process that is born from this one
    _without_sweeping()
    fork = multiprocessing.get_context("fork")
    others = [fork.Process(target=_alone, args=(tell,), daemon=True) for tell in tellings[:-1]]
    for other in others:
        other.start()
    _alone(tellings[-1])
    for other in others:
        other.join()
    if any(other.exitcode for other in others):
        raise HalfTold


def _without_sweeping() -> None:
    """Python looks through all it holds for rings of things that nobody needs. What was imported is none, and a telling
    makes few: without looking so often it takes an eighth less of the processor, and no more memory."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 1000)


def _alone(tell: Telling) -> None:
    """Nobody has been promised anything yet, so no deed waits for the disk."""
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = off")
    try:
        tell()
    finally:
        connection.close()
