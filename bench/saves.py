"""What the ledger costs whoever saves: the same pages posted and the same deeds done, with the ledger and without."""

from __future__ import annotations

import os
import statistics
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

from bench.ground import connect, django_on
from launcher.roles import Server

BLOCKS = 12  # of each side, in turn
WRITERS = ("ledger.note_deed", "ledger.note_read")
TRIGGERS = """
    SELECT format('ALTER TABLE %s {} TRIGGER %I', tgrelid::regclass, tgname) FROM pg_trigger
     WHERE tgfoid = 'ledger.record_change'::regproc
"""
Save = Callable[[], object]
Spent = tuple[float, float]  # seconds on the clock, and of the processors


def measure(server: Server) -> None:
    """Prints one line for each kind of save; the goal is 1.25 at most.

    Beside the time on the clock stands the processors’ own, of the server and of this program: on a machine that others
    use as well it tells more.
    """
    with connect(server, "postgres") as all_:
        kinds = _saves(server)
        print(
            f"What the ledger costs a save: {BLOCKS} pairs of blocks in turn, disk safety off on both sides"
        )
        print(f"{'milliseconds':<54} {'with':>8} {'without':>8} {'ratio':>6}   {'processors’ ratio'}")
        for title, (times, save) in kinds.items():
            ours, bare = _in_turn(all_, times, save)
            spent = sum(cpu for _, cpu in ours) / sum(cpu for _, cpu in bare)
            clock = [statistics.median(wall / times for wall, _ in side) * 1000 for side in (ours, bare)]
            ratio = statistics.median(one / other for (one, _), (other, _) in zip(ours, bare, strict=True))
            print(f"{title:<54} {clock[0]:>8.1f} {clock[1]:>8.1f} {ratio:>6.2f}   {spent:.2f}")


def _in_turn(all_: psycopg.Connection, times: int, save: Save) -> tuple[list[Spent], list[Spent]]:
    ours, bare = [], []
    _block(times, save)
    for _each in range(BLOCKS):
        ours.append(_block(times, save))
        with _without(all_):
            _block(
                1, save
            )  # plans are made anew after the tables were altered; so are they on the other side
            bare.append(_block(times, save))
        _block(1, save)
    return ours, bare


def _block(times: int, save: Save) -> Spent:
    begun, spent = time.perf_counter(), _processors()
    for _each in range(times):
        save()
    return time.perf_counter() - begun, _processors() - spent


def _processors() -> float:
    """Seconds of processor time of this program and of its connection’s process in the server."""
    from django.db import connection

    connection.ensure_connection()
    told = Path(f"/proc/{connection.connection.info.backend_pid}/stat").read_text(encoding="ascii")
    user, system = told.rsplit(")", 1)[1].split()[11:13]
    return time.process_time() + (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


@contextmanager
def _without(all_: psycopg.Connection) -> Iterator[None]:
    """No trigger enters a row, and the functions that enter deeds and looks answer at once."""
    plain = [all_.execute("SELECT pg_get_functiondef(%s::regproc)", [name]).fetchone()[0] for name in WRITERS]  # type: ignore[index]
    for definition in plain:
        head = definition[: definition.index("AS $function$")]
        all_.execute(f"{head} AS $function$ BEGIN RETURN 0; END $function$")
    _switch(all_, "DISABLE")
    try:
        yield
    finally:
        _switch(all_, "ENABLE")
        for definition in plain:
            all_.execute(definition)


def _switch(all_: psycopg.Connection, how: str) -> None:
    for (statement,) in all_.execute(TRIGGERS.format(how)).fetchall():  # type: ignore[arg-type]
        all_.execute(statement)


def _saves(server: Server) -> dict[str, tuple[int, Save]]:
    """Kinds of saves, and how many of each make a block. Django is set up here, for it wants its database first."""
    django_on(server)
    from django.test import Client

    from tests.cast import Cast
    from waymark.pathway.concerns.tests import form_walks

    cast = Cast()
    for who in ("lead", "officer", "nurse"):
        cast.here.user(who)
    client = Client(HTTP_HOST="localhost")
    client.force_login(cast.here.nurse, backend="waymark.foundation.accounts.backends.ByPassword")
    return {
        "a question to the council, sent (page)": (20, lambda: _asked(client)),
        "a whole referral, page by page, and received (deeds)": (2, lambda: _referred(cast, form_walks)),
    }


def _asked(client: Any) -> None:
    answer = client.post(
        "/referrals/advice/ask/",
        {"question": "What do I do?", "name": "N", "because": "B", "once": str(uuid.uuid4())},
    )
    if answer.status_code != 302:
        raise RuntimeError(f"The question was not taken: {answer.status_code}")


def _referred(cast: Any, form_walks: Any) -> None:
    with cast.here.acting("nurse") as by:
        form_walks.sent(by)
