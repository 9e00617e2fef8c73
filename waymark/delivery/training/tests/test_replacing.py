"""Somebody who has a place cannot come: a colleague comes instead, in one deed, and it is known who changed it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from tests.cast import Cast
from tests.pages import Pages
from waymark.delivery.training import links
from waymark.delivery.training.actions import replacing, sessions
from waymark.delivery.training.actions.attending import OfBooking
from waymark.delivery.training.actions.booking import Named, Where
from waymark.delivery.training.models import Attendance, Booking, Session, Substitution, Trainee
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotAllowed, Refusal

from .teaching import Year, school
from .test_booking import told

pytestmark = pytest.mark.django_db
DORA = Named("Dora Inventedly", "dora@school.example", needs="A quiet seat")


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.fixture
def year(cast) -> Year:
    return Year(cast.here)


@pytest.fixture
def ada(year) -> Booking:
    """Ada has a place, which the safeguarding lead of her school booked."""
    return year.booked(year.planned())[0]


def replace(year, booking: Booking, instead: Named = DORA, who: str = "dsl") -> Booking:
    with year.side.acting(who) as by:
        held = Booking.objects.get(pk=booking.pk)
        return replacing.replace(by=by, booking=held, version=held.version, instead=instead)


def test_a_colleague_has_the_place_and_who_changed_it_is_known(year, ada, everything, cast):
    assert replace(year, ada).reference == ada.reference
    with everything():
        held = Booking.objects.select_related("trainee", "session").get(pk=ada.pk)
        made = Substitution.objects.select_related("before", "after").get()
        assert (held.state, held.session.taken, held.needs) == ("confirmed", 2, "A quiet seat")
        assert held.trainee.name == made.after.name == "Dora Inventedly"
        assert made.before.name == "Ada Inventedly"
        assert (made.changed_by_id, made.by_link) == (cast.here.dsl.pk, False)
    assert told(everything, "replaced") == {"ada@e06999001.example"}
    assert "dora@school.example" in told(everything, "place")
    with cast.here.acting("dsl"):
        assert Booking.objects.select_related("trainee").get(pk=ada.pk).trainee.name == "Dora Inventedly"
    with cast.here.acting("nurse"):
        assert not Substitution.objects.exists()


def test_attendance_is_for_who_came(year, ada, everything):
    replace(year, ada, who="officer")
    year.held(ada.session, (OfBooking(ada.pk, "came"),))
    with everything():
        assert Attendance.objects.select_related("trainee").get().trainee.name == "Dora Inventedly"


def test_whoever_holds_the_link_passes_the_place_on_and_the_link_opens_nothing_then(
    year, ada, client, everything
):
    old = links.to_place(ada)
    there = f"{old}replace/"
    assert "A colleague comes instead of me" in client.get(old).content.decode()
    for typed, sentence in (
        ({"name": ""}, "Enter the name"),
        ({"name": "Dora Inventedly", "email": "no address"}, "email address"),
        ({"name": "Ada Inventedly", "email": "ada@e06999001.example"}, "already"),
        ({"name": "Somebody Inventedly", "email": "ada@e06999001.example"}, "another name"),
    ):
        assert sentence in client.post(there, typed).content.decode(), typed
    answer = client.post(there, {"name": "Dora Inventedly", "email": "dora@school.example"}, follow=True)
    assert "Your colleague has the place" in answer.content.decode()
    assert client.get(old).status_code == client.get(there).status_code == 404
    with everything():
        made = Substitution.objects.get()
        assert made.by_link and made.changed_by_id is None
        new = links.to_place(Booking.objects.get(pk=ada.pk))
    page = client.get(new).content.decode()
    assert "You have 1 place" in page and "Inventedly" not in page


def test_only_a_colleague_by_who_booked_and_until_it_begins(year, ada, cast):
    other = year.planned()
    year.booked(
        other, where=Where(school(cast.here, "2").pk), named=[Named("Eve Inventedly", "eve@x.example")]
    )
    with pytest.raises(Refusal, match="another place of work"):
        replace(year, ada, Named("Eve Inventedly", "eve@x.example"))
    with cast.here.acting("dsl"):
        held = Booking.objects.select_related("session").get(pk=ada.pk)
    with cast.here.acting("trainer") as by, pytest.raises(NotAllowed):
        replacing.replace(by=by, booking=held, version=held.version, instead=DORA)
    (group,) = year.booked(ada.session, number=2)
    with pytest.raises(NotAllowed, match="number of people"):
        replace(year, group)
    with clock.travelled(ada.session.starts_at), pytest.raises(NotAllowed, match="begun"):
        replace(year, ada)
    with cast.here.acting("officer"):
        assert not Substitution.objects.exists()


def test_somebody_who_waits_is_not_replaced(year):
    session = year.planned(capacity=1)
    _first, waits = (year.booked(session, named=[Named(f"{n} Inventedly")])[0] for n in ("Ada", "Ben"))
    with pytest.raises(NotAllowed, match="has a place"):
        replace(year, waits)


def test_the_database_refuses_what_the_page_refuses(year, ada, cast, everything):
    replace(year, ada)
    year.booked(year.planned(), where=Where(school(cast.here, "2").pk), named=[Named("Eve Inventedly")])
    with everything():
        made, eve = Substitution.objects.get(), Trainee.objects.get(name="Eve Inventedly")
        ben, starts = (
            Trainee.objects.get(name="Ben Inventedly"),
            Session.objects.get(pk=ada.session_id).starts_at,
        )
    same = {"authority_id": made.authority_id, "grants": made.grants, "booking_id": ada.pk}
    wrong = (
        {"before_id": made.after_id, "after_id": eve.pk, "changed_at": clock.now()},
        {"before_id": made.after_id, "after_id": ben.pk, "changed_at": starts + timedelta(seconds=1)},
        {"before_id": made.before_id, "after_id": ben.pk, "changed_at": clock.now()},
        {"before_id": made.after_id, "after_id": made.after_id, "changed_at": clock.now()},
    )
    for values in wrong:
        with everything(), pytest.raises(DatabaseError), transaction.atomic():
            Substitution.objects.create(**same, **values)
    for rows, values in (
        (Booking.objects.filter(pk=ada.pk), {"trainee": ben}),
        (Substitution.objects.all(), {"after": ben}),
        (Substitution.objects.all(), {"by_link": True}),
    ):
        with everything(), pytest.raises(DatabaseError), transaction.atomic():
            rows.update(**values)


def test_the_pages_of_who_booked_and_who_plans(year, ada, cast):
    lead, officer = Pages().sign_in(cast.here.dsl), Pages().sign_in(cast.here.officer)
    there = reverse("training:mine-replace", args=[ada.reference])
    assert there in lead.open(reverse("training:offered", args=[ada.session.reference])).links()
    lead.fill(there, name="Dora Inventedly", email="dora@school.example")
    again = reverse("training:booking-replace", args=[ada.reference])
    session = reverse("training:session", args=[ada.session.reference])
    assert again in officer.open(session).links()
    officer.fill(again, name="Fay Inventedly")
    page = officer.open(session).text
    assert "Who comes instead" in page and page.count("Dora Inventedly") == 2
    assert cast.here.dsl.get_full_name() in page
    nurse = Pages().sign_in(cast.here.nurse)
    assert nurse.get(there).status_code == 404


def test_a_session_that_is_cancelled_offers_no_way_that_would_be_refused(year, ada, cast):
    client = Pages().sign_in(cast.here.dsl)
    with year.side.acting("officer"):
        session = Session.objects.get(pk=ada.session_id)
        here = reverse("training:offered", args=[session.reference])
        ways = [reverse(f"training:mine-{way}", args=[ada.reference]) for way in ("cancel", "replace")]
    assert set(ways) <= set(client.open(here).links())
    with year.side.acting("officer") as by:
        sessions.cancel(by=by, session=session, version=session.version, because="The hall is closed.")
    page = client.open(here)
    assert "This session is cancelled" in page.text and not set(ways) & set(page.links())
