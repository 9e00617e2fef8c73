"""Many attendances at once: as one copy into a table of the moment, and from there with three statements."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from waymark.delivery.training import policies
from waymark.delivery.training.models import Session
from waymark.delivery.training.states import SESSIONS, SessionState
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.places.models import Authority

from .granting import planned_by


class Row(NamedTuple):
    """One named person, or `number` people of one role and place."""

    name: str
    email: str
    number: int
    came: str
    role_id: UUID | None
    institution_id: int | None
    organisation_id: int | None
    taught_id: UUID
    held_on: date
    source: str


COLUMNS = (
    "name text, email text, number int, came text, role_id uuid, institution_id bigint, organisation_id bigint, "
    "taught_id uuid, held_on date, source text, source_key text"
)
COPY = "COPY incoming FROM STDIN (FORMAT csv, FORCE_NOT_NULL (name, email))"
PEOPLE = """
INSERT INTO training_trainee (id, authority_id, grants, version, recorded_at, salt, name, email, institution_id,
    organisation_id, role_id, last_on)
SELECT gen_random_uuid(), %(authority)s, %(grants)s, 1, %(at)s, gen_random_uuid(), name, email, institution_id,
    organisation_id, role_id, held_on
FROM (SELECT DISTINCT ON (lower(email), CASE email WHEN '' THEN lower(name) END,
             CASE email WHEN '' THEN institution_id END, CASE email WHEN '' THEN organisation_id END) *
      FROM incoming WHERE name <> ''
      ORDER BY lower(email), CASE email WHEN '' THEN lower(name) END, CASE email WHEN '' THEN institution_id END,
               CASE email WHEN '' THEN organisation_id END, held_on DESC) one
ON CONFLICT DO NOTHING
"""
# By e-mail address where there is one, otherwise by name and place: as the table keeps them apart.
KNOWN = """
CREATE TEMP TABLE incoming_known ON COMMIT DROP AS
SELECT i.source_key, t.id FROM incoming i JOIN training_trainee t ON lower(t.email) = lower(i.email)
WHERE i.email <> '' AND t.email <> '' AND t.authority_id = %(authority)s
UNION ALL
SELECT i.source_key, t.id FROM incoming i JOIN training_trainee t ON lower(t.name) = lower(i.name)
    AND coalesce(t.institution_id, 0) = coalesce(i.institution_id, 0)
    AND coalesce(t.organisation_id, 0) = coalesce(i.organisation_id, 0)
WHERE i.email = '' AND t.email = '' AND i.name <> '' AND t.authority_id = %(authority)s
"""
LATEST = """
UPDATE training_trainee t SET last_on = late.held_on, version = t.version + 1
FROM (SELECT k.id, max(i.held_on) AS held_on FROM incoming i JOIN incoming_known k USING (source_key)
      WHERE i.came <> 'no_show' GROUP BY k.id) late
WHERE t.id = late.id AND t.last_on < late.held_on
"""
ATTENDANCES = """
INSERT INTO training_attendance (id, authority_id, grants, version, recorded_at, salt, session_id, taught_id, held_on,
    trainee_id, number, role_id, institution_id, organisation_id, came, source, source_key, marked_by_id, marked_at)
SELECT gen_random_uuid(), %(authority)s, %(grants)s, 1, %(at)s, gen_random_uuid(), %(session)s, i.taught_id, i.held_on,
    k.id, i.number, i.role_id, i.institution_id, i.organisation_id, i.came, i.source, i.source_key, %(user)s, %(at)s
FROM incoming i LEFT JOIN incoming_known k USING (source_key)
WHERE NOT EXISTS (SELECT FROM training_attendance a WHERE a.authority_id = %(authority)s AND a.source_key <> ''
                     AND a.source_key = i.source_key)
  AND NOT EXISTS (SELECT FROM training_attendance a WHERE a.session_id = %(session)s AND a.trainee_id = k.id)
"""
# Two lists at a time would not see what the other adds. Marking at the session itself waits for its lock.
ALONE = "SELECT pg_advisory_xact_lock(hashtext('training.import-attendances'), %s)"


@deed("training.import-attendances")
def take_rows(
    *, by: Actor, at: datetime, authority_id: int, session: Session | None, rows: Sequence[tuple[str, Row]]
) -> tuple[Any, int]:
    """The session (or the authority) and how many rows are new. With a session, its attendance is taken by it."""
    record: Any
    if session is not None:
        record = session = lock(session)
        policies.take_attendance(by, session, at).require()
    else:
        record = Authority.objects.get(pk=authority_id)
        policies.plans(by, authority_id).require()
    given = planned_by(authority_id)
    said: dict[str, Any] = {"authority": authority_id, "grants": given["grants"], "at": at, "user": by.user_id,
            "session": session.pk if session else None}  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute(ALONE, [authority_id])
        cursor.execute(f"CREATE TEMP TABLE incoming ({COLUMNS}) ON COMMIT DROP")
        written = io.StringIO()
        csv.writer(written).writerows((*row, key) for key, row in rows)
        with cursor.copy(COPY) as copy:
            copy.write(written.getvalue())
        cursor.execute("ANALYZE incoming")
        cursor.execute(PEOPLE, said)
        # What was just written has no statistics yet: without this, many names meet many people one by one.
        cursor.execute("SET LOCAL enable_nestloop = off")
        cursor.execute(KNOWN, said)
        cursor.execute(LATEST)
        cursor.execute("ANALYZE incoming_known")
        cursor.execute("SET LOCAL enable_nestloop = on")
        cursor.execute(ATTENDANCES, said)
        new = cursor.rowcount
        cursor.execute("DROP TABLE incoming, incoming_known")
    if session is not None and session.state == SessionState.PLANNED:
        SESSIONS.move(session, "hold")
        session.save_next("state")
    return record, new


def saved_before(authority_id: int, keys: Sequence[str]) -> set[str]:
    """Those of the keys that an earlier list brought. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT source_key FROM training_attendance WHERE authority_id = %s AND source_key <> '' "
            "AND source_key = ANY (%s)",
            [authority_id, list(keys)],
        )
        return {key for (key,) in cursor.fetchall()}
