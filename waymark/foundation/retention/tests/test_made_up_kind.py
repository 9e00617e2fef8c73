"""What goes with a record is a registry that later parts extend: tried with a kind of record that nobody has made."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import connection

from tests.cast import Cast
from waymark.foundation.kernel import clock
from waymark.foundation.retention.actions.expiring import expire_everywhere
from waymark.foundation.retention.migrating import day, goes_with, has_life
from waymark.foundation.retention.periods import years
from waymark.pathway.referrals.tests.walks import Walk

from .clocks import on

TABLES = """
CREATE TABLE made_case (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), authority_id bigint, grants text[],
                        began_at timestamptz, ended_at timestamptz);
CREATE TABLE made_plan (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), words text,
                        case_id uuid REFERENCES made_case DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE made_panel (number bigint PRIMARY KEY, plan_id uuid, referral_id uuid);
"""
PARTS = {
    "made_case": "SELECT $1",
    "made_plan": "SELECT id FROM made_plan WHERE case_id = $1",
    "made_panel.number:bigint": "SELECT number FROM made_panel WHERE plan_id::text = ANY ($2)",
}


def run(operation: Any) -> None:
    with connection.cursor() as cursor:
        for sql in operation.sql:
            if isinstance(sql, tuple):
                cursor.execute(sql[0])
            else:
                cursor.execute(sql)


def count(*tables: str) -> list[int]:
    found = []
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"SELECT count(*) FROM {table}")
            found.append(cursor.fetchone()[0])
    return found


def test_a_later_part_gives_its_records_a_life_and_says_what_goes_with_them(
    cast: Cast, everything: Callable[[], Any]
) -> None:
    authority = cast.here.authority.pk
    with everything(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE waymark_owner")
        cursor.execute(TABLES)
        run(
            has_life(
                "made_case",
                "made.case",
                needs_two=False,
                code="'referral-child'",
                came=day("new.began_at"),
                began=day("new.ended_at"),
            )
        )
        run(goes_with("made.case", PARTS))
        given = [authority, [f"system:{authority}"]]
        cursor.execute(
            "INSERT INTO made_case (authority_id, grants, began_at, ended_at) VALUES (%s, %s, now(), now()), "
            "(%s, %s, now(), NULL)",
            given * 2,
        )
        cursor.execute("INSERT INTO made_plan (case_id, words) SELECT id, 'secret' FROM made_case")
        cursor.execute("INSERT INTO made_panel SELECT row_number() OVER (), id FROM made_plan")
    with on(years(3).after(clock.today())):
        expire_everywhere()
    with everything():
        assert count("made_case", "made_plan", "made_panel") == [1, 1, 1], (
            "the one that has not ended stays whole"
        )


def test_a_later_part_adds_to_what_goes_with_a_referral(cast: Cast, everything: Callable[[], Any]) -> None:
    walk = Walk(cast.here).received().ready()
    walk.decided("close")
    with everything(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE waymark_owner")
        cursor.execute(TABLES)
        run(
            goes_with(
                "referrals.referral",
                {"made_panel.number:bigint": "SELECT number FROM made_panel WHERE referral_id = $1"},
            )
        )
        cursor.execute("INSERT INTO made_panel VALUES (1, NULL, %s), (2, NULL, gen_random_uuid())", [walk.pk])
    with on(years(6).after(clock.today())):
        expire_everywhere()
    with everything():
        assert count("made_panel", "referrals_referral") == [1, 0]
