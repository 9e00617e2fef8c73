"""Meetings: who is asked to come and hears of it, what a calendar gets, who came, and whether the law’s two were there."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from icalendar import Calendar

from tests.pages import Pages
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotNow, Refusal
from waymark.foundation.meetings.models import Attendance, Meeting
from waymark.foundation.outbox.models import Envelope, Message
from waymark.foundation.places.models import Authority
from waymark.foundation.retention.kept import KEPT
from waymark.pathway.panel import queries, quorum
from waymark.pathway.panel.actions import agenda, seating
from waymark.pathway.panel.actions import meeting as deeds
from waymark.pathway.panel.models import (
    Acceptance,
    DeclaredInterest,
    Item,
    Panel,
    PanelMeeting,
    Paper,
    Sector,
)

from .sitting import Table, another, combined, today, when_of

SOON = timedelta(days=6)


@pytest.fixture
def table(cast) -> Table:
    return Table(cast.here)


@pytest.fixture
def held(table) -> PanelMeeting:
    return table.call(clock.now() + SOON)


def begun(table: Table) -> PanelMeeting:
    """A meeting that began half an hour ago."""
    now = clock.now()
    with table.side.acting("coordinator") as by:
        when = when_of(now - timedelta(minutes=30))
        return deeds.call(by=by, at=now - timedelta(days=2), panel=table.panel, when=when)


def told(code: str, everything) -> set:
    """Keys of the accounts that were written to."""
    with everything():
        return set(Envelope.objects.filter(message__code=code).values_list("user_id", flat=True))


def sees(user, held: PanelMeeting) -> bool:
    with acting(Actor.of_user(user.pk)) as actor:
        return queries.meetings(actor).filter(pk=held.pk).exists() and Meeting.objects.exists()


def missing(table: Table, held: PanelMeeting, area: Authority) -> tuple[str, ...]:
    """As Python and the database say it, which must be the same."""
    with table.side.acting("coordinator") as actor:
        found = queries.meetings(actor).get(pk=held.pk)
        said = quorum.present(found, area.pk).missing
        assert said == quorum.missing_by_database(found, area.pk)
        return said


def test_those_with_a_seat_on_that_day_hear_of_it_and_see_it(table, held, cast, everything):
    assert told("meetings.planned", everything) == {cast.here.chair.pk, cast.here.panel_police.pk}
    assert sees(cast.here.chair, held) and sees(cast.here.panel_police, held)
    assert not any(sees(cast.here.user(who), held) for who in ("panel_health", "lead", "police", "ig_lead"))
    assert not sees(cast.there.coordinator, held)


def test_the_letter_names_nobody_and_no_panel(table, held, everything):
    with everything():
        message = Message.objects.filter(code="meetings.planned").first()
        assert message is not None and message.reference == held.reference
        assert Envelope.objects.get(message=message).link == f"/panels/meetings/{held.reference}/"


def test_a_deputy_for_the_day_of_the_meeting_alone_can_read_of_it_beforehand(table, cast):
    deputy = another(cast.here, "stand-in", cast.here.organisation("police"))
    with cast.here.acting("coordinator") as by:
        seating.add_deputy(by=by, seat=table.police, person_id=deputy.pk, from_on=today(6), until_on=today(6))
    held = table.call(clock.now() + SOON)
    assert sees(deputy, held)
    with cast.here.acting("coordinator") as by:
        held = deeds.move(by=by, meeting=held, version=1, when=when_of(clock.now() + timedelta(days=9)))
    assert not sees(deputy, held)


def test_a_meeting_that_is_moved_is_told_to_the_old_day_and_to_the_new(table, cast, everything):
    leaves = table.seat(
        Sector.HEALTH, cast.here.organisation("clinic"), cast.here.panel_health, until_on=today(7)
    )
    held = table.call(clock.now() + SOON)
    with cast.here.acting("coordinator") as by:
        deeds.move(
            by=by, meeting=held, version=1, when=when_of(clock.now() + timedelta(days=9), place="Online")
        )
    assert told("meetings.moved", everything) == {
        cast.here.chair.pk, cast.here.panel_police.pk, cast.here.panel_health.pk,
    }  # fmt: skip
    with cast.here.acting("coordinator"):
        again = PanelMeeting.objects.select_related("meeting").get(pk=held.pk)
        assert leaves.pk not in {place.seat.pk for place in queries.expected(again)}
        assert (again.meeting.sequence, again.meeting.place) == (1, "Online")


def test_a_cancelled_meeting_is_told_and_nothing_is_done_in_it(table, held, cast, everything):
    with cast.here.acting("coordinator") as by:
        deeds.cancel(by=by, meeting=held, version=1, because="Too few could come.")
    assert len(told("meetings.cancelled", everything)) == 2
    with cast.here.acting("coordinator") as by:
        found = queries.meetings(by).get(pk=held.pk)
        with pytest.raises(NotNow):
            deeds.move(by=by, meeting=found, version=2, when=when_of(clock.now() + SOON))
        with pytest.raises(DatabaseError, match="is cancelled"), transaction.atomic():
            Meeting.objects.filter(pk=found.meeting_id).update(place="Elsewhere")
    with pytest.raises(NotNow):
        table.mark(found, {table.police: cast.here.panel_police.pk})
    assert missing(table, held, cast.here.authority) == ("authority", "police")


def test_a_calendar_gets_when_and_where_and_no_name(table, held, cast):
    client = Pages().sign_in(cast.here.panel_police)
    answer = client.get(reverse("panel:meeting-calendar", args=[held.reference]))
    assert answer["Content-Type"].startswith("text/calendar")
    file = Calendar.from_ical(answer.content)
    [event] = file.walk("VEVENT")
    assert event.decoded("dtstart") == held.meeting.starts_at.replace(microsecond=0)
    assert str(event["location"]) == "Town hall, room 4" and str(event["status"]) == "CONFIRMED"
    assert file.walk("VTIMEZONE")
    said = answer.content.decode()
    assert not any(word in said for word in ("Channel", "panel of", cast.here.chair.full_name, "ATTENDEE"))
    first = event["uid"]
    with cast.here.acting("coordinator") as by:
        deeds.cancel(by=by, meeting=held, version=1, because="Snow.")
    [event] = Calendar.from_ical(
        client.get(reverse("panel:meeting-calendar", args=[held.reference])).content
    ).walk("VEVENT")
    assert (event["uid"], str(event["status"]), int(event["sequence"])) == (first, "CANCELLED", 1)
    assert Pages().sign_in(cast.here.panel_health).get(
        reverse("panel:meeting-calendar", args=[held.reference])
    ).status_code == 404  # fmt: skip


def test_the_authority_and_the_police_have_to_be_marked_present(table, held, cast):
    here = cast.here.authority
    assert missing(table, held, here) == ("authority", "police")
    table.mark(held, {table.chair: cast.here.chair.pk})
    assert missing(table, held, here) == ("police",)
    table.mark(held, {table.police: "apologies"})
    assert missing(table, held, here) == ("police",)
    table.mark(held, {table.police: cast.here.panel_police.pk})
    assert missing(table, held, here) == ()
    table.mark(held, {table.police: "absent"})
    assert missing(table, held, here) == ("police",)


def test_nothing_is_marked_before_the_meeting_begins(table, held, cast):
    with cast.here.acting("coordinator") as by, pytest.raises(NotNow):
        deeds.mark(by=by, meeting=held, came={table.chair.pk: str(cast.here.chair.pk)})


def test_the_police_of_another_area_are_not_those_of_this_one(cast):
    """A combined panel: the chair stands for the first authority only, the police for both."""
    table = combined(cast)
    with cast.here.acting("coordinator") as by:
        seating.end_seat(by=by, seat=table.chair, version=1, until_on=today(-1), because="Another seat.")
    chair = table.seat(
        Sector.AUTHORITY, cast.here.organisation("council"), cast.here.chair, chairs="chair",
        from_on=today(), areas=[cast.here.authority.pk],
    )  # fmt: skip
    held = table.call(clock.now() + SOON)
    table.mark(held, {chair: cast.here.chair.pk, table.police: cast.here.panel_police.pk})
    assert missing(table, held, cast.here.authority) == ()
    assert missing(table, held, cast.there.authority) == ("authority",)


def test_a_deputy_of_the_day_counts_for_the_seat_and_nobody_else_does(table, cast):
    deputy = another(cast.here, "stand-in", cast.here.organisation("police"))
    with cast.here.acting("coordinator") as by:
        seating.add_deputy(by=by, seat=table.police, person_id=deputy.pk, from_on=today(6), until_on=today(6))
    held = table.call(clock.now() + SOON)
    with pytest.raises(Refusal):
        table.mark(held, {table.police: cast.here.panel_health.pk})
    table.mark(held, {table.police: deputy.pk, table.chair: cast.here.chair.pk})
    assert missing(table, held, cast.here.authority) == ()
    with (
        cast.here.acting("coordinator"),
        pytest.raises(DatabaseError, match="nobody but"),
        transaction.atomic(),
    ):
        Attendance.objects.filter(for_id=table.police.pk).update(person=cast.here.panel_health)


def test_the_panels_own_quorum_warns_and_does_not_forbid(table, cast):
    table.terms()
    held = begun(table)
    table.mark(held, {table.chair: cast.here.chair.pk, table.police: cast.here.panel_police.pk})
    with cast.here.acting("coordinator") as by:
        found = quorum.present(queries.meetings(by).get(pk=held.pk), cast.here.authority.pk)
    assert bool(found) and found.warns and (found.wanted, found.short) == (("health",), 1)
    text = Pages().sign_in(cast.here.chair).open(reverse("panel:meeting", args=[held.reference])).text
    assert "The panel’s terms want “Health” there" in text and "No case of it can be decided" not in text


@pytest.mark.parametrize("who", ["chair", "panel_police"])
def test_those_who_sit_change_neither_meeting_nor_marks_not_even_by_hand(table, held, cast, who):
    table.mark(held, {table.police: cast.here.panel_police.pk})
    with cast.here.acting(who), connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM meetings_attendance")
        assert cursor.fetchone() == (1,)
        for attempt in (
            "UPDATE meetings_meeting SET place = 'Elsewhere'",
            "UPDATE meetings_attendance SET came = 'absent', person_id = NULL",
            "DELETE FROM meetings_attendance",
            "DELETE FROM meetings_meeting",
        ):
            cursor.execute(attempt)
            assert cursor.rowcount == 0, attempt
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            cursor.execute(
                "INSERT INTO meetings_attendance (id, grants, version, recorded_at, salt, for_id, came, marked_at, "
                "authority_id, marked_by_id, meeting_id, organisation_id) SELECT gen_random_uuid(), grants, 1, now(), "
                "salt, gen_random_uuid(), 'absent', now(), authority_id, marked_by_id, meeting_id, organisation_id "
                "FROM meetings_attendance"
            )


def test_a_coordinator_calls_moves_and_marks_by_the_pages(table, cast):
    client, on = Pages().sign_in(cast.here.coordinator), today(6)
    when = {"day-day": str(on.day), "day-month": str(on.month), "day-year": str(on.year), "starts": "14:30"}
    call = reverse("panel:call-meeting", args=[table.panel.reference])
    page = client.fill(call, status=200, ends="13:00", place="Town hall", **when)
    assert page.errors == ["The end must be after the beginning."]
    page = client.fill(
        call, status=200, ends="4pm", place="Town hall", online_link="http://x.example", **when
    )
    assert len(page.errors) == 2
    made = client.fill(call, ends="16:00", place="Town hall", online_link="https://meet.example/1", **when)
    page = client.open(made.response["Location"])
    assert "Town hall" in page.text and "https://meet.example/1" in page.links()
    move = next(link for link in page.links() if link.endswith("/move/"))
    client.fill(move, starts="15:00")
    with cast.here.acting("coordinator"):
        meeting = Meeting.objects.get()
    assert f"{meeting.starts_at.astimezone(clock.UK):%H:%M}" == "15:00" and meeting.sequence == 1


def test_a_coordinator_marks_who_came_by_the_page(table, cast):
    client, held = Pages().sign_in(cast.here.coordinator), begun(table)
    here = reverse("panel:meeting", args=[held.reference])
    page = client.open(here)
    assert not [link for link in page.links() if link.endswith(("/move/", "/cancel/"))]
    mark = next(link for link in page.links() if link.endswith("/attendance/"))
    client.fill(mark, **{f"seat_{table.chair.pk}": str(cast.here.chair.pk)})
    page = client.open(here)
    assert f"Present: {cast.here.chair.full_name}" in page.text
    assert "in the seat “Police”. No case of it can be decided." in page.text


def test_a_panel_that_is_long_over_is_erased_with_all_it_holds(table, held, cast):
    table.terms()
    with cast.here.acting("coordinator") as by:
        item = table.put(by, held)
        agenda.add_paper(by=by, item=item, title="What is known", words="He is often alone.")
    with cast.here.acting("chair") as by:
        agenda.accept(by=by, meeting=held)
    with cast.here.acting("chair") as by:
        agenda.declare_interest(by=by, item=item, nature="knows")
    table.mark(held, {table.police: cast.here.panel_police.pk})
    erasers = {kept.model: kept.erase for kept in KEPT if kept.model in ("panel.Panel", "meetings.Meeting")}
    with acting(Actor.job("retention", cast.here.authority.pk)):
        assert erasers["meetings.Meeting"](Meeting.objects.all()) == 1
        assert erasers["panel.Panel"](Panel.objects.all()) == 1
        left = (PanelMeeting, Attendance, Item, Paper, Acceptance, DeclaredInterest)
        assert [model.__name__ for model in left if model.objects.exists()] == []
