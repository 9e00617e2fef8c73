"""The suite’s ground: the real database as the restricted role, and the fixtures every part may use."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import hypothesis
import psycopg
import pytest
from django.core.management import call_command
from django.db import connection
from django.db.backends.signals import connection_created
from django.test import Client, TransactionTestCase
from django.utils import translation

from tests.browser import windows  # noqa: F401  (a fixture)
from tests.cast import Cast
from tests.keeping import once_a_file  # noqa: F401  (a fixture)
from tests.pages import Pages

# A slow machine is no fault of the code under test.
hypothesis.settings.register_profile("waymark", deadline=None)
hypothesis.settings.load_profile("waymark")

# What holds whatever the PostgreSQL: gates, attacks, row security, ledger, states, sealed fields. `-m walls` runs it;
# ./test runs it a second time, on Debian’s.
WALLS = (
    "tests/attacks/", "tests/gates/test_agreement.py", "tests/gates/test_ground.py", "tests/gates/test_migrations.py",
    "tests/gates/test_queue.py", "tests/gates/test_relations.py", "tests/gates/test_rights.py",
    "tests/gates/test_states.py", "waymark/foundation/access/tests/", "waymark/foundation/ledger/tests/",
    "waymark/foundation/vault/tests/", "waymark/pathway/referrals/tests/test_triage_states",
)  # fmt: skip
NOT_OF_A_WALL = ("tests/attacks/test_logs.py", "tests/attacks/test_down.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        name = item.nodeid
        if name.startswith(WALLS) and not name.startswith(NOT_OF_A_WALL):
            item.add_marker(pytest.mark.walls)


APP_ROLE = "SET ROLE waymark_app"


def _as_app(connection: Any, **kwargs: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(APP_ROLE)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """After the database is made as the owner, every connection takes the application’s role."""
    with django_db_blocker.unblock():
        connection_created.connect(_as_app, dispatch_uid="tests-as-app")
        _as_app(connection)
        yield
        connection_created.disconnect(dispatch_uid="tests-as-app")
        connection.close()


@contextmanager
def _behind_the_walls() -> Iterator[None]:
    """As the migrating role, which row security does not bind. For looking, and for arranging broken states."""
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE NONE")
    try:
        yield
    finally:
        if not connection.needs_rollback:
            with connection.cursor() as cursor:
                cursor.execute(APP_ROLE)


@pytest.fixture
def everything(db: None) -> Callable[[], AbstractContextManager[None]]:
    """`with everything():` is the only way for a test to look behind the walls."""
    return _behind_the_walls


LEFT = """SELECT string_agg(format('%I.%I', schemaname, tablename), ', ') FROM pg_tables
WHERE schemaname = 'ledger' OR tablename LIKE 'procrastinate\\_%'"""


def _empty_what_is_left() -> None:
    """The ledger’s and the queue’s tables are no models that Django manages, so its flush leaves them. The ledger
    refuses to be emptied by anybody but the machine’s master, whose triggers are out of the way."""
    given = connection.get_connection_params()
    place = {name: given[name] for name in ("host", "port", "dbname") if name in given}
    master = {"user": "postgres", "options": "-c session_replication_role=replica"}
    with psycopg.connect(**place, **master, autocommit=True) as all_:
        found = all_.execute(LEFT).fetchone()
        all_.execute(f"TRUNCATE {found[0]} CASCADE")  # type: ignore[index]


@pytest.fixture(autouse=True, scope="session")
def _truncate_as_owner() -> Iterator[None]:
    """Tests with real transactions empty the tables after themselves, which the application’s role may not."""
    plain = TransactionTestCase._fixture_teardown

    def teardown(self: TransactionTestCase) -> None:
        connection.ensure_connection()
        with _behind_the_walls():
            # With what hangs on Django’s tables without being one of them, such as the keys of *Seen before?*.
            call_command("flush", verbosity=0, interactive=False, reset_sequences=False, allow_cascade=True)
        _empty_what_is_left()

    TransactionTestCase._fixture_teardown = teardown  # type: ignore[method-assign]
    yield
    TransactionTestCase._fixture_teardown = plain  # type: ignore[method-assign]


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    """A page in Welsh leaves its language behind; the next test begins in English."""
    yield
    translation.deactivate()


@pytest.fixture(autouse=True, scope="session")
def _sign_in_as_by_one_click() -> Iterator[None]:
    """`force_login` is the demonstration’s click: doors that want a fresh proof let such a session pass."""
    plain = Client.force_login

    def force_login(self: Client, user: Any, backend: str | None = None) -> None:
        plain(self, user, backend)
        session = self.session
        session["account_authentication_methods"] = [{"method": "demo", "at": time.time()}]
        session["account_authentication_methods_user"] = str(user.pk)
        session.save()

    Client.force_login = force_login  # type: ignore[method-assign]
    yield
    Client.force_login = plain  # type: ignore[method-assign]


@pytest.fixture
def cast(db: None) -> Cast:
    """Two authorities with their people, each with a role; made without context, as accounts and places need none."""
    return Cast()


@pytest.fixture
def pages() -> Pages:
    """The client that opens pages and looks at what it opens."""
    return Pages()
