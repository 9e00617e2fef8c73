"""Who looked, what an account looked at, and the weekly list: a planted snoop is found, and no honest worker is."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.db import connection

from tests.cast import Cast
from tests.pages import Pages
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.kernel import clock
from waymark.foundation.ledger import reads
from waymark.foundation.ledger.models import Read
from waymark.foundation.places.models import Institution
from waymark.foundation.tasks.models import Task
from waymark.home import facts, jobs
from waymark.home.actions import looking, reviewing
from waymark.home.models import Answer, HomeArea, Inquiry, Review, ReviewLine
from waymark.pathway.people import actions as people
from waymark.pathway.people.actions import AddressParts, AffiliationParts
from waymark.pathway.people.queries import main_name
from waymark.pathway.referrals.tests.walks import Walk

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 4, 12, 0, tzinfo=UTC)  # a Wednesday
MONDAY = NOON.date() - timedelta(days=2)


@pytest.fixture
def walk(cast: Cast) -> SimpleNamespace:
    """A referral that the officer took; the second officer has nothing to do with it."""
    cast.here.user("second_officer")
    return seen(Walk(cast.here).received(surname="Brackenshaw").taken())


def seen(walk: Walk) -> SimpleNamespace:
    with walk.acting():
        return SimpleNamespace(referral=walk.referral, person=walk.referral.person)


@pytest.fixture
def move(everything):
    """Puts every look there is at a moment: the ledger itself would not."""

    def put(moment: datetime = NOON, deeds: datetime = NOON - timedelta(days=1)) -> None:
        with everything(), connection.cursor() as cursor:
            cursor.execute("ALTER TABLE ledger.read DISABLE TRIGGER read_stays")
            cursor.execute("ALTER TABLE ledger.deed DISABLE TRIGGER deed_stays")
            cursor.execute("UPDATE ledger.read SET at = %s", [moment])
            cursor.execute("UPDATE ledger.deed SET at = %s", [deeds])

    return put


def look(cast: Cast, who: str, record: object, times: int = 1, page: str = "people:person") -> None:
    with cast.here.acting(who):
        for _each in range(times):
            reads.enter(page, record)


def made(cast: Cast, week=MONDAY) -> Review:
    with acting(Actor.job("review-looks", cast.here.authority.pk)) as job:
        return reviewing.make(by=job, authority_id=cast.here.authority.pk, week_from=week)


def lines(cast: Cast) -> list[tuple[str, list[str]]]:
    with cast.here.acting("ig_lead"):
        return [
            (row.reader.full_name.split()[0], row.facts)
            for row in ReviewLine.objects.select_related("reader").order_by("first_at", "pk")
        ]


def named(user, name: str) -> None:
    user.full_name = name
    user.save()


def test_a_planted_snoop_is_found_with_every_fact(cast, walk, move):
    named(cast.here.second_officer, "Lewis Brackenshaw")
    person = walk.person
    with cast.here.acting("officer") as by:
        people.add_address(
            by=by, person=person, address=AddressParts(lines="1 Mill Lane", postcode="WM1 2AB")
        )
    with cast.here.acting("administrator") as by:
        looking.set_home_area(
            by=by, user=cast.here.second_officer, authority_id=cast.here.authority.pk, district="WM1"
        )
    look(cast, "second_officer", person, times=3)
    look(cast, "officer", person)
    move(datetime(2026, 3, 7, 2, 14, tzinfo=UTC))
    made(cast)
    assert sorted(lines(cast)) == [
        ("Lewis", ["caseload", "surname", "postcode", "hours"]),
        ("officer", ["hours"]),
    ]


def test_an_honest_week_leaves_no_line(cast, walk, move):
    for who in ("officer", "lead"):
        look(cast, who, walk.referral)
        look(cast, who, walk.person)
    move()
    review = made(cast)
    assert lines(cast) == []
    with cast.here.acting("ig_lead"):
        assert Review.objects.get() == review
        assert not Task.objects.filter(kind=reviewing.TASK).exists()


def test_whoever_worked_on_it_or_opened_it_before_it_was_taken_is_not_listed(cast, move, everything):
    waiting = Walk(cast.here).received(surname="Firstly")
    look(cast, "second_officer", seen(waiting).referral)
    move()
    made(cast)
    assert lines(cast) == []
    waiting.taken()
    move(NOON, deeds=NOON + timedelta(hours=1))
    made(cast)
    assert lines(cast) == []


def test_each_fact_by_itself(cast, walk, move):
    person = walk.person
    school = Institution.objects.create(kind="school", urn="999001", name="Invented", source="tests")
    council = cast.here.organisation("council")
    council.institution = school
    council.save()
    with cast.here.acting("officer") as by:
        people.add_affiliation(
            by=by, person=person, affiliation=AffiliationParts(institution=school, role="pupil")
        )
    named(cast.here.officer, f"{_main(cast, person)}")
    look(cast, "officer", person)
    move()
    made(cast)
    [(_name, found)] = lines(cast)
    assert set(found) == {"surname", "own-name", "organisation"}


def _main(cast: Cast, person) -> str:
    with cast.here.acting("officer"):
        return main_name(person)


@pytest.mark.parametrize(
    ("moment", "odd"),
    [
        (datetime(2026, 3, 4, 7, 0, tzinfo=UTC), False),
        (datetime(2026, 3, 4, 6, 59, tzinfo=UTC), True),
        (datetime(2026, 3, 4, 19, 59, tzinfo=UTC), False),
        (datetime(2026, 3, 4, 20, 0, tzinfo=UTC), True),
        (datetime(2026, 7, 1, 6, 30, tzinfo=UTC), False),  # half past seven in summer
        (datetime(2026, 3, 7, 12, 0, tzinfo=UTC), True),  # a Saturday
    ],
)
def test_unusual_hours_are_those_of_the_united_kingdom(moment, odd):
    assert facts.is_odd(moment) is odd


def test_many_records_on_one_day_are_one_line(cast, walk, move, monkeypatch):
    monkeypatch.setattr(facts, "MANY_RECORDS", 2)
    look(cast, "officer", walk.referral)
    look(cast, "officer", walk.person)
    move()
    made(cast)
    assert lines(cast) == [("officer", ["many"])]
    page = Pages().sign_in(cast.here.ig_lead).open(f"/looks/weeks/{_review(cast).pk}/")
    assert "Opened 2 different records on Wednesday 4 March 2026." in page.text


def _review(cast: Cast) -> Review:
    with cast.here.acting("ig_lead"):
        return Review.objects.get()


def test_the_list_is_a_task_that_ends_when_no_line_is_open(cast, walk, move):
    look(cast, "second_officer", walk.person)
    move()
    made(cast)
    made(cast)
    pages = Pages().sign_in(cast.here.ig_lead)
    assert "Review last week’s looks at records" in pages.open("/my-day/").text
    review = _review(cast)
    week = pages.open(f"/looks/weeks/{review.pk}/")
    assert "Not in the reader’s caseload" in week.text and "second_officer of Hereshire" in week.text
    [link] = [href for href in week.links() if href.startswith("/looks/lines/")]
    empty = pages.fill(link, status=200)
    assert empty.errors == ["Choose an answer", "Say how you know"]
    pages.fill(link, answer="ask", note="Asked their manager on Monday.")
    with cast.here.acting("ig_lead"):
        assert Task.objects.get(kind=reviewing.TASK).done_at is None
    pages.fill(link, answer="explained", note="They covered for a colleague who was ill.")
    with cast.here.acting("ig_lead"):
        assert Task.objects.get(kind=reviewing.TASK).done_at is not None
        assert Review.objects.get().answered_at is not None
        assert list(Answer.objects.order_by("answered_at").values_list("answer", flat=True)) == [
            "ask",
            "explained",
        ]
    assert "They covered for a colleague" in pages.open(f"/looks/weeks/{review.pk}/").text
    assert "This line has been answered." in pages.fill(link, status=200, answer="refer", note="Again").errors


def test_a_late_look_joins_the_list(cast, walk, move):
    made(cast)
    look(cast, "second_officer", walk.person)
    move()
    made(cast)
    assert len(lines(cast)) == 1


def test_the_job_makes_last_weeks_list_everywhere(cast, walk, everything):
    assert cast.there.authority
    jobs.review_looks(0)
    jobs.review_looks(0)
    with everything():
        assert Review.objects.count() == 2
        monday = clock.today() - timedelta(days=clock.today().weekday() + 7)
        assert set(Review.objects.values_list("week_from", flat=True)) == {monday}


def test_nobody_else_sees_the_list(cast, walk, move):
    look(cast, "second_officer", walk.person)
    move()
    review = made(cast)
    for side, who in (("here", "lead"), ("here", "administrator"), ("here", "officer"), ("there", "ig_lead")):
        with getattr(cast, side).acting(who):
            assert not Review.objects.exists() and not ReviewLine.objects.exists()
        Pages().sign_in(getattr(cast, side).user(who)).open(f"/looks/weeks/{review.pk}/", status=404)


def test_nobody_answers_for_their_own_looks(cast, walk, move, everything):
    look(cast, "second_officer", walk.person)
    move()
    made(cast)
    with everything():
        ReviewLine.objects.update(reader=cast.here.ig_lead)
        line = ReviewLine.objects.get()
    page = Pages().sign_in(cast.here.ig_lead).open(f"/looks/lines/{line.pk}/", status=403)
    assert "your own looks" in page.text


def test_who_looked_is_shown_to_the_lead_and_to_information_governance(cast, walk, move):
    person = walk.person
    look(cast, "second_officer", person)
    path = f"/looks/record/person/{person.pk}/"
    record = Pages().sign_in(cast.here.lead).open(f"/people/{person.reference}/")
    assert path in record.links()
    assert path not in Pages().sign_in(cast.here.officer).open(f"/people/{person.reference}/").links()
    for who in ("lead", "ig_lead"):
        page = Pages().sign_in(cast.here.user(who)).open(path)
        assert "second_officer of Hereshire" in page.text and "The person’s page" in page.text
    for side, who in (("here", "officer"), ("here", "administrator"), ("there", "lead")):
        Pages().sign_in(getattr(cast, side).user(who)).open(path, status=404)
    Pages().sign_in(cast.there.ig_lead).open(path, status=404)
    Pages().sign_in(cast.here.lead).open(f"/looks/record/nothing/{person.pk}/", status=404)


def test_what_an_account_looked_at_asks_why_first(cast, walk, everything):
    look(cast, "second_officer", walk.referral)
    for who in ("administrator", "ig_lead"):
        pages = Pages().sign_in(cast.here.user(who))
        path = f"/looks/account/{cast.here.second_officer.pk}/"
        assert "Say why you need to see this" in pages.fill(path, status=200).errors
        sent = pages.fill(path, reason="A complaint of 3 March.")
        shown = pages.open(sent.response["Location"])
        assert (
            f"Referral {str(walk.referral.pk)[-6:]}" in shown.text and "A complaint of 3 March." in shown.text
        )
    with everything():
        asked = list(Inquiry.objects.values_list("reason", flat=True))
        assert asked == ["A complaint of 3 March."] * 2
        assert Read.objects.filter(about_kind="home.inquiry").count() == 2
    Pages().sign_in(cast.here.lead).open(path, status=404)
    Pages().sign_in(cast.there.administrator).open(path, status=404)


def test_an_inquiry_is_for_whoever_asked_and_for_that_day(cast, walk, everything):
    with cast.here.acting("administrator") as by:
        mine = looking.look_into(
            by=by, account=cast.here.second_officer, authority_id=cast.here.authority.pk, reason="A complaint"
        )
    path = f"/looks/asked/{mine.pk}/"
    assert "another day" in Pages().sign_in(cast.here.ig_lead).open(path, status=403).text
    with everything(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("ALTER TABLE home_inquiry DISABLE TRIGGER home_inquiry_signed")
        cursor.execute("UPDATE home_inquiry SET asked_at = asked_at - interval '2 days'")
    assert "another day" in Pages().sign_in(cast.here.administrator).open(path, status=403).text


def test_nobody_looks_into_their_own_account(cast):
    pages = Pages().sign_in(cast.here.administrator)
    page = pages.fill(f"/looks/account/{cast.here.administrator.pk}/", status=200, reason="Curious")
    assert page.errors == ["This is your own account. Ask somebody else to look into it."]


def test_where_a_person_lives_is_noted_by_the_administrator_alone(cast):
    pages = Pages().sign_in(cast.here.administrator)
    path = f"/members/{cast.here.officer.pk}/home-area/"
    assert pages.fill(path, status=200, district="nowhere").errors == [
        "Enter the first half of a postcode, like WM4"
    ]
    pages.fill(path, district="wm4")
    pages.fill(path, district="WM5")
    with cast.here.acting("administrator"):
        assert HomeArea.objects.get().district == "WM5"
    with cast.here.acting("ig_lead"):
        assert not HomeArea.objects.exists()
