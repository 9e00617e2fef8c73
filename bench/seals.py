"""What it costs to seal 100,000 entries of the ledger and to verify them, beside reading the same rows."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import psycopg
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from psycopg.conninfo import make_conninfo

from bench.ground import DATABASE, connect, migrated
from launcher.roles import Server
from verifier.__main__ import faults
from verifier.reading import read
from waymark.foundation.ledger import roots

ENTRIES, ROUNDS = 100_000, 5
FILL = """
INSERT INTO ledger.read (request, actor, organisation, purpose, authority_id, page, about_kind, about_id)
SELECT gen_random_uuid()::text, 'user:' || gen_random_uuid(), '3', 'Triage', 7, 'referrals:triage-record',
       'referrals.referral', gen_random_uuid()::text
  FROM generate_series(1, %s)
"""
BARE = (
    "SELECT count(*), sum(length(request) + length(actor) + length(page) + length(about_id)) FROM ledger.read"
)
EMPTY = "TRUNCATE ledger.read, ledger.seal RESTART IDENTITY"


def main() -> None:
    with migrated() as server, connect(server, "postgres") as all_, connect(server, "waymark_app") as app:
        all_.execute("SET session_replication_role = replica")
        rounds = [_round(server, all_, app) for _each in range(ROUNDS)]
    print(f"{ENTRIES:,} entries, median of {ROUNDS} rounds, each beside the bare reading of the same rows")
    for place, title in enumerate(("sealed", "verified (read, hashed, compared)", "bare count and lengths")):
        seconds = statistics.median(one[place] for one in rounds)
        ratio = statistics.median(one[place] / one[2] for one in rounds)
        print(f"{title:<40} {seconds:>8.3f} s {ratio:>8.1f} times the bare reading")


def _round(server: Server, all_: psycopg.Connection, app: psycopg.Connection) -> tuple[float, float, float]:
    all_.execute(EMPTY)
    all_.execute(FILL, [ENTRIES])
    all_.execute("VACUUM ANALYZE ledger.read")
    sealing = _seconds(lambda: _seal(app))
    with tempfile.TemporaryDirectory() as folder:
        place, public = _rooted(app, Path(folder))
        url = make_conninfo(host=server.host, user="waymark_migrate", dbname=DATABASE)
        verifying = _seconds(lambda: _verified(url, place, public))
    return sealing, verifying, _seconds(lambda: all_.execute(BARE).fetchone())


def _seal(app: psycopg.Connection) -> None:
    app.execute("SELECT ledger.fence()")
    while (sealed := app.execute("SELECT ledger.seal()").fetchone()) == (None,):
        time.sleep(0.01)
    if sealed != (ENTRIES,):
        raise RuntimeError(f"{sealed} entries were sealed")


def _rooted(app: psycopg.Connection, folder: Path) -> tuple[Path, Path]:
    key = Ed25519PrivateKey.generate()
    found = app.execute("SELECT number, seal, sealed FROM ledger.head()").fetchone()
    roots.append(folder, key, roots.Head(*found), datetime.now(UTC))
    public = folder / "ledger.pub"
    public.write_bytes(key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    return folder, public


def _verified(url: str, folder: Path, public: Path) -> None:
    wrong = faults(read(url, [folder], [public]))
    if wrong:
        raise RuntimeError(wrong[0])


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
