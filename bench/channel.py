"""The pages of Channel: a case with its timeline, the agenda of a panel with 40 cases, *My day*; and a pack of the 40.

    ./run bench channel

In a throw-away database, its cases made by the deeds that people would do. Each page is opened in turn with a bare
replay of its own reading statements without row security, and by the role that sees least in turn with the one that
sees most.

    ./run --data FOLDER bench channel --seconds 60

Sixteen people at once in the folder’s own data, say a national data set: one more authority with such cases is added.
"""

from __future__ import annotations

import argparse
import base64
import logging
import os
import secrets
import statistics
import time
from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import Any

import psycopg

from bench.day import GOALS, Worker, crowd, day, report, served
from bench.ground import connect, django_on, in_turn, migrated
from bench.pages import PAUSE, READING

CASES, ROUNDS, PACK_SECONDS = 40, 30, 20
# Who opens these pages at once, how many of each, and what is not for them.
AT_ONCE = {"officer": 6, "coordinator": 6, "panel_police": 4}
NOT_FOR = {
    "officer": ("panel agenda",),
    "panel_police": ("case waiting for the panel", "case with a long timeline"),
}
BACKEND = "waymark.foundation.accounts.backends.ByPassword"
# Two papers to each case, as long as a page and a half together.
KNOWN = (
    "He comes to school each day, and on Tuesdays to the club. Nobody has heard the words again since then. "
    * 20
)


def main(words: Sequence[str] = ()) -> None:
    parser = argparse.ArgumentParser(prog="./run bench channel")
    parser.add_argument("--cases", type=int, default=CASES)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--seconds", type=float, default=0)
    asked = parser.parse_args(list(words))
    if asked.seconds:
        _day(asked.cases, asked.seconds)
    else:
        _in_turn(asked.cases, asked.rounds)


def _in_turn(cases: int, rounds: int) -> None:
    with migrated() as server, connect(server, "postgres") as bare:
        django_on(server)
        begun = time.perf_counter()
        side, held, supported, plain = _told(cases)
        bare.execute("ANALYZE")
        print(
            f"{cases} cases told in {time.perf_counter() - begun:.0f} s; "
            f"load of the machine {os.getloadavg()[0]:.1f}"
        )
        _pages(bare, side, held, supported, plain, rounds)
        _pack(side, held, cases)


def _day(cases: int, seconds: float) -> None:
    import django

    django.setup()
    logging.disable(logging.WARNING)
    side, held, supported, plain = _told(cases)
    pages = {title: [path] for title, path in _paths(held, supported, plain).items()}
    from bench import working  # needs Django

    with served() as port:
        at_work = [who for who, number in AT_ONCE.items() for _each in range(number)]
        visitors = working.signed_in(port, [side.user(who) for who in at_work])
        people = [
            Worker(visitor, who, {page: 1 for page in pages if page not in NOT_FOR.get(who, ())}, pages)
            for who, visitor in zip(at_work, visitors, strict=True)
        ]
        times, crowded = day(people, seconds, PAUSE), day(people, seconds, 0)
    for line in (*report(times, {}, ("officer", "coordinator"), seconds, PAUSE), *crowd(crowded, seconds)):
        print(line)


def _told(cases: int) -> tuple[Any, str, str, str]:
    """An authority, its meeting with all cases on the agenda, a case with support and one that waits for the panel."""
    from tests.cast import Side
    from waymark.foundation.kernel import clock
    from waymark.pathway.channel.tests.walks import CaseWalk
    from waymark.pathway.panel.actions import agenda
    from waymark.pathway.support.tests.walks import SupportWalk

    code = f"B{secrets.randbelow(10**8):08}"
    side = Side(code, f"Benchshire {code}")
    supported = SupportWalk(side)
    supported.adopted(surname="Supportedly").under_way().said("We met.").provided().funded()
    supported.weighed()
    held = supported.table.call(clock.now() + timedelta(days=6))
    for nth in range(cases):
        walk = CaseWalk(side)
        walk.panel = supported.panel
        item = walk.opened(surname=f"Agendaly{chr(97 + nth // 26)}{chr(97 + nth % 26)}").put(held)
        with side.acting("coordinator") as by:
            agenda.add_paper(by=by, item=item, title="What is known", words=KNOWN)
            agenda.add_paper(by=by, item=item, title="From the police", words=KNOWN, sectors=["police"])
    with side.acting("panel_police") as by:
        agenda.accept(by=by, meeting=held)
    with side.acting("coordinator"):
        return side, held.reference, supported.case.reference, walk.case.reference


def _client(side: Any, who: str) -> Any:
    from django.test import Client

    client = Client(HTTP_HOST="localhost")
    client.force_login(side.user(who), backend=BACKEND)
    return client


def _pages(
    bare: psycopg.Connection[Any], side: Any, held: str, supported: str, plain: str, rounds: int
) -> None:
    print(f"{'milliseconds':<36} {'page':>7} {'p95':>7} {'bare':>7} {'ratio':>6} {'Python':>7} {'roles':>6}   "
          f"goals: {GOALS['median']:.0f}, {GOALS['p95']:.0f}; {GOALS['bare']:.0f}; {GOALS['roles']}")  # fmt: skip
    for title, path in _paths(held, supported, plain).items():
        # Who sees most and who sees least of those who may open it.
        least = "officer" if "case" in title else "panel_police"
        print(
            f"{title:<36} {_measured(bare, _opening(side, 'coordinator', path), _opening(side, least, path), rounds)}"
        )


def _paths(held: str, supported: str, plain: str) -> dict[str, str]:
    from django.urls import reverse

    return {
        "case waiting for the panel": reverse("channel:case", args=[plain]),
        "case with a long timeline": reverse("channel:case", args=[supported]),
        "panel agenda": reverse("panel:meeting", args=[held]),
        "My day": "/my-day/",
    }


def _opening(side: Any, who: str, path: str) -> Callable[[], object]:
    client = _client(side, who)

    def page() -> None:
        answer = client.get(path)
        if answer.status_code != 200:
            raise RuntimeError(f"{path} answered {who} with {answer.status_code}")

    return page


def _measured(
    bare: psycopg.Connection[Any], most: Callable[[], object], least: Callable[[], object], rounds: int
) -> str:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    most(), least()
    with CaptureQueriesContext(connection) as asked:
        most()
    statements = [each["sql"] for each in asked.captured_queries if READING.match(each["sql"])]

    def replay() -> None:
        for sql in statements:
            bare.execute(sql).fetchall()  # type: ignore[call-overload]

    times: list[float] = []
    processor: list[float] = []

    def timed() -> None:
        begun = time.perf_counter(), time.process_time()
        most()
        times.append((time.perf_counter() - begun[0]) * 1000)
        processor.append((time.process_time() - begun[1]) * 1000)

    median, alone, ratio = in_turn(timed, replay, rounds)
    _one, _other, roles = in_turn(least, most, rounds)
    p95 = statistics.quantiles(times, n=20)[-1]
    return f"{median:>7.1f} {p95:>7.1f} {alone:>7.1f} {ratio:>6.1f} {min(processor):>7.1f} {roles:>6.2f}"


def _pack(side: Any, reference: str, cases: int) -> None:
    """Asked for by a member of the panel, and made as the job makes it."""
    from waymark.pathway.panel.actions import packs
    from waymark.pathway.panel.models import Pack, PanelMeeting

    with side.acting("panel_police") as by:
        pack = packs.ask(by=by, meeting=PanelMeeting.objects.get(meeting__reference=reference))
        user, organisation = by.user_id, by.organisation_id
    begun, processor = time.perf_counter(), time.process_time()
    packs.make_as_reader(pack.pk, user, organisation)
    seconds, processor = time.perf_counter() - begun, time.process_time() - processor
    with side.acting("panel_police"):
        made = Pack.objects.get(pk=pack.pk)
        kilobytes = len(base64.b64decode(made.content)) / 1024
    print(
        f"pack of {cases} cases, {len(made.items)} of them in it, {kilobytes:.0f} kB: {seconds:.1f} s "
        f"({processor:.1f} s of processor time of Python; goal {PACK_SECONDS} s)"
    )
