"""From a school that asks, without an account, to a session with its people: pages, walls, tasks, messages."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.http import Http404
from django.urls import reverse

from tests.pages import Pages
from waymark.delivery.training.actions import asking
from waymark.delivery.training.models import Booking, Course, Session, TrainingRequest
from waymark.foundation.access.actions.visitors import issue_link
from waymark.foundation.interface import moments
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed, Stale
from waymark.foundation.outbox.models import Envelope
from waymark.foundation.tasks.models import Task

from .teaching import Year, school
from .test_pages import day, of, pages

HEAD = "head@school.example"


@pytest.fixture
def year(cast) -> Year:
    return Year(cast.here)


def visitor(side, email: str = HEAD) -> Pages:
    """Somebody who has come in by a link."""
    _visitor, token = issue_link(email, side.authority.pk, "en")
    client = Pages()
    client.fill(reverse("training:visitor-link", args=[token]))
    return client


def links(everything, address: str) -> list[str]:
    with everything():
        return list(
            Envelope.objects.filter(address=address).order_by("recorded_at").values_list("link", flat=True)
        )


def test_a_school_comes_in_by_a_link_and_nothing_is_kept_before(year, everything):
    client = Pages()
    page = client.open(reverse("training:visitor"))
    assert "You do not need an account" in page.text
    client.send(reverse("training:visitor"), page.form() | {"email": HEAD})
    (link,) = links(everything, HEAD)
    assert client.get(reverse("training:ask")).status_code == 302, "not before the link"
    for _scanner in range(2):
        assert HEAD in client.open(link).text
    client.fill(link)
    assert "Ask for training" in client.open(reverse("training:mine")).text
    assert Pages().get(link).status_code == 200
    assert "used" in Pages().post(link, {"once": ""}).content.decode()


def test_one_address_gets_five_links_in_an_hour(year, everything):
    client = Pages()
    for _again in range(7):
        page = client.open(reverse("training:visitor"))
        client.send(reverse("training:visitor"), page.form() | {"email": HEAD})
    assert len(links(everything, HEAD)) == 5


def test_from_a_request_to_a_session_with_its_people(cast, year, everything):
    head, officer, place = visitor(cast.here), pages(cast.here.officer), school(cast.here)
    there = reverse("training:ask")
    typed = {"where": f"i:{place.pk}", "number": "12", "name": "Somebody Inventedly", "wished": "A Tuesday"}
    page = head.open(there)
    once = page.form() | typed
    first, again = head.send(there, once), head.send(there, once)
    assert first.response["Location"] == again.response["Location"], "posted twice is one"
    assert "Nobody yet" in head.open(first.response["Location"]).text
    with cast.here.acting("officer"):
        request = TrainingRequest.objects.get()
        assert Task.objects.get(kind="training.answer-request").for_grant.endswith(":training-plan")
    assert "Answer a request for training" in officer.open(reverse("home:my-day")).text
    page = officer.open(reverse("training:request", args=[request.reference])).text
    assert HEAD in page and "A Tuesday" in page
    take = reverse("training:request-take", args=[request.reference])
    officer.fill(take)
    assert take not in officer.open(reverse("training:request", args=[request.reference])).links()
    form = officer.open(reverse("training:request-plan", args=[request.reference])).form()
    assert (form["where"], form["capacity"]) == (f"i:{place.pk}", "12")
    officer.send(
        reverse("training:request-plan", args=[request.reference]),
        form | {"course": str(year.course.pk), "starts": "15:30", "ends": "16:30", "place": "School hall"} | day("day", 9),
    )  # fmt: skip
    with cast.here.acting("officer"):
        session = Session.objects.get()
        assert TrainingRequest.objects.get().state == "planned"
        assert not Task.objects.filter(done_at__isnull=True).exists()
    assert len(links(everything, HEAD)) == 2, "that it came, and that there is a date"
    assert (
        session.reference
        in head.open(reverse("training:asked", args=[request.reference])).response.content.decode()
    )
    _books(cast, head, session, place)


def _books(cast, head: Pages, session: Session, place) -> None:
    there = reverse("training:mine-book", args=[session.reference])
    form = head.open(there).form()
    head.send(
        there,
        form | {"where": f"i:{place.pk}", "number": "10", "named": "Ada Inventedly, ada@school.example"},
    )
    page = head.open(reverse("training:offered", args=[session.reference]))
    assert "Ada Inventedly" in page.text and "10 without names" in page.text
    with cast.here.acting("officer"):
        assert Session.objects.get().taken == 11
        booking = Booking.objects.get(trainee__isnull=False)
    stranger = visitor(cast.here, "other@school.example")
    for name, key in (
        ("offered", session.reference),
        ("mine-book", session.reference),
        ("mine-cancel", booking.reference),
    ):
        assert stranger.get(reverse(f"training:{name}", args=[key])).status_code == 404, name
    head.fill(reverse("training:mine-cancel", args=[booking.reference]))
    with cast.here.acting("officer"):
        assert Session.objects.get().taken == 10


def test_a_request_says_until_when_it_is_to_be_answered_whoever_took_it(cast, year):
    with clock.travelled(clock.now() - timedelta(days=20)):
        late = year.asked()
    lead, waiting = pages(cast.here.lead), year.asked()
    with cast.here.acting("officer") as by:
        days = {task.about_id: moments.day(clock.uk_date(task.due_at)) for task in Task.objects.all()}
        asking.take(by=by, request=waiting, version=waiting.version)
    listed = lead.open(reverse("training:requests")).text
    for request, stands in ((late, ": overdue"), (waiting, "")):
        there = reverse("training:request", args=[request.reference])
        until = f"{days[str(request.pk)]}{stands}"
        assert f"answer by {until}" in listed and until in lead.open(there).text
        assert ("overdue" in lead.open(there).text) is bool(stands)
        with cast.here.acting("officer") as by:
            request.refresh_from_db()
            asking.decline(by=by, request=request, version=request.version, because="No trainer")
        assert "Answer by" not in lead.open(there).text


@pytest.mark.parametrize("field", ["wished", "words"])
def test_a_request_that_looks_as_if_it_named_a_child_is_stopped(cast, year, field):
    head, there = visitor(cast.here), reverse("training:ask")
    typed = {"where": f"i:{school(cast.here).pk}", "number": "12", "name": "Somebody Inventedly"}
    page = head.send(
        there, head.open(there).form() | typed | {field: "A pupil called Tom draws flags"}, status=200
    )
    assert len(page.errors) == 1 and page.form()[field].strip() == "A pupil called Tom draws flags"
    with cast.here.acting("officer"):
        assert not TrainingRequest.objects.exists()


def test_an_open_session_is_booked_by_a_lead_for_their_own_school(cast, year):
    session, client = year.planned(capacity=3), pages(cast.here.dsl)
    page = client.open(reverse("training:mine"))
    assert session.reference in page.text and "You have booked no place" in page.text
    there = reverse("training:mine-book", args=[session.reference])
    form = client.open(there).form()
    assert "where" not in form, "their own organisation is known"
    client.send(there, form | {"named": "Ada Inventedly"})
    with cast.here.acting("officer"):
        assert Booking.objects.get().organisation == cast.here.organisation("school")
    assert client.get(of(session)).status_code == 404, "the page of the team"
    page = client.open(reverse("training:mine"))
    assert (
        "You have booked at each session that is open now" in page.text
        and "No session is open" not in page.text
    )
    other = year.planned()
    assert other.reference in client.open(reverse("training:mine")).text


def test_whoever_books_reads_what_is_needed_before(cast, year):
    with cast.here.acting("officer"):
        year.course = Course.objects.get(name="GOV.UK referrals course")
    with cast.here.acting("officer"):
        session = year.planned()
    page = pages(cast.here.dsl).open(reverse("training:offered", args=[session.reference]))
    assert "Needs before it" in page.text and "GOV.UK awareness course" in page.text


def test_who_may_ask_and_answer(cast, year):
    request = year.asked()
    with cast.here.acting("trainer") as by, pytest.raises(Http404):  # the database locks no row for them
        asking.take(by=by, request=request, version=1)
    with cast.there.acting("dsl") as by, pytest.raises(NotAllowed):
        asking.ask(
            by=by, authority_id=cast.here.authority.pk, wish=asking.Wish(3, "Somebody", elsewhere="Club")
        )
    with pytest.raises(Incomplete, match="Say which school"):
        year.asked(elsewhere="")
    with cast.here.acting("officer") as by:
        with pytest.raises(Stale):
            asking.take(by=by, request=request, version=9)
        with pytest.raises(Incomplete):
            asking.decline(by=by, request=request, version=1, because="")
        declined = asking.decline(by=by, request=request, version=1, because="We have no trainer until May.")
        with pytest.raises(NotAllowed, match="answered already"):
            asking.take(by=by, request=declined, version=2)
    assert (
        "no trainer until May"
        in pages(cast.here.dsl).open(reverse("training:asked", args=[request.reference])).text
    )
    assert pages(cast.here.nurse).get(reverse("training:asked", args=[request.reference])).status_code == 404
    assert pages(cast.here.trainer).get(reverse("training:requests")).status_code == 404
    waiting = year.asked()
    page = pages(cast.here.lead).open(reverse("training:requests"))
    assert request.reference in page.text and "1 request waits for an answer." in page.text
    [row] = [row.text_content() for row in page.tree.xpath("//tr") if waiting.reference in row.text_content()]
    assert "waits 0 days" in row and page.text.count("waits 0 days") == 1
    assert "Who can teach, and what is planned" in page.text
    assert cast.here.trainer.get_full_name() in page.text
