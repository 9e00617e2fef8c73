"""Who last came to what: the tally says the same as the attendances, whatever was changed, and to the same people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import ProgrammingError, connection, transaction

from tests.cast import WHERE, Side
from waymark.delivery.training import due, needs
from waymark.delivery.training.actions import importing, tallying
from waymark.delivery.training.actions.attending import OfBooking
from waymark.delivery.training.actions.booking import Named, Where
from waymark.delivery.training.actions.importing import Row
from waymark.delivery.training.models import Attendance, Session, Trainee
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.kernel import clock
from waymark.foundation.places.models import Institution
from waymark.foundation.retention.kept import KEPT

from .teaching import Year, school

TALLY = "SELECT trainee_id, course_id, held_on, next_on::text FROM training.tally"
CAME = (
    "SELECT trainee_id, course_id, held_on, next_on::text FROM training.came_to(%s, "
    "ARRAY(SELECT id FROM training_trainee))"
)


@pytest.fixture
def year(cast) -> Year:
    return Year(cast.here)


def taught(year: Year, *names: str, days: int = 5, place: Institution | None = None) -> Session:
    """People by name come to the primary course in so many days."""
    session = year.planned(clock.now() + timedelta(days=days), capacity=200)
    named = [Named(f"{one} Inventedly", f"{one.lower()}@school.example", year.teacher.pk) for one in names]
    booked = year.booked(session, where=Where((place or school(year.side)).pk), named=named)
    return year.held(session, tuple(OfBooking(one.pk, "came") for one in booked))


def rows(side: Side, sql: str, *given: Any) -> list[tuple[Any, ...]]:
    with acting(Actor.job("test", side.authority.pk)), connection.cursor() as cursor:
        cursor.execute(sql, given)
        return sorted(cursor.fetchall())


def last(side: Side, day: date) -> dict[Any, date]:
    """Of each person their last day at any course as at a day, as the pages read it."""
    select = "SELECT trainee_id, max(held_on) FROM taken GROUP BY 1"
    with side.acting("officer"):
        return dict(due.rows(side.authority.pk, day, select))


def attended(side: Side, day: date) -> dict[Any, date]:
    """The same from each single attendance."""
    found: dict[Any, date] = {}
    with side.acting("officer"):
        held = Attendance.objects.filter(trainee__isnull=False, held_on__lte=day).exclude(came="no_show")
        for one in held.order_by("held_on"):
            found[one.trainee_id] = one.held_on
    return found


def agree(side: Side, people: int) -> None:
    """Before the job, after it, and as at each day of a month: the same, and as many people as said."""
    days = [clock.today() + timedelta(days=number) for number in range(0, 32, 3)]
    said = [attended(side, day) for day in days]
    assert len(said[-1]) == people
    assert [last(side, day) for day in days] == said, "with what was touched read from the attendances"
    tallying.everywhere()
    assert rows(side, "SELECT id FROM training.touched") == []
    assert rows(side, TALLY) == rows(side, CAME, side.authority.pk)
    assert [last(side, day) for day in days] == said, "from the tally"


def test_the_tally_agrees_with_the_attendances_after_every_change(cast, year):
    first, second = taught(year, "Ada", "Ben", "Cleo"), taught(year, "Ada", days=9)
    agree(cast.here, people=3)
    assert len(rows(cast.here, TALLY)) == 4
    with cast.here.acting("trainer"):
        Attendance.objects.filter(trainee__name__startswith="Cleo").update(came="no_show")
    agree(cast.here, people=2)
    with cast.here.acting("trainer"):
        # Undone, and done again.
        Attendance.objects.filter(session=second).update(came="no_show")
        agree(cast.here, people=2)
        Attendance.objects.filter(session=second).update(came="partly")
    agree(cast.here, people=2)
    taught(year, "Ada", "Dora", days=2)
    agree(cast.here, people=3)
    with cast.here.acting("trainer"):
        dora = Trainee.objects.get(name__startswith="Dora")
        Attendance.objects.filter(session=first, trainee__name__startswith="Ben").update(trainee=dora)
    agree(cast.here, people=2)


def test_a_list_of_attendances_is_tallied_like_what_was_taken_at_a_session(cast, year):
    """Ada of the session comes twice more, Eve is new, and of ten nobody knows the names."""
    taught(year, "Ada")
    with cast.here.acting("officer"):
        version = year.version.pk
    today, place = clock.today(), school(cast.here).pk
    said = [("Ada", 30), ("Ada", 60), ("Eve", 30), ("Eve", 30), ("", 9)]
    listed = [
        (
            f"line {number}",
            Row(
                name and f"{name} Inventedly", name and f"{name.lower()}@school.example", 1 if name else 10, "came",
                year.teacher.pk, place, None, version, today - timedelta(days=ago), "imported",
            ),
        )
        for number, (name, ago) in enumerate(said)
    ]  # fmt: skip
    for new in (5, 0):
        with cast.here.acting("officer") as by:
            found = importing.take_rows(by=by, authority_id=cast.here.authority.pk, session=None, rows=listed)
        assert found[1] == new
        agree(cast.here, people=2)
    assert len(rows(cast.here, TALLY)) == 4, "three days of Ada, and one of Eve, who came twice on it"


def test_where_somebody_works_is_read_from_the_person_when_their_school_closes_or_they_move(cast, year):
    year.ruled(1)
    gone, heir = school(cast.here), school(cast.here, "2")
    taught(year, "Ada", "Ben", place=gone)
    tallying.everywhere()
    Institution.objects.filter(pk=gone.pk).update(status="closed", closed_on=clock.today())
    with cast.here.acting("officer"):
        Trainee.objects.filter(name__startswith="Ada").update(institution=heir)
        later = clock.today() + timedelta(days=60)
        found = {one.where.institution_id: one.overdue for one in due.by_place(cast.here.authority.pk, later)}
    assert found == {gone.pk: 1, heir.pk: 1}


def test_what_is_erased_goes_from_the_tally(cast, year):
    """A person at once, with the row; attendances whose time is over when the job has been."""
    taught(year, "Ada", "Ben")
    taught(year, "Ben", days=9)
    tallying.everywhere()
    kept = {one.model: one for one in KEPT if one.model.startswith("training.")}
    with acting(Actor.job("retention", cast.here.authority.pk)):
        kept["training.Trainee"].erase(Trainee.objects.filter(name__startswith="Ada"))
        kept["training.Attendance"].erase(
            Attendance.objects.filter(held_on__gt=clock.today() + timedelta(days=8))
        )
    assert {person for person, *_rest in rows(cast.here, TALLY)} == {
        row[0] for row in rows(cast.here, "SELECT id FROM training_trainee")
    }
    agree(cast.here, people=1)
    assert len(rows(cast.here, TALLY)) == 1


def test_a_change_that_marks_nobody_would_be_seen(cast, year):
    """Planted: without the mark that the trigger sets, the tally stays behind, and the comparison above fails."""
    taught(year, "Ada")
    tallying.everywhere()
    with cast.here.acting("trainer"):
        Attendance.objects.update(came="no_show")
    assert last(cast.here, clock.today() + timedelta(days=9)) == {}
    rows(cast.here, "DELETE FROM training.touched RETURNING id")
    with pytest.raises(AssertionError):
        agree(cast.here, people=0)


@pytest.mark.parametrize("side", ["here", "there"])
def test_both_walls_show_the_tally_to_those_who_see_the_attendances(cast, year, side):
    taught(year, "Ada", "Ben")
    tallying.everywhere()
    whole = rows(cast.here, "SELECT trainee_id FROM training.tally")
    assert len(whole) == 2
    taught(year, "Ada", days=9)
    for who in WHERE:
        actor = getattr(cast, side).actor(who)
        with acting(actor), connection.cursor() as cursor:
            seen = {one.trainee_id for one in Attendance.objects.visible_to(actor)}
            assert seen == set(Attendance.objects.values_list("trainee_id", flat=True)), who
            cursor.execute("SELECT trainee_id FROM training.tally")
            assert {row[0] for row in cursor.fetchall()} == seen, who
            cursor.execute("SELECT count(*) FROM training.touched")
            assert cursor.fetchone() == (int(bool(seen)),), who


def test_nobody_writes_the_tally_by_their_role(cast, year):
    taught(year, "Ada")
    tallying.everywhere()
    taught(year, "Ben", days=9)
    copied = "INSERT INTO training.tally SELECT authority_id, trainee_id, course_id, held_on - 1 FROM training.tally"
    for who in ("officer", "trainer", "lead", "administrator"):
        with cast.here.acting(who), connection.cursor() as cursor:
            for table in ("tally", "touched"):
                cursor.execute(f"DELETE FROM training.{table}")
                assert cursor.rowcount == 0
                with pytest.raises(ProgrammingError), transaction.atomic():
                    cursor.execute(f"UPDATE training.{table} SET authority_id = authority_id")
    with cast.here.acting("trainer"), connection.cursor() as cursor:  # noqa: SIM117
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            cursor.execute(copied)


OF_ALL = {
    "who is due": due.OF_PLACES,
    "who is written to": due.TO_WRITE_TO,
    "what is needed": needs.known_select(("rule_id",), whole=True),
}


def read(cast, everything, statement: str, **given: Any) -> dict[str, int]:
    """How many rows of each table, and of the function that reads attendances, a statement of `due` takes."""
    with everything(), connection.cursor() as cursor:
        cursor.execute("ANALYZE training_attendance; ANALYZE training.tally; ANALYZE training.touched")
    said = {"authority": cast.here.authority.pk, "day": clock.today() + timedelta(days=500), **given}
    with cast.here.acting("officer"), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {statement}", said)
        [(found,)] = cursor.fetchall()
    counted = dict.fromkeys(("training_attendance", "tally", "touched", "came_to"), 0)
    for one in _nodes(found[0]["Plan"]):
        name = one.get("Relation Name") or one.get("Function Name") or ""
        if name in counted:
            counted[name] += int(
                one["Actual Loops"] * (one["Actual Rows"] + one.get("Rows Removed by Filter", 0))
            )
    return counted


def _nodes(plan: dict) -> Iterator[dict]:
    yield plan
    for one in plan.get("Plans", ()):
        yield from _nodes(one)


@pytest.mark.parametrize("select", OF_ALL.values(), ids=OF_ALL.keys())
def test_over_all_places_people_are_read_and_not_what_they_attended(cast, year, everything, select):
    """As `./run bench reach` measures at its full size: ten times the attendances, and not a row more is read."""
    statement, people = due.statement(select), [f"Person{number}" for number in range(12)]
    rules = [year.ruled(12, reminds=True).pk, year.ruled(12, course=year.course).pk]
    taught(year, *people)
    assert read(cast, everything, statement, rules=rules)["came_to"] == 12, "not tallied yet"
    for number in range(10):
        tallying.everywhere()
        found = read(cast, everything, statement, rules=rules)
        assert found == {"training_attendance": 0, "tally": 12, "touched": 0, "came_to": 0}
        taught(year, *people, days=6 + number)


def test_at_one_place_its_people_alone_are_read(cast, year, everything):
    """A hundred people elsewhere are not read."""
    year.ruled(12)
    here, there = school(cast.here, "7", name="Here"), school(cast.here, "8", name="Elsewhere")
    taught(year, "Ada", "Ben", "Cleo", place=here)
    taught(year, *(f"Person{number}" for number in range(100)), place=there)
    statement = due.statement(due.OF_PEOPLE, at_place=True)
    given = {"institution_id": here.pk, "organisation_id": None}
    before = read(cast, everything, statement, **given)
    assert (before["touched"], before["came_to"], before["tally"]) == (3, 3, 0)
    tallying.everywhere()
    after = read(cast, everything, statement, **given)
    assert (after["touched"], after["came_to"], after["tally"]) == (0, 0, 3)
