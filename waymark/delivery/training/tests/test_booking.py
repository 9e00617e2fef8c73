"""Places booked by name and by number, the waiting list, giving up, and who is told of what."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.cast import Cast
from waymark.delivery.training import links
from waymark.delivery.training.actions import booking as deeds
from waymark.delivery.training.actions import reminding, sessions
from waymark.delivery.training.actions.attending import OfBooking
from waymark.delivery.training.actions.booking import Named, Where
from waymark.delivery.training.models import Attendance, Booking, Session, Trainee
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotAllowed, Refusal
from waymark.foundation.outbox.models import Envelope, Message

from .teaching import SOON, Year, school, when_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.fixture
def year(cast) -> Year:
    return Year(cast.here)


def told(everything, code: str) -> set[str]:
    """Addresses, or keys of accounts, to which a message of that code goes."""
    with everything():
        found = Envelope.objects.filter(message__code=f"training.{code}")
        return {one.address or str(one.user_id) for one in found}


def test_people_are_booked_by_name_and_told_by_a_link_without_a_name(year, cast, everything, client):
    session = year.planned()
    ada, ben = year.booked(session)
    assert (ada.state, ben.state) == ("confirmed", "confirmed")
    assert told(everything, "place") == {"ada@e06999001.example", str(cast.here.dsl.pk)}
    with everything():
        envelope = Envelope.objects.get(address="ada@e06999001.example")
        assert "Inventedly" not in envelope.link and "ada@" not in envelope.link
        assert Session.objects.get(pk=session.pk).taken == 2
    page = client.get(envelope.link).content.decode()
    assert "Town hall, room 2" in page and "You have 1 place" in page and "Inventedly" not in page
    file = client.get(envelope.link + "calendar/")
    assert f"UID:{session.pk}@" in file.content.decode() and "Inventedly" not in file.content.decode()


def test_whoever_comes_reads_whom_to_tell_of_a_worry_and_in_which_order(year, cast, client):
    ada, _ben = year.booked(year.planned())
    for address in (links.to_place(ada), reverse("training:here-done")):
        page = client.get(address).content.decode().split("<main")[1]
        order = [
            page.index(words)
            for words in ("safeguarding lead", "front door", "ask us for advice", "call 999")
        ]
        assert order == sorted(order), address


def test_the_waiting_list_fills_by_itself_in_its_order(year, cast, everything):
    session = year.planned(capacity=6)
    (first,) = year.booked(session, number=5)
    (large,) = year.booked(session, number=3)
    (small,) = year.booked(session, number=1)
    assert (first.state, large.state) == ("confirmed", "waiting")
    with cast.here.acting("dsl") as by:
        assert Booking.objects.get(pk=small.pk).state == "confirmed", "no place stays empty"
        deeds.cancel(by=by, booking=Booking.objects.get(pk=first.pk), version=2)
        assert Booking.objects.get(pk=large.pk).state == "confirmed"
        assert Session.objects.get(pk=session.pk).taken == 4
    assert told(everything, "waiting") == told(everything, "place") == {str(cast.here.dsl.pk)}


def test_a_place_is_given_up_by_its_link_once(year, cast, client, everything):
    session = year.planned(capacity=1)
    (ada,) = year.booked(session, named=[Named("Ada Inventedly")])
    (waits,) = year.booked(session, named=[Named("Ben Inventedly")])
    link = links.to_place(ada)
    assert client.get(link).status_code == 200
    with cast.here.acting("officer"):
        assert Booking.objects.get(pk=ada.pk).state == "confirmed", "opening the link does nothing"
    for _time in range(2):
        assert client.post(link).status_code == 302
    assert "This booking is cancelled" in client.get(link).content.decode()
    with cast.here.acting("officer"):
        assert Booking.objects.get(pk=waits.pk).state == "confirmed"


def test_a_link_that_was_made_up_opens_nothing(year, client):
    (ada, _ben) = year.booked(year.planned())
    good = links.token(links.PLACE, ada.authority_id, ada.place_key)
    for bad in (
        good[:-1],
        good.replace(".", "0.", 1),
        links.token(links.WORDS, ada.authority_id, ada.place_key),
        links.token(links.PLACE, ada.authority_id, ada.pk),
        "x",
    ):
        assert client.get(f"/training/place/{bad}/").status_code == 404


def test_nobody_is_booked_twice_nor_under_another_name(year, cast):
    session = year.planned()
    year.booked(session)
    for one, sentence in (
        (Named("Ada Inventedly", "ADA@e06999001.example"), "already"),
        (Named("ben inventedly"), "already"),
        (Named("Somebody Else", "ada@e06999001.example"), "another name"),
        (Named(""), "name"),
    ):
        with pytest.raises(Refusal, match=sentence):
            year.booked(session, named=[one])
    with cast.here.acting("officer"):
        assert Trainee.objects.count() == 2


def test_more_than_the_whole_session_is_refused_and_nobody_is_refused(year):
    with pytest.raises(Refusal, match="fewer places"):
        year.booked(year.planned(), number=11)
    with pytest.raises(Refusal, match="how many"):
        year.booked(year.planned(), named=[])


def test_a_session_for_one_school_is_booked_by_those_who_plan_only(year, cast):
    session = year.planned(institution=school(cast.here))
    with cast.here.acting("dsl"):
        assert not Session.objects.exists()
    with cast.here.acting("trainer") as by, pytest.raises(NotAllowed):
        deeds.book(by=by, session=session, where=Where(), number=1)
    year.booked(session, "officer", number=4)
    with cast.here.acting("nurse") as by, pytest.raises(NotAllowed):
        deeds.book(by=by, session=session, where=Where(), number=1)


def test_whoever_booked_sees_their_own_bookings_only(year, cast):
    session = year.planned()
    year.booked(session)
    year.booked(session, "nurse", number=2)
    with cast.here.acting("nurse") as by:
        assert [one.number for one in Booking.objects.all()] == [2]
        assert not Trainee.objects.exists()
        with cast.here.acting("dsl"):
            other = Booking.objects.select_related("session").first()
        with pytest.raises(NotAllowed):
            deeds.cancel(by=by, booking=other, version=2)


def test_everybody_is_told_when_a_session_moves_and_when_it_is_cancelled(year, cast, everything):
    session = year.planned()
    year.booked(session)
    with cast.here.acting("officer") as by:
        held = Session.objects.get(pk=session.pk)
        moved = sessions.move(by=by, session=held, version=held.version, when=when_of(clock.now() + SOON * 2))
        sessions.cancel(by=by, session=moved, version=moved.version, because="The hall is closed.")
    both = {"ada@e06999001.example", str(cast.here.dsl.pk)}
    assert told(everything, "moved") == told(everything, "cancelled") == both
    with everything():
        assert set(Message.objects.values_list("reference", flat=True)) == {session.reference}


def test_nothing_is_booked_once_it_has_begun(year, cast):
    session = year.planned()
    with clock.travelled(session.starts_at + timedelta(minutes=1)), pytest.raises(NotAllowed, match="begun"):
        year.booked(session)


def test_attendance_of_bookings_by_name_and_by_number(year, cast):
    session = year.planned()
    ada, ben = year.booked(session)
    (group,) = year.booked(session, number=4)
    held = year.held(
        session, (OfBooking(ada.pk, "came"), OfBooking(ben.pk, "no_show"), OfBooking(group.pk, "came", 3))
    )
    with cast.here.acting("trainer"):
        rows = {one.booking_id: one for one in Attendance.objects.filter(session=held)}
        assert [(rows[b.pk].came, rows[b.pk].number) for b in (ada, ben, group)] == [
            ("came", 1), ("no_show", 1), ("came", 3),
        ]  # fmt: skip
        assert rows[ada.pk].trainee_id == ada.trainee_id and rows[group.pk].trainee_id is None
    year.held(held, (OfBooking(group.pk, "came", 0),))
    with cast.here.acting("trainer"):
        assert (Attendance.objects.get(booking=group).came, Attendance.objects.get(booking=group).number) == (
            "no_show",
            4,
        )
    with pytest.raises(Refusal, match="far from"):
        year.held(Session(pk=held.pk, starts_at=held.starts_at), (OfBooking(group.pk, "came", 400),))


def test_those_who_have_a_place_are_reminded_once_some_days_before(year, cast, everything):
    session = year.planned(capacity=2)
    year.booked(session)
    year.booked(session, "nurse", number=1)
    assert reminding.remind(cast.here.authority.pk, session.starts_at - timedelta(days=4)) == 0
    for _again in range(2):
        assert reminding.remind(cast.here.authority.pk, session.starts_at - timedelta(days=2)) == 2
    assert told(everything, "reminder") == {"ada@e06999001.example", str(cast.here.dsl.pk)}
    with everything():
        assert Message.objects.filter(code="training.reminder").count() == 3
    assert reminding.remind(cast.there.authority.pk, session.starts_at - timedelta(days=2)) == 0
