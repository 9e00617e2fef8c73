"""Signing in by the code of a session: in its hours, so many times, nobody named; whoever teaches confirms it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from tests.cast import Cast
from tests.pages import Pages
from waymark.delivery.training import links, room
from waymark.delivery.training.actions import sessions, signing_in
from waymark.delivery.training.actions.booking import Named
from waymark.delivery.training.models import Attendance, Booking, Session, SignIn
from waymark.foundation.kernel import clock

from .teaching import Year

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> Cast:
    return Cast()


@pytest.fixture
def year(cast) -> Year:
    """Since yesterday, so that a session can have been planned then."""
    with clock.travelled(clock.now() - timedelta(days=1)):
        return Year(cast.here)


@pytest.fixture
def session(year) -> Session:
    """For four people; it began ten minutes ago. Two have booked by name, and it is known to nobody else."""
    with clock.travelled(clock.now() - timedelta(days=1)):
        session = year.planned(clock.now() + timedelta(days=1) - timedelta(minutes=10), capacity=4)
        year.booked(session)
    return session


def here(client, session: Session, typed: str = "") -> str:
    return client.post(links.to_room(session), {"typed": typed}, follow=True).content.decode()


def test_somebody_signs_in_as_they_were_booked_and_is_there_once(session, client, everything):
    page = client.get(links.to_room(session)).content.decode()
    assert "Are you here?" in page and "Inventedly" not in page
    for typed in ("ada  INVENTEDLY", "ADA@e06999001.example", "Ben Inventedly"):
        assert "Thank you" in here(client, session, typed)
    with everything():
        held = SignIn.objects.select_related("booking__trainee")
        assert sorted(one.booking.trainee.name for one in held) == ["Ada Inventedly", "Ben Inventedly"]
        assert not held.exclude(typed="").exists()


def test_the_answer_does_not_tell_who_has_booked(session, client, everything):
    answers = {
        here(client, session, typed).split("<main")[1] for typed in ("Ben Inventedly", "Zoe Unknownly", "")
    }
    assert len(answers) == 1
    with everything():
        assert sorted(SignIn.objects.values_list("typed", flat=True)) == ["", "", "Zoe Unknownly"]


def test_whoever_teaches_confirms_and_typed_names_go(session, client, cast, everything):
    for typed in ("Ada Inventedly", "Zoe Unknownly", ""):
        here(client, session, typed)
    with everything():
        assert not Attendance.objects.exists(), "signing in alone counts nobody"
        ada = Booking.objects.get(trainee__name="Ada Inventedly")
        ben = Booking.objects.get(trainee__name="Ben Inventedly")
    trainer, there = (
        Pages().sign_in(cast.here.trainer),
        reverse("training:session-attendance", args=[session.reference]),
    )
    page = trainer.open(there)
    assert "Signed in by the code: 1 who had booked" in page.text and "Zoe Unknownly" in page.text
    form = page.form()
    assert form[f"booking_{ada.pk}"] == "came" and not form.get(f"booking_{ben.pk}")
    trainer.send(there, form | {f"booking_{ben.pk}": "no_show", "others_1": "1"})
    with everything():
        assert set(Attendance.objects.values_list("came", "number")) == {("came", 1), ("no_show", 1)}
        assert not SignIn.objects.exclude(typed="").exists()
        assert not SignIn.objects.filter(settled_at=None).exists()
    assert "Zoe Unknownly" not in trainer.open(there).text


def test_the_code_works_in_the_hours_of_the_session_only(session, client, everything):
    for at, works in (
        (session.starts_at - timedelta(minutes=31), False),
        (session.starts_at - timedelta(minutes=29), True),
        (session.ends_at + timedelta(minutes=29), True),
        (session.ends_at + timedelta(minutes=31), False),
    ):
        with clock.travelled(at):
            assert ("I am here" in client.get(links.to_room(session)).content.decode()) is works
            assert ("Thank you" in here(client, session)) is works
            assert (room.find(room.code(session), at) is not None) is works
    with everything():
        assert SignIn.objects.count() == 2


def test_a_cancelled_session_takes_nobody(year, client, everything):
    with clock.travelled(clock.now() - timedelta(days=1)):
        session = year.planned(clock.now() + timedelta(days=1, minutes=10))
    with year.side.acting("officer") as by:
        sessions.cancel(by=by, session=session, version=1, because="The hall is closed.")
    assert "cancelled" in here(client, session) and room.find(room.code(session), clock.now()) is None
    with everything():
        assert not SignIn.objects.exists()


def test_it_takes_twice_as_many_as_there_are_places(session, client, everything):
    for _one in range(8):
        assert "Thank you" in here(client, session)
    assert "More people have signed in" in here(client, session)
    with everything():
        assert SignIn.objects.count() == 8


def test_too_many_from_one_network_are_asked_to_tell_the_trainer(session, client, settings):
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"room_code": "1/h/ip"}
    assert "Thank you" in here(client, session)
    assert client.post(links.to_room(session), {"typed": ""}).status_code == 429
    assert client.post(reverse("training:here-code"), {"code": "ACDEFG"}).status_code == 429


def test_a_link_or_a_code_that_was_made_up_opens_nothing(session, client):
    good = links.to_room(session)
    assert client.get(good[:-2] + "x/").status_code == 404
    assert client.get(good.replace("/here/", "/place/")).status_code == 404
    typing = reverse("training:here-code")
    for typed, sentence in (
        ("", "Enter the code"),
        ("AAA", "6 letters"),
        ("AAAAAA", "No session has this code"),
    ):
        assert sentence in client.post(typing, {"code": typed}).content.decode(), typed
    spaced = f" {room.code(session)[:3].lower()} {room.code(session)[3:]}"
    assert client.post(typing, {"code": spaced}).headers["Location"] == good


def test_two_of_the_same_name_are_left_to_the_trainer(year, session, client, everything):
    with clock.travelled(clock.now() - timedelta(hours=5)):
        year.booked(session, named=[Named("Ada Inventedly", "another@school.example")])
    assert "Thank you" in here(client, session, "Ada Inventedly")
    with everything():
        assert SignIn.objects.get().typed == "Ada Inventedly"


def test_a_typed_name_is_forgotten_after_two_weeks(session, client, everything):
    here(client, session, "Zoe Unknownly")
    assert signing_in.forget_everywhere(clock.now() + timedelta(days=13)) == 0
    assert signing_in.forget_everywhere(clock.now() + timedelta(days=15)) == 1
    assert signing_in.forget_everywhere(clock.now() + timedelta(days=15)) == 0
    with everything():
        assert SignIn.objects.get().typed == ""


def test_only_the_team_shows_the_code(session, cast, django_assert_max_num_queries):
    there = reverse("training:session-room", args=[session.reference])
    trainer = Pages().sign_in(cast.here.trainer)
    assert there in trainer.open(reverse("training:session", args=[session.reference])).links()
    page = trainer.open(there)
    assert room.code(session) in page.text and any(links.to_room(session) in one for one in page.links())
    with django_assert_max_num_queries(16):
        trainer.open(there)
    for who in (cast.here.dsl, cast.there.trainer):
        assert Pages().sign_in(who).get(there).status_code == 404


def test_the_database_refuses_what_the_page_refuses(session, client, everything):
    here(client, session, "Ada Inventedly")
    with everything():
        one = SignIn.objects.get()
        ben = Booking.objects.get(trainee__name="Ben Inventedly")
    values = {"authority_id": one.authority_id, "grants": one.grants, "session_id": session.pk}
    now = clock.now()
    wrong = (
        lambda: SignIn.objects.create(**values, signed_at=session.starts_at - timedelta(hours=1)),
        lambda: SignIn.objects.create(**values, signed_at=session.ends_at + timedelta(hours=1)),
        lambda: SignIn.objects.create(**values, signed_at=now, booking_id=one.booking_id),
        lambda: SignIn.objects.create(**values, signed_at=now, booking=ben, typed="Ben"),
        lambda: SignIn.objects.update(booking=ben),
        lambda: SignIn.objects.update(signed_at=now),
        lambda: SignIn.objects.update(typed="Somebody"),
        lambda: [SignIn.objects.create(**values, signed_at=now) for _each in range(8)],
    )
    for number, deed in enumerate(wrong):
        with everything(), pytest.raises(DatabaseError), transaction.atomic():
            deed()
            pytest.fail(f"the database took number {number}")
