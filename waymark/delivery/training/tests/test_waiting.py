"""A place that came free: offered until a deadline, taken up, declined, run out; or given at once. Never overbooked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from tests.cast import Cast
from tests.pages import Pages
from waymark.delivery.training import links
from waymark.delivery.training.actions import booking as deeds
from waymark.delivery.training.actions import waiting
from waymark.delivery.training.actions.booking import Named
from waymark.delivery.training.models import Booking, Session, WaitingRule
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotAllowed, Refusal
from waymark.foundation.outbox.models import Message

from .teaching import Year
from .test_booking import told

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.fixture
def year(cast) -> Year:
    return Year(cast.here)


@pytest.fixture
def line(year) -> list[Booking]:
    """One place: who has it, and two who wait for it. Whoever is offered a place has two days."""
    year.waits(48)
    session = year.planned(capacity=1)
    return [year.booked(session, named=[Named(f"{name} Inventedly")])[0] for name in ("Ada", "Ben", "Cleo")]


def freed(year, booking: Booking) -> None:
    with year.side.acting("officer") as by:
        deeds.cancel(by=by, booking=Booking.objects.get(pk=booking.pk), version=2)


def states(year, bookings) -> list[str]:
    with year.side.acting("officer"):
        held = {one.pk: one.state for one in Booking.objects.all()}
    return [held[one.pk] for one in bookings]


def text(client, booking: Booking) -> str:
    return client.get(links.to_place(booking)).content.decode()


def test_a_free_place_is_offered_until_a_deadline_and_taken_up_by_the_link(year, line, client, everything):
    ada, ben, cleo = line
    freed(year, ada)
    assert states(year, line) == ["cancelled", "offered", "waiting"]
    assert told(everything, "offered") == {str(year.side.dsl.pk)}
    with everything():
        held = Booking.objects.get(pk=ben.pk)
        assert timedelta(hours=47) < held.offered_until - clock.now() <= timedelta(hours=48)
        assert Session.objects.get(pk=held.session_id).taken == 1, "an offer keeps the place"
    assert "Say yes by" in text(client, ben) and "Inventedly" not in text(client, ben)
    for _time in range(2):
        assert client.post(links.to_place(ben), {"take": "1"}).status_code == 302
    assert states(year, line) == ["cancelled", "confirmed", "waiting"]
    assert "You have 1 place" in text(client, ben)
    assert client.post(links.to_place(cleo), {"take": "1"}).status_code == 200, "nothing was offered"
    assert states(year, line)[2] == "waiting"


def test_who_says_no_lets_the_next_be_asked(year, line, client):
    ada, ben, _cleo = line
    freed(year, ada)
    client.post(links.to_place(ben))
    assert states(year, line) == ["cancelled", "cancelled", "offered"]


def test_an_offer_runs_out_once_and_the_next_has_the_whole_time(year, line, client, everything):
    ada, ben, cleo = line
    freed(year, ada)
    authority = year.side.authority.pk
    assert waiting.lapse_in(authority, clock.now() + timedelta(hours=47)) == 0
    late = clock.now() + timedelta(days=10)
    with clock.travelled(late):
        assert "has run out" in text(client, ben), "before the job has come to it"
        assert "the next person is asked" in client.post(links.to_place(ben), {"take": "1"}).content.decode()
        assert waiting.everywhere(late) == 1
        assert waiting.everywhere(late) == 0
    assert states(year, line) == ["cancelled", "expired", "offered"]
    with everything():
        assert Booking.objects.get(pk=cleo.pk).offered_until == late + timedelta(hours=48)
        assert Message.objects.filter(code="training.expired").count() == 1
        assert Message.objects.filter(code="training.offered").count() == 2
    assert "run out" in text(client, ben)
    (again,) = year.booked(ben.session, named=[Named("Ben Inventedly")])
    assert again.state == "waiting", "who missed it can ask again"


def test_a_worker_that_was_down_for_a_month_writes_to_nobody_about_what_is_over(year, line, everything):
    freed(year, line[0])
    late = clock.now() + timedelta(days=30)
    assert waiting.everywhere(late) == 0
    assert states(year, line) == ["cancelled", "offered", "waiting"], "the session has begun long ago"
    with everything():
        assert not Message.objects.filter(code="training.expired").exists()


def test_an_offer_never_outlasts_the_beginning_of_the_session(year, everything):
    year.waits(336)
    session = year.planned(clock.now() + timedelta(hours=5), capacity=1)
    (ada,) = year.booked(session, number=1)
    (ben,) = year.booked(session, number=1)
    freed(year, ada)
    with everything():
        assert Booking.objects.get(pk=ben.pk).offered_until == session.starts_at


def test_without_a_deadline_the_place_is_given_at_once_and_the_newest_rule_holds(year, line):
    year.waits(None, from_on=clock.today())
    freed(year, line[0])
    assert states(year, line) == ["cancelled", "confirmed", "waiting"]


def test_who_books_while_there_is_room_is_not_asked_again(year):
    year.waits(48)
    (ada,) = year.booked(year.planned(), named=[Named("Ada Inventedly")])
    assert ada.state == "confirmed"


def test_only_who_plans_sets_the_rule_one_a_day_within_bounds(year, cast):
    year.waits(48)
    with pytest.raises(Refusal, match="this day"):
        year.waits(24)
    with cast.here.acting("trainer") as by, pytest.raises(NotAllowed):
        waiting.set_rule(
            by=by, authority_id=cast.here.authority.pk, hours=4, from_on=clock.today(), because="As I like"
        )
    client = Pages().sign_in(cast.here.officer)
    form = client.open(reverse("training:waiting-rule")).form()
    for typed, sentence in (
        ({"hours": "900"}, "336"),
        ({"hours": "x"}, "number"),
        ({"because": ""}, "Say why"),
    ):
        answer = client.send(
            reverse("training:waiting-rule"), form | {"because": "As agreed"} | typed, status=200
        )
        assert sentence in answer.text, typed
    client.send(reverse("training:waiting-rule"), form | {"hours": "", "because": "As agreed"})
    shown = client.open(reverse("training:waiting")).text
    assert "48 hours" in shown and "has a free place at once" in shown
    with cast.there.acting("officer"):
        assert not WaitingRule.objects.exists()


def test_the_database_refuses_what_the_page_refuses(year, line, everything):
    ada, ben, cleo = line
    freed(year, ada)
    now = clock.now()
    wrong = (
        (cleo, {"state": "offered", "offered_until": now}),
        (cleo, {"state": "confirmed"}),
        (cleo, {"state": "offered"}),
        (cleo, {"offered_until": now}),
        (ben, {"state": "confirmed"}),
        (ben, {"state": "confirmed", "taken_up_at": now + timedelta(days=5)}),
        (ben, {"state": "waiting", "offered_until": None}),
        (ben, {"number": 2, "trainee": None}),
    )
    for booking, values in wrong:
        with everything(), pytest.raises(DatabaseError), transaction.atomic():
            Booking.objects.filter(pk=booking.pk).update(**values)
    with everything(), pytest.raises(DatabaseError), transaction.atomic():
        WaitingRule.objects.update(hours=3)


def test_the_session_page_says_until_when_and_the_booker_finds_the_answer(year, line, cast):
    ada, ben, _cleo = line
    freed(year, ada)
    seen = Pages().sign_in(cast.here.officer).open(reverse("training:session", args=[ben.session.reference]))
    assert "Offered until" in seen.text
    mine = Pages().sign_in(cast.here.dsl).open(reverse("training:offered", args=[ben.session.reference]))
    assert links.to_place(ben) in mine.links()


def test_the_page_of_rules_asks_few_questions(cast, year, django_assert_max_num_queries):
    year.waits(48)
    client = Pages().sign_in(cast.here.officer)
    client.open(reverse("training:waiting"))
    with django_assert_max_num_queries(14):
        client.open(reverse("training:waiting"))
