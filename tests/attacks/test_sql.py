"""Raw SQL as the application’s role, in another person’s context: the database itself keeps the wall."""

from __future__ import annotations

import uuid
from contextlib import contextmanager

import pytest
from django.apps import apps
from django.db import DatabaseError, ProgrammingError, connection, transaction

from tests.attacks.planted import World
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.access.models import Protected

pytestmark = pytest.mark.django_db

TABLES = sorted(model._meta.db_table for model in apps.get_models() if issubclass(model, Protected))
STRANGERS = [("there", "lead"), ("there", "police"), ("there", "administrator"), ("there", "ig_lead")]
OUT_OF_SIGHT = "row-level security|not given to another authority"


def run(sql: str, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall() if cursor.description else cursor.rowcount


@contextmanager
def refused(
    words: str = "row-level security|permission denied|never changed|append-only|may not|not yours|stays",
):
    with pytest.raises(DatabaseError, match=words), transaction.atomic():
        yield


@pytest.fixture
def filled(world: World, everything) -> set[str]:
    """The protected tables that hold rows of the first authority."""
    with everything():
        here = world.here.authority.pk
        found = {t for t in TABLES if run(f'SELECT 1 FROM "{t}" WHERE authority_id = %s LIMIT 1', here)}
    assert len(found) > 15
    return found


def test_the_tests_are_bound_by_the_walls(db):
    assert run("SELECT current_user, rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user") == [
        ("waymark_app", False, False)
    ]
    unwalled = run(
        "SELECT relname FROM pg_class WHERE relname = ANY (%s) AND NOT (relrowsecurity AND relforcerowsecurity)",
        TABLES,
    )
    assert not unwalled


def test_another_authority_sees_changes_and_deletes_nothing(world, filled, everything):
    here = world.here.authority.pk
    for side, who in STRANGERS:
        with getattr(world, side).acting(who):
            for table in sorted(filled):
                assert run(f'SELECT count(*) FROM "{table}" WHERE authority_id = %s', here) == [(0,)], table
                change = f'UPDATE "{table}" SET grants = grants || %s WHERE authority_id = %s'
                assert does_nothing(change, ["system:*"], here), table
                assert does_nothing(f'DELETE FROM "{table}" WHERE authority_id = %s', here), table
                assert f"\t{here}\t" not in copied(table), table
    with everything():
        assert all(run(f'SELECT 1 FROM "{table}" WHERE authority_id = %s LIMIT 1', here) for table in filled)


def does_nothing(sql: str, *given: object) -> bool:
    """Is it refused altogether, or does it find no row?"""
    try:
        with transaction.atomic():
            return run(sql, *given) == 0
    except ProgrammingError as problem:
        return "permission denied" in str(problem)


def copied(table: str) -> str:
    with connection.cursor() as cursor, cursor.copy(f'COPY "{table}" TO STDOUT') as copy:
        return "".join(bytes(piece).decode() for piece in copy)


def test_nobody_sees_anything(world, filled):
    for context in (Actor.nobody(), Actor.job("none"), Actor(kind="user", id=str(uuid.uuid4()))):
        with acting(context):
            assert all(run(f'SELECT count(*) FROM "{table}"') == [(0,)] for table in filled)
    with transaction.atomic():
        assert all(run(f'SELECT count(*) FROM "{table}"') == [(0,)] for table in filled)


def _another(columns: list[str], **changed: str) -> tuple[str, str]:
    """The columns of a table, and what a copied row would hold in them."""
    return ", ".join(f'"{c}"' for c in columns), ", ".join(changed.get(c, f'"{c}"') for c in columns)


GIVEN = ([], ["authority:{there}:triage"], ["system:*"], ["user:" + "0" * 36])


def test_a_row_is_not_given_to_others_or_to_nobody(world):
    """An INSERT or UPDATE that hands a row out of the writer’s own sight is refused, on every table they write to."""
    for grants in GIVEN:
        _give(world, grants)


def _give(world, grants):
    theirs = [grant.format(there=world.there.authority.pk) for grant in grants]
    with world.here.acting("officer"):
        for table in ("people_person", "people_address", "referrals_referral", "referrals_need"):
            key = run(f'SELECT id FROM "{table}" LIMIT 1')
            if key:
                with refused(OUT_OF_SIGHT):
                    run(f'UPDATE "{table}" SET grants = %s::text[] WHERE id = %s', theirs, key[0][0])
        columns = [
            c
            for (c,) in run(
                "SELECT column_name FROM information_schema.columns WHERE table_name = 'people_address'"
            )
        ]
        into, values = _another(columns, id="gen_random_uuid()", grants="%s::text[]")
        with refused(OUT_OF_SIGHT):
            run(f"INSERT INTO people_address ({into}) SELECT {values} FROM people_address LIMIT 1", theirs)


def test_a_row_stays_in_its_authority(world, filled, everything):
    there = world.there.authority.pk
    with everything():
        grants = [g for (g,) in run("SELECT DISTINCT unnest(grants) FROM people_person")]
    with acting(Actor(kind="user", id=str(world.here.lead.pk), grants=tuple(grants), purpose="x")):
        for table in sorted(filled):
            if run(f'SELECT 1 FROM "{table}" LIMIT 1'):
                with refused("stays in its authority|never changed|permission denied for table"):
                    run(f'UPDATE "{table}" SET authority_id = %s', there)


def test_the_application_may_not_lift_the_walls(world):
    with world.there.acting("lead"):
        for sql in (
            "ALTER TABLE people_person DISABLE ROW LEVEL SECURITY",
            "ALTER TABLE people_person NO FORCE ROW LEVEL SECURITY",
            "DROP POLICY people_person_held ON people_person",
            "CREATE POLICY mine ON people_person USING (true)",
            "ALTER TABLE people_person DISABLE TRIGGER ALL",
            "TRUNCATE people_person CASCADE",
            "CREATE TABLE public.people_copy (id int)",
            "CREATE FUNCTION gate.held() RETURNS text[] LANGUAGE sql AS $$ SELECT '{}'::text[] $$",
            "CREATE OR REPLACE FUNCTION gate.stays() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$",
            "CREATE SCHEMA attack",
            "SET ROLE waymark_guard",
            "SET ROLE waymark_owner",
            "SET session_replication_role = replica",
            "COPY people_person TO PROGRAM 'cat'",
            "COPY people_person TO '/tmp/people'",
            "SELECT pg_read_file('/etc/passwd')",
            "GRANT waymark_guard TO waymark_app",
            "CREATE EXTENSION dblink",
        ):
            if sql.startswith("SET ROLE"):
                continue
            with refused("permission|must be owner|does not exist|must be superuser|must have admin option"):
                run(sql)
    # The login of the service itself holds no other role (the tests’ login does).
    held = run(
        "SELECT r.rolname FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.roleid "
        "JOIN pg_roles u ON u.oid = m.member WHERE u.rolname = 'waymark_app'"
    )
    assert held == []


def test_the_ledger_takes_nothing_by_hand_and_gives_nothing_up(world, everything):
    for table in ("deed", "change", "read", "disclosure"):
        _forge(world, everything, table)


def _forge(world, everything, table):
    with world.here.acting("ig_lead"):
        for sql in (
            f"UPDATE ledger.{table} SET actor = 'user:somebody'",
            f"DELETE FROM ledger.{table}",
            f"TRUNCATE ledger.{table}",
            f"INSERT INTO ledger.{table} (actor) VALUES ('user:somebody')",
        ):
            with refused("permission denied"):
                run(sql)
    with everything():
        before = run(f"SELECT count(*) FROM ledger.{table}")
        for sql in (
            f"UPDATE ledger.{table} SET actor = 'x'",
            f"DELETE FROM ledger.{table}",
            f"TRUNCATE ledger.{table}",
        ):
            if before != [(0,)] or sql.startswith("TRUNCATE"):
                with refused("append-only"):
                    run(sql)
        assert run(f"SELECT count(*) FROM ledger.{table}") == before


def test_nothing_enters_the_ledger_without_an_actor(world):
    calls = (
        "SELECT ledger.note_deed('d', 'k', 'i', 1, now())",
        "SELECT ledger.note_read('p', 'k', 'i', 1)",
        "SELECT ledger.note_disclosure('k', 'i', 1, 'organisation:1', 'what', 'basis')",
    )
    for sql in calls:
        with refused("actor"):
            run(sql)
        with acting(Actor.nobody()), refused("actor|purpose"):
            run(sql)


def test_a_change_is_recorded_whoever_makes_it(world, everything):
    """Also by raw SQL, with no deed, and with a context that names nobody."""
    with everything():
        [(key, before)] = run(
            "SELECT p.id, (SELECT count(*) FROM ledger.change WHERE row_id = p.id::text) FROM people_person p LIMIT 1"
        )
    with world.here.acting("officer"):
        run("UPDATE people_person SET gender = 'forged' WHERE id = %s", key)
    with everything():
        entries = run(
            "SELECT actor, columns FROM ledger.change WHERE row_id = %s ORDER BY id DESC LIMIT 1", str(key)
        )
        assert run("SELECT count(*) FROM ledger.change WHERE row_id = %s", str(key)) == [(before + 1,)]
    assert entries == [(f"user:{world.here.officer.pk}", ["gender"])]


DEFINERS = (
    "SELECT p.oid::regprocedure::text, p.proconfig, pg_get_userbyid(p.proowner) FROM pg_proc p "
    "WHERE p.prosecdef AND p.pronamespace::regnamespace::text NOT IN ('pg_catalog', 'information_schema')"
)


def test_what_sees_behind_the_walls_has_its_own_search_path(db):
    found = run(DEFINERS)
    assert len(found) >= 8
    for name, config, owner in found:
        paths = [c.removeprefix("search_path=") for c in config or [] if c.startswith("search_path=")]
        assert paths, f"{name} looks where its caller says"
        parts = [part.strip().strip('"') for part in paths[0].split(",")]
        assert parts[-1] == "pg_temp", f"{name} may be fooled by a temporary table: {parts}"
        assert owner == "waymark_guard" or name in OF_THE_OWNER, f"{name} belongs to {owner}"


# Only the owner of a table can let its triggers down, and only the guard, in the deed of two people, may ask for it.
OF_THE_OWNER = {"purging.let_down(text)", "purging.put_up(text,text[])"}


def test_what_the_owner_of_the_tables_does_for_others_only_the_guard_may_call(db):
    may = (
        "SELECT p.oid::regprocedure::text, array_agg(a.grantee::regrole::text) FROM pg_proc p, aclexplode(p.proacl) a "
        "WHERE p.prosecdef AND pg_get_userbyid(p.proowner) = 'waymark_owner' GROUP BY 1"
    )
    found = {name: set(who) - {"waymark_owner"} for name, who in run(may)}
    assert found == {name: {"waymark_guard"} for name in OF_THE_OWNER}


def test_a_temporary_table_with_a_real_name_fools_nobody(world, everything):
    """As names are looked up in pg_temp first unless a function says otherwise."""
    with everything():
        [(key, reference)] = run("SELECT id, person_id FROM referrals_referral LIMIT 1")
    with world.there.acting("lead") as by:
        mine = list(by.grants)
        run(
            "CREATE TEMP TABLE people_person ON COMMIT DROP AS SELECT * FROM public.people_person WITH NO DATA"
        )
        run(
            "INSERT INTO pg_temp.people_person (id, authority_id, grants) VALUES (%s, %s, %s::text[])",
            reference, world.there.authority.pk, mine,
        )  # fmt: skip
        with refused("not yours"):
            run("SELECT * FROM gate.possible_matches(%s)", reference)
        run("DROP TABLE pg_temp.people_person")
        run(
            "CREATE TEMP TABLE referrals_referral ON COMMIT DROP AS SELECT * FROM public.referrals_referral WITH NO DATA"
        )
    with world.here.acting("officer"):
        assert run("SELECT count(*) FROM public.referrals_referral WHERE id = %s", key) == [(1,)]


def test_what_sees_behind_the_walls_answers_no_stranger(world, everything):
    with everything():
        people = [key for (key,) in run("SELECT id FROM people_person")]
    assert people
    for side, who in (*STRANGERS, ("here", "teacher"), ("here", "ig_lead")):
        with getattr(world, side).acting(who):
            for key in (*people, uuid.uuid4()):
                for call in ("gate.possible_matches(%s)", "gate.equality_answered_at(%s)"):
                    with refused("not yours"):
                        run(f"SELECT * FROM {call}", key)
            for call in ("gate.earlier_records(%s)", "triage.same_people(%s)", "gate.held_person(%s)"):
                with refused("permission denied"):
                    run(f"SELECT * FROM {call}", people[0])


def test_a_row_is_not_shared_with_another_authority(world):
    """Adding a foreign grant beside one’s own passes the policy: the trigger refuses it."""
    there, tried = world.there.authority.pk, 0
    with world.here.acting("officer"):
        for table in (
            "people_person",
            "people_personname",
            "referrals_referral",
            "referrals_concern",
            "people_match",
        ):
            if not run(f'SELECT 1 FROM "{table}" LIMIT 1'):
                continue
            tried += 1
            for grant in (f"authority:{there}:triage", f"authority:{there}:police", f"system:{there}"):
                with refused("not given to another authority"):
                    run(f'UPDATE "{table}" SET grants = grants || %s', [grant])
    assert tried >= 4
