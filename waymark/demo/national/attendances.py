"""Who was trained in ten years: one course of each authority, and who came to it from its invented schools."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from waymark.delivery.training.actions.granting import planned_by
from waymark.delivery.training.models import Attendance, Audience, Course, CourseVersion
from waymark.demo.national.ground import Ground
from waymark.demo.national.plan import YEARS
from waymark.demo.national.rows import Pile, sheet

AIMS = "Invented: what worries people, what to do about it, and whom to ask."
# PostgreSQL makes these rows by itself: nothing in them is sealed. Everybody is a number, nobody a name.
CAME = """
INSERT INTO training_attendance (id, authority_id, grants, version, recorded_at, salt, taught_id, held_on, number,
                                 institution_id, came, source, source_key, marked_at)
SELECT md5(%(taught)s::text || ':came:' || n)::uuid, %(authority)s::bigint, %(grants)s::text[], 1,
       d.held_on + interval '16 hours', md5(%(taught)s::text || ':salt:' || n)::uuid, %(taught)s::uuid, d.held_on, 1,
       (%(schools)s::bigint[])[1 + n %% cardinality(%(schools)s::bigint[])],
       CASE WHEN n %% 20 = 0 THEN 'partly' ELSE 'came' END, 'imported', '', d.held_on + interval '16 hours'
  FROM generate_series(1, %(number)s::integer) AS n,
       LATERAL (SELECT %(until)s::date - 1 - (hashtextextended(%(taught)s::text || n, 0) & 2147483647)::integer
                       %% %(days)s::integer AS held_on) AS d
"""
# As the triggers of the table would have said: the job of the first night tallies these places.
TOUCHED = """
INSERT INTO reach.touched (authority_id, place)
SELECT DISTINCT authority_id, reach.place(institution_id, organisation_id) FROM training_attendance
"""


def load(ground: Ground) -> None:
    """As many as the plan says, shared out as the authorities are."""
    plan = ground.plan
    with ground.bar.step(f"{plan.attendances:,} attendances at training"):
        taught = _taught(ground)
        ground.bare(sheet(Attendance).table)
        numbers = plan.shares(plan.attendances, len(ground.offices))
        for done, (office, number) in enumerate(zip(ground.offices, numbers, strict=True)):
            ground.connection.execute(CAME, {
                "taught": taught[office.id], "authority": office.id, "grants": planned_by(office.id)["grants"],
                "schools": [pk for pk, _name in office.schools], "number": number, "until": plan.until.date(),
                "days": 365 * YEARS,
            })  # fmt: skip
            ground.bar.at(done, len(numbers))
        ground.ask(TOUCHED)


def _taught(ground: Ground) -> dict[int, str]:
    """The version of the one course of each authority."""
    plan = ground.plan
    made: dict[int, str] = {}
    pile = Pile(plan.random("training"))
    first_day = (plan.since - timedelta(days=1)).date()
    for office in ground.offices:
        own: dict[str, Any] = {**planned_by(office.id), "recorded_at": plan.since}
        audience = pile.add(Audience, **own, name="Schools", from_on=first_day)
        course = pile.add(Course, **own, name="Noticing and asking", audience_id=audience)
        made[office.id] = pile.add(
            CourseVersion, **own, course_id=course, number=1, from_on=first_day,
            reason="first", aims=AIMS, minutes=90, recorded_by_id=office.of("prevent_lead")[0].id,
        )  # fmt: skip
    for table, lines in pile.blobs().items():
        known = next(
            sheet(model) for model in (Audience, Course, CourseVersion) if sheet(model).table == table
        )
        ground.bare(table)
        ground.copy(table, known.columns, lines)
    return made
