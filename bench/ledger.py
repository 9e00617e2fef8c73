"""`./run bench ledger [--entries N]`: what the ledger costs a save; how long N entries take to seal and to verify.

Entries are verified by the program that an operator runs, started as an operator starts it.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import psycopg
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from psycopg.conninfo import make_conninfo

from bench import saves
from bench.ground import DATABASE, connect, migrated
from launcher.roles import Server
from launcher.testing import ROOT
from waymark.foundation.ledger import roots

# Of a hundred entries: changed rows, looks, deeds, disclosures.
SHARES = {"change": 55, "read": 33, "deed": 11, "disclosure": 1}
WHO = "gen_random_uuid()::text, 'user:' || gen_random_uuid()"
FILLS = {
    "change": "(request, actor, login, deed, authority_id, relation, row_id, op, columns, plain, digest) "
    f"SELECT {WHO}, "
    "'waymark_app', 'referrals.decide', 7, 'referrals_referral', gen_random_uuid()::text, 'UPDATE', "
    '\'{state,version}\', \'{"state": ["new", "decided"]}\', sha256(n::text::bytea)',
    "read": "(request, actor, organisation, purpose, authority_id, page, about_kind, about_id) "
    f"SELECT {WHO}, '3', 'Triage', 7, 'referrals:triage-record', 'referrals.referral', gen_random_uuid()::text",
    "deed": "(request, actor, organisation, purpose, authority_id, deed, about_kind, about_id, happened_at) "
    f"SELECT {WHO}, '3', 'Triage', 7, 'referrals.decide', 'referrals.referral', gen_random_uuid()::text, now()",
    "disclosure": "(request, actor, organisation, authority_id, about_kind, about_id, recipient, what, basis) "
    f"SELECT {WHO}, '3', 7, 'referrals.referral', gen_random_uuid()::text, 'Police', 'The referral', 'Safeguarding'",
}
BARE = "SELECT count(*), sum(length(e::text)) FROM ledger.{} AS e"


def main(words: list[str]) -> None:
    parser = argparse.ArgumentParser(prog="./run bench ledger")
    parser.add_argument("--entries", type=int, default=100_000)
    entries = parser.parse_args(words).entries
    with migrated() as server:
        saves.measure(server)
        with connect(server, "postgres") as all_, connect(server, "waymark_app") as app:
            _proved(server, all_, app, entries)


def _proved(server: Server, all_: psycopg.Connection, app: psycopg.Connection, entries: int) -> None:
    all_.execute("SET session_replication_role = replica")
    all_.execute(f"TRUNCATE {', '.join(f'ledger.{table}' for table in SHARES)}, ledger.seal RESTART IDENTITY")
    print(f"\n{entries:,} entries of the four kinds, on one machine with the database")
    took: dict[str, float] = {"written": _seconds(lambda: _fill(all_, entries))}
    took["sealed"] = _seconds(lambda: _seal(app))
    with tempfile.TemporaryDirectory() as folder:
        place, public = _rooted(app, Path(folder))
        url = make_conninfo(host=server.host, user="waymark_migrate", dbname=DATABASE)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        took["verified (read, hashed, compared)"] = _seconds(lambda: _verified(url, place, public, entries))
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        verifier = used.ru_utime + used.ru_stime - before.ru_utime - before.ru_stime, used.ru_maxrss / 1000
    took["bare reading: their lengths as text"] = _seconds(lambda: _read(all_))
    for title, seconds in took.items():
        ratio = seconds / took["bare reading: their lengths as text"]
        print(f"{title:<40} {seconds:>8.1f} s {ratio:>8.2f} times the bare reading")
    print(
        f"The verifier used {verifier[0]:.1f} s of processor time and at most {verifier[1]:,.0f} MB of memory"
    )


def _fill(all_: psycopg.Connection, entries: int) -> None:
    """Without the indexes that pages look things up by: neither sealing nor verifying uses them."""
    all_.execute("DROP INDEX IF EXISTS ledger.change_row, ledger.read_about, ledger.deed_about")
    for table, share in SHARES.items():
        count = entries * share // 100
        all_.execute(f"INSERT INTO ledger.{table} {FILLS[table]} FROM generate_series(1, {count}) AS n")  # type: ignore[arg-type]
        all_.execute(f"VACUUM ANALYZE ledger.{table}")  # type: ignore[arg-type]


def _seal(app: psycopg.Connection) -> None:
    app.execute("SELECT ledger.fence()")
    while app.execute("SELECT ledger.seal()").fetchone() == (None,):
        time.sleep(0.01)


def _rooted(app: psycopg.Connection, folder: Path) -> tuple[Path, Path]:
    key = Ed25519PrivateKey.generate()
    found = app.execute("SELECT number, seal, sealed FROM ledger.head()").fetchone()
    roots.append(folder, key, roots.Head(*found), datetime.now(UTC))
    public = folder / "ledger.pub"
    public.write_bytes(key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    return folder, public


def _verified(url: str, folder: Path, public: Path, entries: int) -> None:
    words = ["--database", url, "--roots", str(folder), "--key", str(public)]
    done = subprocess.run(
        [sys.executable, "-m", "verifier", *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode or f"{entries:,} entries in" not in done.stdout:
        raise RuntimeError(done.stdout + done.stderr)


def _read(all_: psycopg.Connection) -> None:
    for table in SHARES:
        all_.execute(BARE.format(table)).fetchone()  # type: ignore[arg-type]


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
