"""A hold placed one second before an erasure wins; placed one second after, it finds nothing. On two connections."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import psycopg
import pytest
from django.db import connection

from tests.cast import Cast
from waymark.foundation.kernel import clock
from waymark.foundation.retention.models import Life
from waymark.foundation.retention.tests.clocks import set_today

from .walks import Walk

HOLD = """INSERT INTO retention_hold (id, authority_id, grants, version, recorded_at, salt, life_key, kind, reference,
    reason, placed_by_id, placed_on, review_on, ended_because)
VALUES (gen_random_uuid(), %(authority)s, ARRAY['authority:' || %(authority)s || ':retention'], 1, now(),
    gen_random_uuid(), %(life)s, 'referrals.referral', 'R', 'Court', %(who)s, %(today)s, %(later)s, '')"""


@pytest.fixture
def due(transactional_db: None, everything: Any) -> Iterator[dict[str, Any]]:
    """A mistaken referral past its ceiling: anybody’s job may erase it, if nothing holds it."""
    cast = Cast()
    walk = Walk(cast.here).received().ready()
    walk.decided("unfounded")
    today = clock.today() + timedelta(days=400)
    with everything():
        life = Life.objects.get(record_id=walk.pk)
    set_today(today)
    yield {
        "life": life.pk,
        "authority": cast.here.authority.pk,
        "who": cast.here.ig_lead.pk,
        "today": today,
        "later": today + timedelta(days=30),
    }
    set_today(None)


@contextmanager
def second(given: dict[str, Any]) -> Iterator[psycopg.Connection]:
    """A connection of its own, as the service, acting as the information governance lead and the system."""
    settings = connection.get_connection_params()
    wanted = {
        name: settings[name] for name in ("dbname", "user", "host", "port", "password") if name in settings
    }
    with psycopg.connect(**wanted) as other:
        other.execute("SET ROLE waymark_app")
        grants = f"{{authority:{given['authority']}:retention,system:{given['authority']}}}"
        other.execute("SELECT set_config('waymark.grants', %s, false)", [grants])
        other.execute("SELECT set_config('waymark.actor', %s, false)", [f"user:{given['who']}"])
        other.commit()
        yield other


def erase(other: psycopg.Connection, given: dict[str, Any]) -> None:
    other.execute("SELECT retention.erase(%s)", [given["life"]])


def later(step: Callable[[], None]) -> tuple[threading.Thread, list[BaseException]]:
    problems: list[BaseException] = []

    def run() -> None:
        try:
            step()
        except BaseException as problem:  # noqa: BLE001  (looked at by the test)
            problems.append(problem)

    thread = threading.Thread(target=run)
    thread.start()
    return thread, problems


def waits(thread: threading.Thread) -> None:
    thread.join(0.7)
    assert thread.is_alive(), "it did not wait for the other"


def test_a_hold_placed_just_before_wins(due: dict[str, Any]) -> None:
    with second(due) as one, second(due) as two:
        one.execute(HOLD, due)
        thread, problems = later(lambda: erase(two, due))
        waits(thread)
        one.commit()
        thread.join(10)
        assert [getattr(p, "diag", None) and p.diag.message_detail for p in problems] == ["held"]
        two.rollback()
        assert one.execute("SELECT count(*) FROM retention_life WHERE id = %s", [due["life"]]).fetchone() == (
            1,
        )


def test_a_hold_placed_just_after_finds_nothing(due: dict[str, Any]) -> None:
    with second(due) as one, second(due) as two:
        erase(one, due)
        thread, problems = later(lambda: two.execute(HOLD, due) and None)
        waits(thread)
        one.commit()
        thread.join(10)
        assert [getattr(p, "diag", None) and p.diag.message_detail for p in problems] == ["gone"]
        two.rollback()
        assert one.execute("SELECT count(*) FROM retention_erasure").fetchone() == (1,)


def test_two_erasures_at_once_are_one(due: dict[str, Any]) -> None:
    with second(due) as one, second(due) as two:
        erase(one, due)
        thread, problems = later(lambda: erase(two, due))
        waits(thread)
        one.commit()
        thread.join(10)
        assert [getattr(p, "diag", None) and p.diag.message_detail for p in problems] == ["gone"]
        two.rollback()
