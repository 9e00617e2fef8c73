"""The whole data set: refused where somebody is already, made in one transaction, sealed, its root signed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
from django.db import connection

from waymark.demo import signins
from waymark.demo.national import places
from waymark.demo.national.bar import Bar
from waymark.demo.national.ground import Ground
from waymark.demo.national.parts import PARTS
from waymark.demo.national.plan import Plan
from waymark.foundation.accounts.models import User
from waymark.foundation.kernel import clock
from waymark.foundation.ledger import roots, sealing

# For how many of the authorities the file of sign-ins gives a password.
OPEN_TO_VISIT = 3
NOBODY = (
    "SELECT EXISTS (SELECT FROM accounts_user) OR EXISTS (SELECT FROM people_person) "
    "OR EXISTS (SELECT FROM concerns_draft) OR EXISTS (SELECT FROM ledger.seal)"
)


class NotEmpty(RuntimeError):
    """Somebody is here already: a data set is made on an empty folder only."""


def load(plan: Plan, address: str, folder: Path) -> Bar:
    """Makes it; what each step took is in the bar. `address` is the migrating role’s. Raises NotEmpty."""
    bar = Bar()
    with psycopg.connect(address) as held:
        if held.execute(NOBODY).fetchone() != (False,):
            raise NotEmpty
        with bar.step("authorities and the directory of institutions"):
            places.import_directory(plan.institutions)
        ground = Ground(held, plan, bar)
        # Foreign keys of tables that stay as they are look at once: nothing waits when they are altered.
        ground.ask("SET CONSTRAINTS ALL IMMEDIATE")
        for part in PARTS:
            part.load(ground)
        with bar.step("indexes, foreign keys, triggers"):
            ground.restore()
    with bar.step(f"statistics, and seals over {plan.entries:,} entries of the ledger"):
        _settle(address)
    _sign_ins(ground, folder)
    return bar


def _settle(address: str) -> None:
    """The planner learns what there is now, and the ledger is sealed: each keeps one processor busy."""
    connection.close()
    with ThreadPoolExecutor(1) as beside:
        learnt = beside.submit(_learn, address)
        sealing.seal(patience=600)
        learnt.result()
    roots.sign_root(clock.now())


def _learn(address: str) -> None:
    with psycopg.connect(address, autocommit=True) as held:
        held.execute("VACUUM (ANALYZE)")


def _sign_ins(ground: Ground, folder: Path) -> None:
    workers = [worker for office in ground.offices[:OPEN_TO_VISIT] for worker in office.workers]
    signins.give_password(
        folder,
        User.objects.filter(email__in=[worker.email for worker in workers]),
        "The national data set. Every person here is invented.",
        [f"{worker.name:<28} {worker.role:<20} {worker.email}" for worker in workers],
    )
