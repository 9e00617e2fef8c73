"""One submission tells the council and the police at once, where they agreed so; the council works on it first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from tests.browser import Window
from tests.cast import Cast
from tests.pages import Pages
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Refusal
from waymark.foundation.ledger.models import Disclosure
from waymark.foundation.outbox.models import Envelope, Message
from waymark.foundation.tasks.queries import my_work
from waymark.pathway.assessment.models import PoliceAssessment
from waymark.pathway.concerns import routing
from waymark.pathway.concerns.actions.routing import route
from waymark.pathway.concerns.models import ConcernRaiser, Routing, Submission
from waymark.pathway.people.models import Person
from waymark.pathway.referrals.actions import deciding, restricting
from waymark.pathway.referrals.models import Concern, Decision, Referral, Told

from .walks import PoliceWalk

NAME = "Quillfeather"
LIST = reverse("assessment:list")
HEARD = "assessment.heard"


def agreed(cast: Cast, *, with_police: bool = True, days: int = 0) -> Routing:
    """The setting of the authority, from so many days from now; written down on that day, where it is past."""
    at = clock.now() + timedelta(days=min(days, 0))
    with cast.here.acting("lead") as by:
        return route(
            by=by, at=at, authority_id=cast.here.authority.pk, with_police=with_police,
            from_date=clock.today() + timedelta(days=days), source="Agreed by the board",
        )  # fmt: skip


@pytest.fixture
def walk(cast: Cast) -> PoliceWalk:
    for who in ("police", "supervisor", "officer", "lead"):
        cast.here.user(who)
    agreed(cast)
    return PoliceWalk(cast.here).received()


def record(walk: PoliceWalk) -> str:
    with walk.acting("lead"):
        return reverse("assessment:record", args=[walk.referral.reference])


def seen(cast: Cast, who: str) -> list[str]:
    """Which tables of the record row security lets somebody look into."""
    with cast.here.acting(who):
        tables = (Referral, Concern, Person, Told, Decision, Submission, ConcernRaiser, PoliceAssessment)
        return [table.__name__ for table in tables if table.objects.exists()]


def test_without_the_setting_the_council_has_it_first_and_the_police_know_nothing(cast, everything):
    for who in ("police", "officer"):
        cast.here.user(who)
    agreed(cast, days=1)
    walk = PoliceWalk(cast.here).received()
    assert seen(cast, "police") == []
    Pages().sign_in(cast.here.police).open(record(walk), status=404)
    with everything():
        assert not Message.objects.filter(code=HEARD).exists()


def test_with_it_the_police_see_the_person_and_the_concerns_and_nothing_of_triage(walk, cast):
    assert seen(cast, "police") == ["Referral", "Concern", "Person"]
    walk.taken().matched().told().social_care().asked()
    assert seen(cast, "police") == ["Referral", "Concern", "Person"]
    with cast.there.acting("police"):
        assert not Referral.objects.exists()
    police = Pages().sign_in(cast.here.police)
    police.canaries = (NAME,)
    page = police.open(record(walk))
    assert NAME in page.text and "join a fight" in page.text and "The council works on it first" in page.text
    assert "missed appointments" not in page.text and not page.tree.xpath("//main//form")
    assert record(walk) in police.open(LIST).links() and NAME not in police.open(LIST).text
    Pages().sign_in(cast.there.police).open(record(walk), status=404)


def test_they_hear_of_it_in_the_deed_that_sends_and_no_message_tells_of_whom(walk, cast, everything):
    with everything():
        told = Envelope.objects.filter(message__code=HEARD).select_related("message")
        assert {envelope.user_id for envelope in told} == {cast.here.police.pk, cast.here.supervisor.pk}
        assert all(NAME not in f"{envelope.link}{envelope.subject}{envelope.body}" for envelope in told)
        [disclosure] = Disclosure.objects.all()
        assert (disclosure.recipient, disclosure.about_id) == ("police", str(walk.pk))
    with cast.here.acting("police") as by:
        assert not my_work(by).exists()


def test_what_both_have_is_one_record_and_the_council_decides_when_the_police_work_on_it(walk, cast):
    police = Pages().sign_in(cast.here.police)
    for page in ("check", "write", "ask", "refer", "close", "hold"):
        police.open(reverse(f"assessment:{page}", args=[record(walk).split("/")[-2]]), status=404)
    walk.taken().matched().told().social_care().decided("to-police")
    with cast.here.acting("police"):
        assert (Referral.objects.count(), Person.objects.count(), PoliceAssessment.objects.count()) == (
            1,
            1,
            1,
        )
    page = police.open(record(walk))
    assert page.heading.startswith("Police assessment of")
    assert "With the council first" not in police.open(LIST).text


def test_the_officer_reads_that_the_police_have_it_too(walk, cast):
    with walk.acting("lead"):
        at = reverse("referrals:triage-record", args=[walk.referral.reference])
    officer = Pages().sign_in(cast.here.officer)
    assert "They got it when you did" in officer.open(at).text
    walk.taken().matched().told().social_care().decided("to-police")
    assert "They got it when you did" not in officer.open(at).text


def test_what_the_council_takes_back_or_seals_the_police_see_no_more(walk, cast):
    walk.taken().matched().told().social_care().decided("to-police")
    with cast.here.acting("officer") as by:
        deciding.bring_back(
            by=by, referral=walk.referral, version=walk.referral.version, reason="He moved away last week."
        )
    assert seen(cast, "police") == []
    other = PoliceWalk(cast.here).received(surname="Tillbrookish", born="1971-02-03").ready()
    other.decided("unfounded")
    assert seen(cast, "police") == []


@pytest.mark.parametrize("outcome", ["close", "advise"])
def test_what_triage_closes_without_them_the_police_need_no_more(walk, cast, outcome):
    walk.ready()
    assert seen(cast, "police") == ["Referral", "Concern", "Person"]
    walk.decided(outcome)
    assert seen(cast, "police") == [] and "Referral" in seen(cast, "officer")
    Pages().sign_in(cast.here.police).open(record(walk), status=404)
    walk.reopened()
    assert seen(cast, "police") == []
    walk.told().decided("to-police")
    assert "PoliceAssessment" in seen(cast, "police")


def test_what_they_assessed_themselves_they_keep(walk, cast):
    walk.taken().matched().told().social_care().decided("to-police")
    walk.taken_by_police().checked().marked_by_police()
    walk.proposed()
    walk.approved()
    assert walk.state() == "police_closed"
    walk.reopened()
    walk.marked().told().decided("close")
    assert {"Referral", "PoliceAssessment"} <= set(seen(cast, "police"))


def test_the_police_are_told_of_a_mistake_that_they_saw(walk, cast, everything):
    walk.ready().decided("unfounded")
    lead, today = Pages().sign_in(cast.here.lead), clock.today()
    url = reverse("referrals:triage-mistake-told", args=[record(walk).split("/")[-2]])
    at_record = reverse("referrals:triage-record", args=[record(walk).split("/")[-2]])
    assert "are to be told that it was mistaken" in lead.open(at_record).text
    assert url in lead.open(reverse("home:my-day")).links()
    assert "The police of the area" in lead.open(url).text
    with (
        cast.here.acting("lead"),
        pytest.raises(DatabaseError, match="told_of_mistake"),
        transaction.atomic(),
    ):
        Referral.objects.filter(pk=walk.pk).update(police_mistake_told_on=today)
    when = {"told_on-day": today.day, "told_on-month": today.month, "told_on-year": today.year}
    lead.fill(url, shared=["police"], **when)
    assert f"by {cast.here.lead.get_full_name()} that it was mistaken" in lead.open(at_record).text
    assert url not in lead.open(reverse("home:my-day")).links()
    lead.open(url, status=403)


def test_nobody_tells_the_police_of_a_mistake_that_they_did_not_see(cast):
    for who in ("police", "officer", "lead"):
        cast.here.user(who)
    walk = PoliceWalk(cast.here).received().ready()
    walk.decided("unfounded")
    with walk.acting("lead"):
        assert not walk.referral.was_seen_by_police
        with pytest.raises(DatabaseError, match="told_of_mistake"), transaction.atomic():
            Referral.objects.filter(pk=walk.pk).update(
                police_mistake_told_on=clock.today(), police_mistake_told_by=cast.here.lead.pk
            )


def test_what_is_kept_to_named_people_stays_with_the_police_who_have_it(walk, cast):
    with cast.here.acting("lead") as by:
        restricting.restrict(
            by=by, referral=walk.referral, version=walk.referral.version, people=[],
            reason="The child of a colleague of ours.",
        )  # fmt: skip
    assert seen(cast, "police") == ["Referral", "Concern", "Person"] and seen(cast, "officer") == []


def test_a_setting_holds_from_its_day_and_is_never_changed(cast):
    today, on = clock.today(), cast.here.authority.pk
    agreed(cast, days=-10)
    agreed(cast, with_police=False, days=5)
    held = [routing.with_police(on, today + timedelta(days=days)) for days in (-11, -10, 0, 4, 5)]
    assert held == [False, True, True, True, False]
    assert not routing.with_police(cast.there.authority.pk, today)
    with pytest.raises(Refusal, match="already a setting"):
        agreed(cast, days=5)
    for statement in ("UPDATE concerns_routing SET with_police = false", "DELETE FROM concerns_routing"):
        with pytest.raises(DatabaseError), transaction.atomic():
            connection.cursor().execute(statement)
    for wrong in ({"source": ""}, {"from_date": today - timedelta(days=1)}):
        given = {"with_police": True, "from_date": today, "source": "x"} | wrong
        with pytest.raises(DatabaseError, match="routing_"), transaction.atomic():
            Routing.objects.create(authority_id=on, **given)


def test_the_first_page_says_to_whom_it_goes(cast):
    """To somebody of a council what holds there; to everybody else what holds wherever records are kept."""
    cast.here.user("teacher"), cast.there.user("teacher")
    start = reverse("concerns:start")
    here, there, anybody = Pages().sign_in(cast.here.teacher), Pages().sign_in(cast.there.teacher), Pages()
    only_if = "The police see it only if the team decides to send it to them."
    for reader in (here, there, anybody):
        assert only_if in reader.open(start).text
    agreed(cast)
    assert "The police of the area see it at the same time." in here.open(start).text
    assert "Prevent team of Hereshire" in here.open(start).text
    assert only_if in there.open(start).text
    assert "In some areas the police see it at the same time." in anybody.open(start).text


@pytest.mark.parametrize("times", [1, 3])
def test_the_list_costs_the_same_however_many_there_are(cast, times):
    cast.here.user("police")
    agreed(cast)
    for number in range(times):
        PoliceWalk(cast.here).received(surname=f"Quill{number}", born=f"19{50 + number}-01-01")
    police = Pages().sign_in(cast.here.police)
    police.open(LIST)
    assert police.open(LIST).queries == 8


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_list_and_page_on_a_telephone(windows: Callable[..., Window]):
    cast = Cast()
    for who in ("police", "lead"):
        cast.here.user(who)
    agreed(cast)
    there = record(PoliceWalk(cast.here).received())
    session = Pages().sign_in(cast.here.police).cookies["sessionid"].value
    window = windows(375)
    window.become(session)
    for path in (LIST, there):
        window.page.goto(path)
        window.look()
