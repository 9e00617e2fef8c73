"""The verifier itself: take one sentence of it away, and an attack goes unseen. So each is needed, and each works."""

from __future__ import annotations

import ast
import inspect
import types
from collections.abc import Callable, Iterator
from datetime import timedelta

import psycopg
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.attacks import test_ledger as attacks
from tests.attacks.ledgers import TABLES, Ledger, aged, attacked, base, by_force, copy, drop, rehashed, server  # noqa: F401
from verifier import checks
from verifier.reading import Everything, read
from waymark.foundation.kernel import clock
from waymark.foundation.ledger import roots

pytestmark = [pytest.mark.django_db, pytest.mark.alone]


@pytest.fixture
def ledger(base, tmp_path) -> Iterator[Ledger]:  # noqa: F811
    with attacked(base, tmp_path) as made:
        yield made


def resigned(ledger: Ledger) -> None:
    """The newest seal is signed as the only one: nobody has a copy of the roots before."""
    (ledger.folder / "roots" / roots.FILE).unlink()
    ledger.root()


def cut_out(ledger: Ledger) -> None:
    """Entries and their seal are taken out, and the seals after it chained to the one before, before a root is signed."""
    ledger.enter()
    ledger.change()
    ledger.seal(root=False)
    with ledger.superuser() as all_:
        row = all_.execute(
            "DELETE FROM ledger.seal WHERE number = 13 RETURNING entries, after_id, last_id"
        ).fetchone()
        all_.execute(f"DELETE FROM ledger.{row[0]} WHERE id > %s AND id <= %s", row[1:])
        rehashed(all_, 14)
    ledger.root()


def dropped_otherwise(ledger: Ledger) -> None:
    """A range goes, and what the link says of it is not what was sealed."""
    with ledger.superuser() as all_:
        all_.execute(
            "SELECT ledger.link('dropped', entries, after_id, last_id, count, sha256('x'), sealed_at) "
            "FROM ledger.seal WHERE entries = 'read' ORDER BY number LIMIT 1"
        )
        all_.execute("DELETE FROM ledger.read WHERE id <= 4")


def said_gone_and_there(ledger: Ledger) -> None:
    """An old range is said to be dropped, but something else was put where it stood."""
    aged(ledger, 9)
    with ledger.superuser() as all_:
        all_.execute(
            "SELECT ledger.link('dropped', entries, after_id, last_id, count, hash, sealed_at) "
            "FROM ledger.seal WHERE entries = 'read' ORDER BY number LIMIT 1"
        )
        all_.execute("UPDATE ledger.read SET actor = 'user:9' WHERE id = 1")
    ledger.root()


def dropped_too_soon(ledger: Ledger) -> None:
    """The owner sets two years for eight, and lets it go its way: everything fits but the age."""
    aged(ledger, 3)
    by_force("UPDATE ledger.keeping SET years = 2")(ledger)
    with ledger.app() as app:
        app.execute("SELECT ledger.drop_old()")
    ledger.root()


def sealed_backwards(ledger: Ledger) -> None:
    """The clock went back between two seals."""
    with ledger.superuser() as all_:
        all_.execute("UPDATE ledger.seal SET sealed_at = sealed_at + interval '1 hour' WHERE number = 9")
        rehashed(all_, 9)
    resigned(ledger)


def entered_ahead(ledger: Ledger) -> None:
    """Entries say a later time than their seal."""
    ledger.entered_off("+ interval '1 hour'")


def signed_backwards(ledger: Ledger) -> None:
    ledger.root(at=clock.now() - timedelta(hours=1))


def torn(ledger: Ledger) -> None:
    path = ledger.folder / "roots" / roots.FILE
    path.write_bytes(path.read_bytes() + b'{"half')


def newest_roots_missing(ledger: Ledger) -> None:
    """The last root is gone, and seals go on for three hours after the one before it."""
    path = ledger.folder / "roots" / roots.FILE
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:-1]))
    with ledger.superuser() as all_:
        all_.execute("UPDATE ledger.seal SET sealed_at = sealed_at + interval '3 hours' WHERE number = 12")
        rehashed(all_, 12)


def two_histories(ledger: Ledger) -> None:
    """The copy off the host says other than the file here."""
    ledger.root("copy")


# Each is seen by one sentence of the verifier alone; between them they need every sentence that there is.
ALONE: dict[str, Callable[[Ledger], None]] = {
    "a seal cut out before it was signed": cut_out,
    "seal edited": attacks.ATTACKS["seal edited"][0],
    "a gap": attacks.gap,
    "edited": attacks.ATTACKS["edited"][0],
    "dropped otherwise": dropped_otherwise,
    "dropped too soon": dropped_too_soon,
    "said to be gone, and there": said_gone_and_there,
    "sealed backwards": sealed_backwards,
    "clock set back": attacks.clock_back,
    "entered ahead": entered_ahead,
    "signed backwards": signed_backwards,
    "passed over": attacks.left_out,
    "a torn line": torn,
    "a root taken out": attacks.root_taken_out,
    "signed by another": attacks.signed_by_another,
    "seals rewritten": attacks.rewritten,
    "newest roots missing": newest_roots_missing,
    "two histories": two_histories,
}  # fmt: skip


def read_all(ledger: Ledger) -> Everything:
    url = psycopg.conninfo.make_conninfo(dbname=ledger.database, user="waymark_migrate", **server())
    folders = [ledger.folder / name for name in ("roots", "copy") if (ledger.folder / name).exists()]
    return read(url, folders, [ledger.public])


def sentences(all_: Everything, module: types.ModuleType = checks) -> list[str]:
    return [sentence for check in module.CHECKS.values() for sentence in check(all_)]


@pytest.fixture(scope="module")
def found(base, tmp_path_factory) -> dict[str, Everything]:  # noqa: F811
    """What the verifier reads after each attack."""
    read_after = {}
    for name, attack in ALONE.items():
        with attacked(base, tmp_path_factory.mktemp("alone")) as ledger:
            attack(ledger)
            read_after[name] = read_all(ledger)
    return read_after


class Without(ast.NodeTransformer):
    """The checks without their sentence number `which`."""

    def __init__(self, which: int) -> None:
        self.which, self.seen, self.gone = which, 0, ""

    def visit_Expr(self, node: ast.Expr) -> ast.Expr:
        if isinstance(node.value, ast.Yield | ast.YieldFrom):
            self.seen += 1
            if self.seen == self.which:
                self.gone = ast.unparse(node)
                return ast.copy_location(ast.parse("yield from ()").body[0], node)  # type: ignore[return-value]
        return node


def without(which: int) -> tuple[types.ModuleType, str]:
    changed = Without(which)
    tree = ast.fix_missing_locations(changed.visit(ast.parse(inspect.getsource(checks))))
    module = types.ModuleType("verifier.changed")
    module.__package__ = "verifier"
    exec(compile(tree, "changed", "exec"), module.__dict__)  # noqa: S102
    return module, changed.gone


COUNT = len(
    [n for n in ast.walk(ast.parse(inspect.getsource(checks))) if isinstance(n, ast.Yield | ast.YieldFrom)]
)


def test_each_attack_is_found(found):
    assert {name for name, all_ in found.items() if not sentences(all_)} == set()


def test_without_any_one_of_its_sentences_the_verifier_misses_an_attack(found):
    """The planted faults, one for each sentence. What calls several (`yield from`) is such a sentence as well."""
    missed = {}
    for which in range(1, COUNT + 1):
        module, gone = without(which)
        missed[gone] = [name for name, all_ in found.items() if not sentences(all_, module)]
    assert len(missed) == COUNT
    assert [gone for gone, names in missed.items() if not names] == []


def test_another_key_than_the_one_that_signed_is_said(ledger, capsys):
    other = ledger.folder / "other.pub"
    public = Ed25519PrivateKey.generate().public_key()
    other.write_bytes(public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    url = psycopg.conninfo.make_conninfo(dbname=ledger.database, user="waymark_migrate", **server())
    words = ["--database", url, "--roots", str(ledger.folder / "roots"), "--key", str(other)]
    from verifier.__main__ import main

    assert main(words) == 1
    assert capsys.readouterr().out.count("the signature is not that of the known key") == 3
    assert main([*words, "--key", str(ledger.public)]) == 0, "an old key and a new one"


def test_a_council_that_keeps_entries_for_fewer_years_says_so_to_the_verifier(found):
    told = found["dropped too soon"]
    assert "less than 8 years" in " ".join(sentences(told))
    told.years = 2
    assert sentences(told) == []
    told.years = 8


# After a restore


def gone_on(ledger: Ledger) -> None:
    """An older backup is in place, and the service goes on with it: entries, seals, roots."""
    attacks.older_backup(ledger)
    for _each in range(2):
        ledger.enter()
        ledger.seal()


def test_a_restore_that_nobody_stated_is_named_as_a_fork(ledger, capsys):
    gone_on(ledger)
    [sentence] = ledger.faults()["rooted"]
    assert "The two histories part after seal 12" in sentence
    assert "1 signed root does not hold" in sentence and "seal_ledger --restored" in sentence
    assert ledger.verify() == 1


@pytest.mark.parametrize("late", [False, True], ids=["at once", "after work went on"])
def test_a_stated_restore_is_told_of_and_is_no_fault(ledger, late: bool, capsys):
    (gone_on if late else attacks.older_backup)(ledger)
    copy_off = (ledger.folder / "roots" / roots.FILE).read_bytes()
    assert ledger.verify() == 1
    root = ledger.root(restored="The disk failed; the backup of last night is in use.")
    assert root["given_up"] == [[4, 4]]
    assert ledger.verify() == 0
    told = capsys.readouterr().out
    assert "The disk failed" in told and "1 signed root was given up" in told
    ledger.enter()
    ledger.seal()
    assert ledger.faults() == {}
    # A copy off the host that ends before the statement is no other history.
    (ledger.folder / "copy").mkdir()
    (ledger.folder / "copy" / roots.FILE).write_bytes(copy_off)
    assert ledger.faults("roots", "copy") == {}


def test_a_second_restore_gives_up_only_what_it_lost(ledger):
    attacks.older_backup(ledger)
    ledger.root(restored="The first")
    attacks.older_backup(ledger)
    assert ledger.root(restored="The second")["given_up"] == [[6, 6]]
    assert ledger.faults() == {}


def test_a_statement_that_nobody_signed_gives_nothing_up(ledger):
    attacks.older_backup(ledger)
    kept = ledger.key
    ledger.root(restored="Believe me", key=Ed25519PrivateKey.generate())
    assert {"rooted", "signatures"} <= set(ledger.faults())
    assert ledger.key is kept


def test_a_statement_given_up_by_a_later_one_binds_nobody(ledger):
    """Back to before a restore that was stated: that root is given up as well, and what it gave up holds again."""
    ledger.copied("ledger_first")
    ledger.enter()
    ledger.seal()
    ledger.root(restored="A drill")
    copy("ledger_first", ledger.database)
    drop("ledger_first")
    assert ledger.root(restored="The disk failed")["given_up"] == [[4, 5]]
    assert ledger.faults() == {}
