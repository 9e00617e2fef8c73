"""My work is found by its indexes, however many tasks the country has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import connection

from tests.cast import Cast
from waymark.foundation import tasks
from waymark.foundation.tasks.queries import my_work
from waymark.foundation.tasks.tests.conftest import Record

# Tasks of another authority, of three kinds: for a person, for a role, escalated.
ELSEWHERE = """
INSERT INTO tasks_task (id, authority_id, grants, version, recorded_at, salt, kind, about_kind, about_id, reference,
                        for_user_id, for_grant, escalate_to, escalated_at, asked_at, due_at, done_by)
SELECT gen_random_uuid(), authority_id, ARRAY['authority:0:triage'], 1, now(), gen_random_uuid(), kind, about_kind,
       gen_random_uuid()::text, reference, NULL, 'authority:0:triage', 'authority:0:lead',
       CASE WHEN nth % 2 = 0 THEN now() END, now(), now() + nth * interval '1 minute', ''
  FROM tasks_task, generate_series(1, 3000) AS nth
"""


def test_my_work_reads_what_is_mine_alone(cast: Cast, record: Record, everything: Any) -> None:
    to = f"authority:{cast.here.authority.pk}:triage"
    with cast.here.acting("officer") as officer:
        task = tasks.ask("tests.look", about=record, to=to, by=officer)
    with everything(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE tasks_task DISABLE TRIGGER USER")
        cursor.execute(ELSEWHERE)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE tasks_task ENABLE TRIGGER USER")
        cursor.execute("ANALYZE tasks_task")
    with cast.here.acting("officer") as officer:
        assert [one.pk for one in my_work(officer)] == [task.pk]
        sql, given = my_work(officer).query.sql_with_params()
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", given)
            [(found,)] = cursor.fetchall()
    read = [one for one in _nodes(found[0]["Plan"]) if one.get("Relation Name") == "tasks_task"]
    assert read and all(one["Node Type"] != "Seq Scan" for one in read), found
    assert sum(one.get("Rows Removed by Filter", 0) for one in read) < 20


def _nodes(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield plan
    for one in plan.get("Plans", ()):
        yield from _nodes(one)
