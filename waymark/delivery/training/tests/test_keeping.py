"""Places kept for a phase, a kind of organisation or one place: nobody else books them until their day."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from tests.cast import Cast
from tests.pages import Pages
from waymark.delivery.training.actions import booking as booking_deeds
from waymark.delivery.training.actions import keeping, waiting
from waymark.delivery.training.actions.booking import Where
from waymark.delivery.training.models import Booking, KeptPlaces, Session
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotAllowed, Refusal

from .teaching import SOON, Year, school

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.fixture
def year(cast) -> Year:
    return Year(cast.here)


@pytest.fixture
def session(year) -> Session:
    """Ten places in twenty days: four are kept for nurseries until a week before."""
    session = year.planned()
    year.kept(session, phase="Nursery")
    return session


def nursery(year) -> Where:
    return Where(school(year.side, "7", phase="Nursery").pk)


def state(year, session, number: int, where: Where | None = None) -> str:
    (made,) = year.booked(session, "officer", number=number, where=where or Where(school(year.side).pk))
    return made.state


def test_others_do_not_book_kept_places_and_those_for_whom_they_are_do(year, session, everything):
    assert state(year, session, 7) == "waiting", "six are open to everybody"
    assert state(year, session, 6) == "confirmed"
    assert state(year, session, 1) == "waiting"
    assert state(year, session, 3, nursery(year)) == "confirmed"
    assert state(year, session, 2, nursery(year)) == "waiting", "one is left for them"
    assert state(year, session, 1, nursery(year)) == "confirmed"
    with everything():
        assert Session.objects.get(pk=session.pk).taken == 10
        assert KeptPlaces.objects.get().taken == 4


def test_who_has_more_than_was_kept_for_them_takes_of_the_others(year, session):
    assert state(year, session, 6, nursery(year)) == "confirmed"
    assert state(year, session, 5) == "waiting"
    assert state(year, session, 4) == "confirmed"


def test_a_place_that_a_nursery_gives_up_is_kept_again(year, session):
    (theirs,) = year.booked(session, "officer", number=4, where=nursery(year))
    assert state(year, session, 6) == "confirmed"
    assert state(year, session, 1) == "waiting"
    with year.side.acting("officer") as by:
        booking_deeds.cancel(by=by, booking=Booking.objects.get(pk=theirs.pk), version=2)
        assert sorted(Booking.objects.values_list("state", "number")) == [
            ("cancelled", 4), ("confirmed", 6), ("waiting", 1),
        ]  # fmt: skip
    assert state(year, session, 4, nursery(year)) == "confirmed"


def test_on_their_day_they_are_places_like_others_and_who_waits_is_first(year, session, everything):
    (waits,) = year.booked(session, "officer", number=8)
    authority, day = year.side.authority.pk, session.starts_at - timedelta(days=7)
    assert waiting.open_in(authority, day - timedelta(days=1)) == 0
    assert (waiting.open_in(authority, day), waiting.open_in(authority, day)) == (1, 0)
    with everything():
        assert Booking.objects.get(pk=waits.pk).state == "confirmed"
        assert KeptPlaces.objects.get().released_at == day
    assert state(year, session, 2) == "confirmed"


def test_whoever_books_on_that_day_need_not_wait_for_the_job(year, session):
    with clock.travelled(session.starts_at - timedelta(days=7)):
        assert state(year, session, 10) == "confirmed"


def test_who_plans_lets_them_go_earlier_once(year, session, cast):
    (waits,) = year.booked(session, "officer", number=8)
    with cast.here.acting("officer") as by:
        held = KeptPlaces.objects.select_related("session").get()
        keeping.release(by=by, places=held, version=held.version)
        assert Booking.objects.get(pk=waits.pk).state == "confirmed"
        again = KeptPlaces.objects.select_related("session").get()
        with pytest.raises(NotAllowed, match="not kept any more"):
            keeping.release(by=by, places=again, version=again.version)


def test_those_who_had_booked_are_among_the_number(year, everything):
    session = year.planned()
    year.booked(session, "officer", number=3, where=nursery(year))
    year.booked(session, "officer", number=5)
    year.kept(session, phase="Nursery")
    with everything():
        assert KeptPlaces.objects.get().taken == 3
    assert state(year, session, 2) == "waiting"
    assert state(year, session, 1) == "confirmed"


def test_one_place_a_kind_and_a_phase_stand_side_by_side(year, cast):
    session, council = year.planned(), cast.here.organisation("council")
    year.kept(session, 2, institution_id=nursery(year).institution_id)
    year.kept(session, 2, phase="Nursery")
    year.kept(session, 2, kind="council")
    assert state(year, session, 4, nursery(year)) == "confirmed", "two of their own, two of everybody"
    assert state(year, session, 3, Where(organisation_id=council.pk)) == "confirmed"
    assert state(year, session, 3) == "waiting"


def test_what_cannot_be_kept_is_refused(year, session, cast):
    for given, sentence in (
        ({"phase": "Nursery"}, "already"),
        ({"kind": "nhs", "number": 7}, "not so many"),
        ({"kind": "nhs", "days_before": 21}, "sooner"),
    ):
        with pytest.raises(Refusal, match=sentence):
            year.kept(session, **{"number": 1} | given)
    with cast.here.acting("trainer") as by, pytest.raises(NotAllowed):
        keeping.keep(by=by, session=session, number=1, days_before=7, kind="nhs")
    assert SOON.days < 21


def test_the_database_refuses_what_the_page_refuses(year, session, everything):
    state(year, session, 6)
    (waits,) = year.booked(session, "officer", number=1)
    with everything():
        kept = KeptPlaces.objects.get()
    values = {"authority_id": kept.authority_id, "grants": kept.grants, "session_id": session.pk}
    bookings, places = Booking.objects.filter(pk=waits.pk), KeptPlaces.objects.all()
    wrong = (
        lambda: bookings.update(state="confirmed"),
        lambda: bookings.update(kept=kept),
        lambda: places.update(number=3),
        lambda: places.update(days_before=3),
        lambda: KeptPlaces.objects.create(**values, number=1, days_before=1),
        lambda: KeptPlaces.objects.create(**values, number=1, days_before=1, kind="nhs", phase="Primary"),
        lambda: KeptPlaces.objects.create(**values, number=0, days_before=1, kind="nhs"),
        lambda: KeptPlaces.objects.create(**values, number=1, days_before=1, phase="Nursery"),
        lambda: KeptPlaces.objects.create(**values, number=1, days_before=1, kind="nhs"),
    )
    for number, deed in enumerate(wrong):
        with everything(), pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            deed()
            pytest.fail(f"the database took number {number}")


def test_the_pages_say_what_is_kept(year, session, cast, django_assert_max_num_queries):
    lead, officer = Pages().sign_in(cast.here.dsl), Pages().sign_in(cast.here.officer)
    there = reverse("training:offered", args=[session.reference])
    page = lead.open(there).text
    assert "4 places are kept for Nursery until" in page and "Places left 6" in page
    with django_assert_max_num_queries(24):
        lead.open(there)
    assert "Places left6" in lead.open(reverse("training:mine")).text
    keep = reverse("training:session-keep", args=[session.reference])
    for typed, sentence in (
        ({"whom": ""}, "for whom"),
        ({"number": "0"}, "1"),
        ({"number": "9"}, "not so many"),
    ):
        form = officer.open(keep).form() | {"whom": "k:nhs", "number": "1", "days_before": "3"} | typed
        assert sentence in officer.send(keep, form, status=200).text, typed
    officer.send(keep, officer.open(keep).form() | {"whom": "k:nhs", "number": "2", "days_before": "3"})
    page = officer.open(reverse("training:session", args=[session.reference]))
    release = next(one for one in page.links() if one.endswith("/release/"))
    assert "Kept places" in page.text and "NHS body" in page.text
    officer.fill(release)
    assert (
        "Open to everybody since" in officer.open(reverse("training:session", args=[session.reference])).text
    )
    assert Pages().sign_in(cast.there.officer).get(release).status_code == 404


def test_nobody_changes_which_kept_place_a_booking_has(year, session, everything):
    (booked,) = year.booked(session, "officer", number=1, where=nursery(year))
    other = year.kept(session, number=1, institution_id=nursery(year).institution_id)
    for kept in (None, other.pk):
        with everything(), pytest.raises(DatabaseError, match="stays among"), transaction.atomic():
            Booking.objects.filter(pk=booked.pk).update(kept_id=kept)
    with year.side.acting("officer") as by:
        for kept in KeptPlaces.objects.all():
            keeping.release(by=by, places=kept, version=kept.version)
    (later,) = year.booked(session, "officer", number=1, where=nursery(year))
    assert later.kept_id is None
    with everything(), pytest.raises(DatabaseError, match="stays among"), transaction.atomic():
        Booking.objects.filter(pk=later.pk).update(kept_id=other.pk)
    with everything():
        session.delete()
        assert not Booking.objects.exists() and not KeptPlaces.objects.exists()
