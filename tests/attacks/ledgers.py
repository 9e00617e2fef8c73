"""A ledger of its own for each attack: a copy of a filled, sealed and rooted database, that may be broken for good."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings
from django.db import connection
from psycopg import sql

from verifier import __main__ as verify
from verifier import checks
from verifier.reading import read
from waymark.foundation.kernel import clock
from waymark.foundation.ledger import roots

TABLES = ("deed", "change", "read", "disclosure")
CONTEXT = {"actor": "user:1", "purpose": "Triage", "organisation": "3", "authorities": "7", "request": "r"}


def server() -> dict[str, Any]:
    found = settings.DATABASES["default"]
    return {"host": found["HOST"], "port": found["PORT"] or 5432}


@dataclass
class Ledger:
    """`app()` is the application’s login, `owner()` the owner of the tables, `superuser()` whoever holds the machine."""

    database: str
    folder: Path
    key: Ed25519PrivateKey

    def app(self) -> psycopg.Connection[Any]:
        return self._connect("waymark_app")

    def owner(self) -> psycopg.Connection[Any]:
        return self._connect("waymark_migrate", options="-c role=waymark_owner")

    def superuser(self) -> psycopg.Connection[Any]:
        """With triggers and row security out of the way."""
        return self._connect("postgres", options="-c session_replication_role=replica")

    def _connect(self, user: str, **given: Any) -> psycopg.Connection[Any]:
        return psycopg.connect(dbname=self.database, user=user, autocommit=True, **server(), **given)

    def enter(self, deeds: int = 3, reads: int = 4) -> None:
        """As the application writes: in a transaction with a context."""
        with self.app() as app, app.transaction():
            context(app)
            for n in range(deeds):
                app.execute("SELECT ledger.note_deed('d', 'kind', %s, 7, now())", [f"d{n}"])
            for n in range(reads):
                app.execute("SELECT ledger.note_read('page', 'kind', %s, 7)", [f"r{n}"])
            app.execute("SELECT ledger.note_disclosure('kind', 'i', 7, 'Police', 'a Welsh ŵ', 'a law')")

    def entered_off(self, how: str) -> None:
        """Entries and their seal by a clock that is off from here on: `+ interval '1 hour'`."""
        with self.superuser() as all_:
            for table in TABLES:
                all_.execute(f"ALTER TABLE ledger.{table} ALTER at SET DEFAULT clock_timestamp() {how}")
        self.enter()
        self.seal()

    def change(self) -> None:
        """A recorded row that comes and changes, so that the trigger enters it."""
        with self.app() as app, app.transaction():
            context(app)
            app.execute("UPDATE access_membership SET role = role || 'x'")

    def seal(self, root: bool = True) -> int:
        with self.app() as app:
            app.execute("SELECT ledger.fence()")
            sealed = app.execute("SELECT ledger.seal()").fetchone()[0]
        if root:
            self.root()
        return sealed

    def root(self, folder: str = "roots", **given: Any) -> dict[str, Any]:
        with self.app() as app:
            number, seal, sealed = app.execute("SELECT * FROM ledger.head()").fetchone()
            held = set(app.execute("SELECT number, encode(seal, 'hex') FROM ledger.seal").fetchall())
        head = roots.Head(number, seal, sealed)
        key = given.pop("key", self.key)
        at = given.pop("at", None) or clock.now()
        return roots.append(self.folder / folder, key, head, at, seals=lambda: held, **given)

    @property
    def public(self) -> Path:
        path = self.folder / "ledger.pub"
        path.write_bytes(self.key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
        return path

    def faults(self, *folders: str) -> dict[str, list[str]]:
        """What each check of the verifier finds, read as the migrating login."""
        url = psycopg.conninfo.make_conninfo(dbname=self.database, user="waymark_migrate", **server())
        found = read(url, [self.folder / name for name in folders or ("roots",)], [self.public])
        said = {name: list(check(found)) for name, check in checks.CHECKS.items()}
        return {name: sentences for name, sentences in said.items() if sentences}

    def verify(self, *words: str) -> int:
        """The exit code of `./run verify`."""
        url = psycopg.conninfo.make_conninfo(dbname=self.database, user="waymark_migrate", **server())
        given = ["--database", url, "--roots", str(self.folder / "roots"), "--key", str(self.public)]
        return verify.main([*given, *words])

    def copied(self, database: str) -> None:
        """This database as a backup would bring it back."""
        copy(self.database, database)


@pytest.fixture(scope="module")
def base(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[Ledger]:
    """Three seals of each kind of entry, each with a root; nothing is wrong with it."""
    with django_db_blocker.unblock():
        name = connection.settings_dict["NAME"]
        connection.close()
        copy(name, "ledger_base")
    folder = tmp_path_factory.mktemp("base")
    ledger = Ledger("ledger_base", folder, Ed25519PrivateKey.generate())
    with ledger.superuser() as all_:
        # What other tests left behind, so that entries are numbered from one.
        all_.execute("TRUNCATE access_membership, ledger.seal, ledger.fence CASCADE")
        all_.execute(f"TRUNCATE {', '.join('ledger.' + table for table in TABLES)} RESTART IDENTITY")
        all_.execute(
            "INSERT INTO access_membership (id, user_id, organisation_id, authority_id, role, starts_on) "
            "VALUES (gen_random_uuid(), gen_random_uuid(), 1, 7, 'a', now())"
        )
    for _each in range(3):
        ledger.enter()
        ledger.change()
        assert ledger.seal() >= 8
    yield ledger
    drop("ledger_base")


def by_force(*statements: str) -> Callable[[Ledger], None]:
    def attack(ledger: Ledger) -> None:
        with ledger.superuser() as all_:
            for statement in statements:
                all_.execute(statement)

    return attack


def rehashed(all_: psycopg.Connection[Any], first: int) -> None:
    """Seals from `first` on get the hashes that fit what they say, each with the one before it."""
    numbers = all_.execute(
        "SELECT number FROM ledger.seal WHERE number >= %s ORDER BY number", [first]
    ).fetchall()
    for number in numbers:
        all_.execute(
            "UPDATE ledger.seal AS s SET previous = coalesce((SELECT b.seal FROM ledger.seal AS b WHERE b.number < "
            "s.number ORDER BY b.number DESC LIMIT 1), decode(repeat('00', 32), 'hex')) WHERE s.number = %s",
            number,
        )
        all_.execute(
            "UPDATE ledger.seal SET seal = sha256(ledger.field('waymark-seal-1'::text) || ledger.field(number) || "
            "ledger.field(kind) || ledger.field(entries) || ledger.field(after_id) || ledger.field(last_id) || "
            "ledger.field(count) || ledger.field(hash) || ledger.field(fenced_at) || ledger.field(sealed_at) || "
            "ledger.field(previous)) WHERE number = %s",
            number,
        )


def aged(ledger: Ledger, years: int) -> None:
    """All of it as if it had been written so many years ago: every seal is made anew over the older entries."""
    with ledger.superuser() as all_:
        for table in TABLES:
            all_.execute(f"UPDATE ledger.{table} SET at = at - make_interval(years => {years})")
        seals = all_.execute(
            "DELETE FROM ledger.seal RETURNING number, entries, after_id, last_id, fenced_at"
        ).fetchall()
        for number, (_number, entries, after, last, fenced_at) in enumerate(sorted(seals), start=1):
            all_.execute(
                "SELECT ledger.link('sealed', %s, %s, %s, h.count, h.hash, %s) "
                "FROM ledger.hashed(%s, %s, %s, 10000) h",
                [entries, after, last, fenced_at, entries, after, last],
            )
            moment = f"sealed_at - make_interval(years => {years})"
            all_.execute(
                f"UPDATE ledger.seal SET sealed_at = {moment}, fenced_at = fenced_at - make_interval(years => {years}), "
                "seal = sha256(seal) WHERE number = %s",
                [number],
            )
            rehashed(all_, number)
    (ledger.folder / "roots" / roots.FILE).unlink()
    ledger.root()
    assert ledger.faults() == {}


def context(app: psycopg.Connection[Any], **other: str) -> None:
    for name, value in (CONTEXT | other).items():
        app.execute("SELECT set_config(%s, %s, true)", [f"waymark.{name}", value])


def copy(source: str, target: str) -> None:
    with psycopg.connect(dbname="postgres", user="postgres", autocommit=True, **server()) as admin:
        admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(target)))
        # A database that somebody is connected to cannot be copied; a thread of an earlier test may still be.
        admin.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = %s", [source]
        )
        admin.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER waymark_owner STRATEGY file_copy").format(
                sql.Identifier(target), sql.Identifier(source)
            )
        )


def drop(database: str) -> None:
    with psycopg.connect(dbname="postgres", user="postgres", autocommit=True, **server()) as admin:
        admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(database)))


@contextmanager
def attacked(base: Ledger, folder: Path, name: str = "ledger_attacked") -> Iterator[Ledger]:
    """A copy of `base` with its roots, thrown away afterwards."""
    copy(base.database, name)
    shutil.copytree(base.folder / "roots", folder / "roots")
    try:
        yield Ledger(name, folder, base.key)
    finally:
        drop(name)
