"""Who is due by what the authority says is needed, at which place; and who is told, with and without a button."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.urls import reverse

from waymark.delivery.training import due
from waymark.delivery.training.actions import asking_due, attending, catalogue, refreshing
from waymark.delivery.training.actions.attending import OfBooking
from waymark.delivery.training.actions.booking import Named, Where
from waymark.delivery.training.actions.refreshing import Asked
from waymark.delivery.training.models import Course, RefreshRule
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.directory.models import Contact
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed, NotNow, Refusal
from waymark.foundation.outbox.models import Envelope

from .teaching import Year, school
from .test_pages import day, pages


@pytest.fixture
def year(cast) -> Year:
    """Ada was trained four hundred days ago, Ben three hundred and twenty; Cleo was booked and did not come."""
    with clock.travelled(clock.now() - timedelta(days=420)):
        year = Year(cast.here)
        for name, days, came in (("Ada", 20, "came"), ("Ben", 100, "came"), ("Cleo", 21, "no_show")):
            session = year.planned(clock.now() + timedelta(days=days), trainers=())
            person = Named(f"{name} Inventedly", f"{name.lower()}@school.example", role_id=year.teacher.pk)
            (one,) = year.booked(session, named=[person])
            after = session.starts_at + timedelta(hours=1)
            with clock.travelled(after), cast.here.acting("officer") as by:
                session.refresh_from_db()
                marks = [OfBooking(one.pk, came)]
                attending.take(by=by, session=session, version=session.version, of_bookings=marks)
    return year


def contact(place, *roles: str) -> None:
    """Somebody in each role, as the directory has it."""
    authority = place.authority_id
    with acting(Actor.job("directory", authority)):
        for role in roles:
            Contact.objects.create(
                authority_id=authority, grants=Contact.granted(authority), institution=place, role=role,
                name="Somebody", email=f"{role}@school.example",
            )  # fmt: skip


def at(cast) -> list[tuple[int, int, int]]:
    with cast.here.acting("officer"):
        found = due.by_place(cast.here.authority.pk, clock.today())
        return [(one.overdue, one.soon, one.known) for one in found]


def who(cast) -> list[tuple[str, str, bool]]:
    with cast.here.acting("officer"):
        found = due.those_at(cast.here.authority.pk, Where(school(cast.here).pk), clock.today())
        return [(one.name.split()[0], one.course, one.is_overdue) for one in found]


def test_nobody_is_due_before_a_period_is_set_and_then_by_it(cast, year):
    assert at(cast) == []
    year.ruled(12)
    assert at(cast) == [(1, 1, 3)], "one overdue, one within sixty days; who did not come was never trained"
    assert who(cast) == [("Ada", "", True), ("Ben", "", False)]
    year.ruled(24, from_on=clock.today())
    assert at(cast) == []
    with cast.there.acting("officer"):
        assert due.by_place(cast.here.authority.pk, clock.today()) == []


def test_who_needs_a_course_is_due_without_having_been_trained_and_a_later_course_meets_it(cast, year):
    with cast.here.acting("officer") as by:
        other = Course.objects.get(name="Prevent for secondary schools")
        deeper = catalogue.add_course(
            by=by, audience=year.audience, name="Deeper", aims="More", minutes=60, from_on=clock.today(),
            needs=year.course,
        )[0]  # fmt: skip
    year.ruled(None, course=other)
    assert who(cast) == [(name, other.name, True) for name in ("Ada", "Ben", "Cleo")]
    year.ruled(None, course=other, is_needed=False, from_on=clock.today())
    assert at(cast) == []
    year.ruled(None, course=year.course)
    assert who(cast) == [("Cleo", year.course.name, True)], "once is enough for those who came"
    year.ruled(None, course=deeper)
    assert {course for _name, course, _late in who(cast)} == {year.course.name, "Deeper"}
    primary, year.course = year.course, deeper
    session = year.planned(clock.now() + timedelta(days=1), trainers=())
    cleo = Named("Cleo Inventedly", "cleo@school.example", year.teacher.pk)
    (one,) = year.booked(session, named=[cleo], knows=True)
    year.held(session, (OfBooking(one.pk, "came"),))
    with clock.travelled(clock.now() + timedelta(days=2)):
        assert ("Cleo", primary.name, True) not in who(cast)


def test_the_window_opens_some_days_before_and_overdue_begins_after_the_grace(cast, year):
    """Trained 400 and 320 days ago, due after 365: 35 days past, and 45 days ahead."""
    year.ruled(12, window_days=30, grace_days=90)
    assert at(cast) == [(0, 1, 3)], (
        "in the grace one is asked and not yet overdue; the other is not asked yet"
    )
    with clock.travelled(clock.now() + timedelta(days=56)):
        assert at(cast) == [(1, 1, 3)]


def test_a_kind_of_place_needs_a_course_whatever_the_role(cast, year):
    year.ruled(12, role=None, place_kind="nhs")
    assert at(cast) == []
    year.ruled(12, role=None, place_kind="school")
    assert at(cast) == [(1, 1, 3)]


def test_what_is_set_is_dated_and_stays(cast, year):
    rule = year.ruled(12)
    with pytest.raises(Refusal, match="Another period"):
        year.ruled(6)
    for wrong, field in (({"role": None}, "role"), ({"months": None}, "course")):
        with pytest.raises(Incomplete) as refused:
            year.ruled(**{"months": 12} | wrong)
        assert refused.value.field == field
    with cast.here.acting("trainer") as by, pytest.raises(NotAllowed):
        refreshing.set_rule(
            by=by, authority_id=cast.here.authority.pk, asked=Asked(year.teacher, months=3), because="No",
            from_on=clock.today(),
        )  # fmt: skip
    change = "UPDATE training_refreshrule SET months = 1 WHERE id = %s"
    with cast.here.acting("officer"), connection.cursor() as cursor:  # noqa: SIM117
        with pytest.raises(ProgrammingError), transaction.atomic():
            cursor.execute(change, [rule.pk])


@pytest.mark.parametrize(
    "wrong",
    [
        {"role": None},
        {"months": None},
        {"months": 121},
        {"window_days": 400},
        {"grace_days": 400},
        {"because": ""},
    ],
)
def test_the_database_refuses_what_the_form_does(cast, year, wrong):
    rule = year.ruled(12)
    given = {
        "authority_id": rule.authority_id, "grants": rule.grants, "role": year.teacher, "months": 12, "because": "So",
        "from_on": clock.today(), "recorded_by_id": rule.recorded_by_id,
    }  # fmt: skip
    with cast.here.acting("officer"), pytest.raises(IntegrityError), transaction.atomic():
        RefreshRule.objects.create(**given | wrong)


def test_the_contacts_are_written_to_once_in_a_month_without_a_name(cast, year, everything):
    year.ruled(12)
    place = school(cast.here)
    with cast.here.acting("officer") as by, pytest.raises(NotNow, match="no email"):
        refreshing.nudge(by=by, authority_id=cast.here.authority.pk, where=Where(place.pk))
    contact(place, "head", "dsl", "governor")
    with cast.here.acting("officer") as by:
        for _again in range(2):
            refreshing.nudge(by=by, authority_id=cast.here.authority.pk, where=Where(place.pk))
    with everything():
        sent = Envelope.objects.filter(message__code="training.due").order_by("address")
        assert [one.address for one in sent] == ["dsl@school.example", "head@school.example"]
        assert {one.link for one in sent} == {reverse("training:visitor")}


def sent(everything) -> list[tuple[str, str]]:
    with everything():
        found = Envelope.objects.filter(message__code__startswith="training.due")
        return sorted((one.message.code, one.address) for one in found.select_related("message"))


def test_nobody_is_told_without_a_button_unless_the_line_says_so(cast, year, everything):
    contact(school(cast.here), "head")
    year.ruled(12)
    assert asking_due.tell_everywhere() == 0 and sent(everything) == []
    year.ruled(12, reminds=True, from_on=clock.today())
    for _again in range(2):
        assert asking_due.tell_everywhere() == 2
    first = [
        ("training.due", "head@school.example"),
        ("training.due-you", "ada@school.example"),
        ("training.due-you", "ben@school.example"),
    ]
    assert sent(everything) == first
    with clock.travelled(clock.now() + timedelta(days=50)):
        asking_due.tell_everywhere()
    assert sent(everything) == sorted(
        [*first, ("training.due", "head@school.example"), ("training.due-you", "ben@school.example")]
    ), "the place once more in another month, Ben once more when he is overdue"


def test_the_pages_of_who_is_due(cast, year):
    client, place = pages(cast.here.officer), school(cast.here)
    assert "Nobody is due" in client.open(reverse("training:due")).text
    client.fill(
        reverse("training:refresh-rule"), role=str(year.teacher.pk), place_kind="", course="", months="12",
        is_needed="yes", reminds="no", window_days="60", grace_days="0", because="Agreed", **day("from_on"),
    )  # fmt: skip
    page = client.open(reverse("training:due"))
    assert place.name in page.text and "Inventedly" not in page.text
    there = reverse("training:due-at", args=["institution", place.pk])
    page = client.open(there).text
    assert "Ada Inventedly" in page and "Ben Inventedly" in page and "Cleo" not in page
    contact(place, "dsl")
    client.fill(reverse("training:nudge", args=["institution", place.pk]))
    for kind, key in (("institution", 0), ("organisation", 0), ("other", place.pk)):
        assert client.get(reverse("training:due-at", args=[kind, key])).status_code == 404
    for who_else in ("trainer", "dsl", "police"):
        assert pages(getattr(cast.here, who_else)).get(there).status_code == 404
