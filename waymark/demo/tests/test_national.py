"""The national data set, small: what it holds passes the walls, opens under its keys, and its ledger verifies."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from django.db import connection
from psycopg.conninfo import make_conninfo

from verifier.__main__ import faults
from verifier.reading import read
from waymark.demo.national import cases, loading
from waymark.demo.national.plan import Plan
from waymark.demo.national.rows import sheet
from waymark.demo.national.staff import Office, workers
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.accounts.models import User
from waymark.pathway.people.models import Person, PersonName
from waymark.pathway.referrals import queries
from waymark.pathway.referrals.models import Referral

PLAN = Plan(7, 2, 60, 50, 4000, 20, datetime(2026, 11, 20, 9, tzinfo=UTC))
SHAPE = """
SELECT 'index', indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
 UNION ALL SELECT 'constraint', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid) FROM pg_constraint
 UNION ALL SELECT 'trigger', tgrelid::regclass || '.' || tgname, tgenabled::text || pg_get_triggerdef(oid)
             FROM pg_trigger WHERE NOT tgisinternal ORDER BY 1, 2, 3
"""
CLOSED_BADLY = """
SELECT count(*) FROM referrals_referral r WHERE r.closed_at IS NOT NULL AND (NOT triage.told(r)
    OR EXISTS (SELECT FROM referrals_concern c WHERE c.referral_id = r.id AND c.mark = '')
    OR EXISTS (SELECT FROM referrals_informationrequest q WHERE q.referral_id = r.id AND q.state = 'open')
    OR EXISTS (SELECT triage.earlier(r) EXCEPT
               SELECT unnest(covers) FROM referrals_takentogether WHERE referral_id = r.id)
    OR NOT EXISTS (SELECT FROM referrals_decision d WHERE d.id = r.decision_id
                    AND triage.leads_to(d.outcome) = r.state
                    AND (NOT triage.needs_second(r, d)
                         OR EXISTS (SELECT FROM referrals_approval a WHERE a.decision_id = d.id))))
"""

# Attendances, those of them in the ledger, and the places that the job of the first night tallies.
CAME = """
SELECT (SELECT count(*) FROM training_attendance),
       (SELECT count(*) FROM ledger.change WHERE relation = 'training_attendance' AND op = 'INSERT'),
       (SELECT count(*) FROM reach.touched)
"""


@pytest.fixture
def address(transactional_db) -> str:
    """The migrating role’s, to the database of the tests."""
    given = connection.get_connection_params()
    return make_conninfo(host=given["host"], user="waymark_migrate", dbname=given["dbname"])


@pytest.fixture
def ledger_key(tmp_path: Path, settings) -> Path:
    key = Ed25519PrivateKey.generate()
    settings.WAYMARK_LEDGER_KEY = key.private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()
    ).decode()
    settings.WAYMARK_ROOTS = str(tmp_path / "roots")
    public = tmp_path / "ledger.pub"
    public.write_bytes(key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
    return public


@pytest.mark.slow
def test_a_small_country(address, ledger_key, tmp_path):
    with psycopg.connect(address) as everything:
        shape = everything.execute(SHAPE).fetchall()
    loading.load(PLAN, address, tmp_path)
    with psycopg.connect(address) as everything:
        assert everything.execute(SHAPE).fetchall() == shape
        assert everything.execute(CLOSED_BADLY).fetchone() == (0,)
        entries = "SELECT sum(n) FROM (SELECT count(*) AS n FROM ledger.{}) AS t"
        assert (
            sum(
                everything.execute(entries.format(f"{kind} WHERE actor <> ''")).fetchone()[0]
                for kind in ("deed", "change", "read", "disclosure")
            )
            == 4000
        )
        assert everything.execute("SELECT count(*) FROM retention_life").fetchone() == (50,)
        assert _due(everything) == 0
        assert everything.execute(CAME).fetchone() == (1000, 1000, 20)
    assert not faults(read(address, [tmp_path / "roots"], [ledger_key]))
    first, second = (_seen("prevent.officer1", code) for code in ("e06000001", "e06000002"))
    assert first and second and not first & second
    assert _seen("prevent.lead1", "e06000001") > first
    with pytest.raises(loading.NotEmpty):
        loading.load(PLAN, address, tmp_path)


def _due(everything: psycopg.Connection) -> int:
    """How many records a job of tonight would erase or ask about."""
    return everything.execute(
        "SELECT count(*) FROM retention_life l WHERE (l.erase_on <= %s OR l.review_on <= %s) AND NOT EXISTS "
        "(SELECT FROM retention_hold h WHERE h.life_key = l.id)",
        [PLAN.until.date()] * 2,
    ).fetchone()[0]


def _seen(who: str, code: str) -> set:
    """The referrals that somebody sees, every word in them opened."""
    user = User.objects.get(email=f"{who}@{code}.national.example")
    with acting(Actor.of_user(user.pk)) as actor:
        found = set()
        for referral in Referral.objects.visible_to(actor):
            whole = queries.whole(referral)
            words = [
                *(
                    f"{concern.words} {concern.mark_note} {concern.source}"
                    for concern in whole.concerns.all()
                ),
                *(f"{decision.reason} {decision.note}" for decision in whole.decisions.all()),
                *(f"{asked.question} {asked.reply}" for asked in whole.requests.all()),
                *(told.response for told in whole.told.all()),
                str(whole.submission.answers["name"]),
            ]
            assert all(isinstance(each, str) for each in words)
            found.add(referral.reference)
        assert Referral.objects.count() == len(found) <= Person.objects.count()
    return found


def _office(plan: Plan) -> Office:
    office = Office(1, "E06000001", "Hartlepool", organisations=dict.fromkeys(
        ("council", "police", "children", "nhs", "school"), 1), schools=[(1, "Invented Academy 1 of Hartlepool")])  # fmt: skip
    office.workers = list(workers(plan, office))
    return office


def _plainly(plan: Plan, part: int = 0) -> dict[str, list[str]]:
    """What is not sealed: keys, names, dates."""
    made = cases.make(plan, _office(plan), part, 12, 3)
    wanted = (Person, PersonName)
    return {sheet(model).table: made[sheet(model).table].decode().splitlines() for model in wanted}


@pytest.mark.django_db
def test_the_same_seed_makes_the_same_people_and_another_makes_others():
    one = _plainly(PLAN)
    assert one == _plainly(PLAN)
    assert len(one["people_person"]) == 15
    other = _plainly(replace(PLAN, seed=8))
    assert not set(one["people_personname"]) & set(other["people_personname"])
    assert not set(one["people_personname"]) & set(_plainly(PLAN, part=1)["people_personname"])


def test_shares_leave_nobody_out():
    shares = PLAN.shares(100_000, 350)
    assert sum(shares) == 100_000 and min(shares) > 0 and max(shares) > 3 * min(shares)
