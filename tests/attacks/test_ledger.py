"""Attacks on the ledger. As the application: refused. As its owner, or as whoever holds the machine: found."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.db import connection

import verifier
from tests.attacks.ledgers import TABLES, Ledger, aged, attacked, base, by_force, context, copy, drop  # noqa: F401
from verifier import checks
from waymark.foundation.kernel import clock
from waymark.foundation.ledger import roots

# The fence waits for every open transaction of the server, those of another process’s tests too.
pytestmark = [pytest.mark.django_db, pytest.mark.alone]


@pytest.fixture
def ledger(base, tmp_path) -> Iterator[Ledger]:  # noqa: F811
    with attacked(base, tmp_path) as made:
        yield made


def rewritten(ledger: Ledger) -> None:
    """Somebody who owns the tables changes an entry and makes every seal anew, as the guard would."""
    by_force(
        "UPDATE ledger.read SET purpose = 'Audit' WHERE id = 2",
        "DELETE FROM ledger.seal",
        "DELETE FROM ledger.fence",
    )(ledger)
    for _each in range(3):  # the newest seal gets a number at least as high as the one that was signed
        ledger.enter()
        ledger.seal(root=False)


def older_backup(ledger: Ledger) -> None:
    """Yesterday’s database comes back, while the roots went on."""
    ledger.copied("ledger_older")
    ledger.enter()
    ledger.seal()
    copy("ledger_older", ledger.database)
    drop("ledger_older")


def clock_back(ledger: Ledger) -> None:
    """The machine’s clock is an hour behind for a while: the entries and the seal say so, and all hashes fit."""
    ledger.entered_off("- interval '1 hour'")


def signed_by_another(ledger: Ledger) -> None:
    path = ledger.folder / "roots" / roots.FILE
    path.unlink()
    ledger.root(key=Ed25519PrivateKey.generate())


def root_taken_out(ledger: Ledger) -> None:
    path = ledger.folder / "roots" / roots.FILE
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([lines[0], *lines[2:]]))


def roots_cut_off(ledger: Ledger) -> None:
    """The tail of roots is gone, three hours of it."""
    by_force("UPDATE ledger.seal SET sealed_at = sealed_at + interval '3 hours' WHERE number = 12")(ledger)


def said_dropped(ledger: Ledger) -> None:
    """The owner takes a range out and says that its time was over."""
    with ledger.superuser() as all_:
        all_.execute(
            "SELECT ledger.link('dropped', entries, after_id, last_id, count, hash, sealed_at) "
            "FROM ledger.seal WHERE kind = 'sealed' AND entries = 'read' ORDER BY number LIMIT 1"
        )
        all_.execute("DELETE FROM ledger.read WHERE id <= 4")


def left_out(ledger: Ledger) -> None:
    """Sealing goes on, but one kind of entry is passed over for hours."""
    with ledger.superuser() as all_:
        all_.execute("ALTER TABLE ledger.read ALTER at SET DEFAULT clock_timestamp() - interval '3 hours'")
    ledger.enter()


def gap(ledger: Ledger) -> None:
    """Some entries were never sealed at all: the owner’s seal begins after them, and its own hash is right."""
    ledger.enter()
    with ledger.superuser() as all_:
        all_.execute(
            "SELECT ledger.link('sealed', 'read', 14, h.last, h.count, h.hash, clock_timestamp()) "
            "FROM ledger.hashed('read', 14, 1000, 1000) AS h"
        )


# Each attack, and the check without which it would go unseen.
ATTACKS: dict[str, tuple[Callable[[Ledger], None], str]] = {
    "edited": (by_force("UPDATE ledger.read SET actor = 'user:2' WHERE id = 3"), "contents"),
    "edited list": (by_force("UPDATE ledger.change SET columns = '{rolex}' WHERE id = 1"), "contents"),
    "edited plain": (by_force("UPDATE ledger.change SET plain = '{}' WHERE id = 1"), "contents"),
    "edited disclosure": (by_force("UPDATE ledger.disclosure SET what = '' WHERE id = 1"), "contents"),
    "deleted": (by_force("DELETE FROM ledger.deed WHERE id = 2"), "contents"),
    "inserted": (
        by_force(
            "DELETE FROM ledger.deed WHERE id = 2",
            "INSERT INTO ledger.deed OVERRIDING SYSTEM VALUE SELECT d.* FROM ledger.deed d WHERE false",
            "INSERT INTO ledger.deed (id, actor, deed, about_kind, about_id, happened_at) "
            "OVERRIDING SYSTEM VALUE VALUES (2, 'user:9', 'd', 'k', 'i', now())",
        ),
        "contents",
    ),
    "reordered": (
        by_force(
            "UPDATE ledger.read AS r SET at = o.at, txid = o.txid, about_id = o.about_id FROM ledger.read AS o "
            "WHERE (r.id, o.id) IN ((1, 2), (2, 1))"
        ),
        "contents",
    ),
    "truncated": (by_force("TRUNCATE ledger.change"), "contents"),
    "seal taken out": (by_force("DELETE FROM ledger.seal WHERE number = 5"), "chain"),
    "seal edited": (by_force("UPDATE ledger.seal SET sealed_at = sealed_at + interval '1 s' WHERE number = 5"), "chain"),
    "everything truncated": (by_force("TRUNCATE ledger.seal, ledger.deed, ledger.read, ledger.change, ledger.disclosure"), "rooted"),
    "tail cut off": (
        by_force("DELETE FROM ledger.read WHERE id > 8", "DELETE FROM ledger.seal WHERE number > 8",
                 "DELETE FROM ledger.deed WHERE id > 6", "DELETE FROM ledger.disclosure WHERE id > 2",
                 "DELETE FROM ledger.change WHERE id > 2"),
        "rooted",
    ),
    "seals rewritten": (rewritten, "rooted"),
    "an older backup": (older_backup, "rooted"),
    "clock set back": (clock_back, "clock"),
    "signed by another": (signed_by_another, "signatures"),
    "a root taken out": (root_taken_out, "signatures"),
    "roots cut off": (roots_cut_off, "unrooted"),
    "said to be dropped": (said_dropped, "dropped"),
    "passed over": (left_out, "passed_over"),
    "a gap": (gap, "ranges"),
}  # fmt: skip


def test_nothing_is_found_where_nothing_is_wrong(ledger, capsys):
    assert ledger.faults() == {}
    assert ledger.verify() == 0
    assert "Everything fits" in capsys.readouterr().out


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_with_all_power_over_the_database_is_found(ledger, name: str, capsys):
    attack, check = ATTACKS[name]
    attack(ledger)
    assert ledger.faults().get(check), ledger.faults()
    assert ledger.verify() == 1
    assert "does not fit" in capsys.readouterr().out


def test_every_check_has_an_attack():
    """`forks` is attacked in test_verifier.py."""
    assert {check for _attack, check in ATTACKS.values()} | {"forks"} == set(checks.CHECKS)


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO ledger.seal SELECT number + 100, kind, entries, after_id + 100, last_id + 100, count, hash, "
        "fenced_at, sealed_at, previous, sha256('x') FROM ledger.seal WHERE number = 1",
        "UPDATE ledger.seal SET count = 0",
        "DELETE FROM ledger.seal",
        "TRUNCATE ledger.seal",
        "ALTER TABLE ledger.seal DISABLE TRIGGER ALL",
        "INSERT INTO ledger.fence VALUES (true, now(), 1, '{}')",
        "SELECT * FROM ledger.fence",
        "DELETE FROM ledger.fence",
        "UPDATE ledger.keeping SET years = 2",
        "SELECT ledger.link('sealed', 'read', 1000, 1001, 1, sha256('x'), now())",
        "SELECT ledger.leaf(d) FROM ledger.deed d",
        "SELECT setval('ledger.read_id_seq', 1)",
        "SELECT nextval('ledger.read_id_seq')",
        *(f"DELETE FROM ledger.{table}" for table in TABLES),
        *(f"UPDATE ledger.{table} SET actor = 'x'" for table in TABLES),
        *(f"TRUNCATE ledger.{table}" for table in TABLES),
    ],
)
def test_the_application_can_neither_write_nor_change_seals_or_entries(ledger, statement: str):
    with ledger.app() as app, pytest.raises(psycopg.errors.InsufficientPrivilege):
        app.execute(statement)


@pytest.mark.parametrize(
    "what", ["UPDATE ledger.seal SET count = 0", "DELETE FROM ledger.seal", "TRUNCATE ledger.seal"]
)
def test_not_even_the_owner_changes_seals_in_passing(ledger, what: str):
    with ledger.owner() as owner, pytest.raises(psycopg.errors.InsufficientPrivilege, match="append-only"):
        owner.execute(what)


def test_an_entry_of_a_running_transaction_does_not_slip_behind_a_seal(ledger):
    """It took its number first and is committed last: it must be in a seal, and no seal may come between."""
    with ledger.app() as slow, slow.transaction():
        context(slow)
        slow.execute("SELECT ledger.note_read('slow', 'kind', 'i', 7)")
        ledger.enter(reads=2)
        with ledger.app() as app:
            assert app.execute("SELECT ledger.fence()").fetchone() == (True,)
            assert app.execute("SELECT ledger.seal()").fetchone() == (None,)
            assert app.execute("SELECT ledger.fence()").fetchone() == (False,)
    with ledger.app() as app:
        assert app.execute("SELECT ledger.seal()").fetchone()[0] == 1 + 2 + 3 + 1
    ledger.root()
    assert ledger.faults() == {}


def test_a_long_range_is_sealed_in_parts(ledger):
    with ledger.superuser() as all_:
        all_.execute(
            "INSERT INTO ledger.read (actor, purpose, page, about_kind, about_id) "
            "SELECT 'user:1', 'Triage', 'p', 'kind', n::text FROM generate_series(1, 25001) AS n"
        )
    assert ledger.seal() == 25001
    with ledger.app() as app:
        parts = app.execute("SELECT count FROM ledger.seal ORDER BY number DESC LIMIT 3").fetchall()
    assert parts == [(5001,), (10000,), (10000,)]
    ledger.enter()
    ledger.seal()
    assert ledger.faults() == {}


def test_a_writer_that_began_after_the_fence_holds_nothing_up(ledger):
    ledger.enter()
    with ledger.app() as app:
        app.execute("SELECT ledger.fence()")
        with ledger.app() as later, later.transaction():
            context(later)
            later.execute("SELECT ledger.note_read('later', 'kind', 'i', 7)")
            assert app.execute("SELECT ledger.seal()").fetchone()[0] == 8
        assert ledger.seal() == 1
    assert ledger.faults() == {}


def test_a_rolled_back_entry_leaves_a_gap_that_is_no_fault(ledger):
    with ledger.app() as app, pytest.raises(ZeroDivisionError), app.transaction():
        context(app)
        app.execute("SELECT ledger.note_read('gone', 'kind', 'i', 7)")
        raise ZeroDivisionError
    ledger.seal()
    ledger.enter()
    ledger.seal()
    assert ledger.faults() == {}


def test_the_fence_is_refused_inside_another_transaction(ledger):
    with ledger.app() as app, app.transaction():
        context(app)
        app.execute("SELECT ledger.note_read('p', 'kind', 'i', 7)")
        with pytest.raises(psycopg.errors.ObjectNotInPrerequisiteState):
            app.execute("SELECT ledger.fence()")
        app.execute("ROLLBACK")


def test_a_fence_that_came_with_a_dump_from_another_server_holds_nothing_up(ledger):
    by_force("INSERT INTO ledger.fence VALUES (true, now(), 9000000000, '{}')")(ledger)
    ledger.enter()
    assert ledger.seal(root=False) == 0
    assert ledger.seal() == 8
    assert ledger.faults() == {}


@pytest.mark.parametrize(
    ("given", "authority", "refused"),
    [
        ({}, "7", False),
        ({}, "8", True),
        ({}, "NULL", False),
        ({"actor": ""}, "7", True),
        ({"authorities": ""}, "7", True),
        ({"authorities": "", "grants": "{system:7}"}, "7", False),
        ({"authorities": "", "grants": "{authority:70:triage,user:7}"}, "7", True),
        ({"authorities": "77,17"}, "7", True),
    ],
)
def test_the_writers_refuse_another_authority_and_nobody(ledger, given: dict, authority: str, refused: bool):
    calls = (
        f"SELECT ledger.note_deed('d', 'k', 'i', {authority}, now())",
        f"SELECT ledger.note_read('p', 'k', 'i', {authority})",
        f"SELECT ledger.note_disclosure('k', 'i', {authority}, 'r', 'w', 'b')",
    )
    for call in calls:
        with ledger.app() as app, app.transaction():
            context(app, **given)
            if refused:
                with pytest.raises(psycopg.errors.InsufficientPrivilege), app.transaction():
                    app.execute(call)
            else:
                app.execute(call)


def count(ledger: Ledger) -> int:
    with ledger.superuser() as all_:
        return sum(all_.execute(f"SELECT count(*) FROM ledger.{table}").fetchone()[0] for table in TABLES)


def test_ranges_whose_years_are_over_go_and_leave_their_seals(ledger):
    aged(ledger, 9)
    old = count(ledger)
    ledger.enter()
    ledger.seal()
    with ledger.app() as app:
        assert app.execute("SELECT ledger.drop_old()").fetchone() == (old,)
    ledger.root()
    assert count(ledger) == 8
    assert ledger.faults() == {}
    assert ledger.verify() == 0


def test_nothing_younger_goes(ledger):
    aged(ledger, 7)
    with ledger.app() as app:
        assert app.execute("SELECT ledger.drop_old()").fetchone() == (0,)


def test_dropping_does_not_hide_what_was_done_to_a_range(ledger):
    aged(ledger, 9)
    by_force("UPDATE ledger.read SET actor = 'x' WHERE id = 1")(ledger)
    with ledger.app() as app:
        app.execute("SELECT ledger.drop_old()")
    ledger.root()
    assert list(ledger.faults()) == ["contents"]
    assert count(ledger) == 4


def test_what_cannot_be_told_is_not_called_well(ledger, capsys):
    assert ledger.verify("--key", str(ledger.folder / "missing.pub")) == 2
    (ledger.folder / "roots" / roots.FILE).unlink()
    assert ledger.verify() == 2
    assert "Not verified" in capsys.readouterr().out
    url = ["--database", f"dbname={ledger.database} user=waymark_app host={connection.settings_dict['HOST']}"]
    assert ledger.verify(*url) == 2


def test_a_torn_line_stops_the_writing_of_roots(ledger):
    path = ledger.folder / "roots" / roots.FILE
    path.write_bytes(path.read_bytes() + b'{"half')
    with pytest.raises(roots.TornFile):
        ledger.root()
    assert list(ledger.faults()) == ["signatures"]


def test_a_root_is_signed_once_an_hour(settings, tmp_path, monkeypatch):
    settings.WAYMARK_ROOTS = str(tmp_path)
    key = Ed25519PrivateKey.generate()
    monkeypatch.setattr(roots, "the_key", lambda: key)
    monkeypatch.setattr(roots, "head", lambda: roots.Head(1, bytes(32), {}))
    begun = clock.now()
    signed = [bool(roots.sign_when_due(begun + timedelta(minutes=minutes))) for minutes in range(0, 125, 5)]
    assert signed.count(True) == 3


def test_the_verifier_shares_no_code_and_uses_two_libraries():
    folder = Path(verifier.__file__).parent
    imported = set()
    for path in folder.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {name.name.split(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                imported.add(str(node.module).split(".")[0])
    ours = {"argparse", "collections", "dataclasses", "datetime", "hashlib", "itertools", "json", "os", "pathlib", "sys", "typing", "__future__"}  # fmt: skip
    assert imported - ours == {"psycopg", "cryptography"}
