"""Councillors by term: added, inducted by a session or a note, told; refused by page and database; walls."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from django.http import Http404
from django.urls import reverse

from waymark.delivery.training import inductions
from waymark.delivery.training.actions import asking_councillors, councillors
from waymark.delivery.training.actions.attending import OfBooking
from waymark.delivery.training.actions.booking import Named
from waymark.delivery.training.models import Councillor, Course, Term
from waymark.foundation import measures
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed, Refusal, Stale
from waymark.foundation.measures import Scope
from waymark.foundation.outbox.models import Envelope
from waymark.foundation.tasks.models import Task

from .teaching import Year
from .test_pages import day, pages

THREE = [
    Named("Ada Inventedly", "ada@council.example"),
    Named("Ben Inventedly", "ben@council.example"),
    Named("Cleo"),
]


@pytest.fixture
def term(cast) -> Term:
    """Three councillors were elected eighty days ago; the induction is due in ten days."""
    return elected(cast.here, Year(cast.here), 80)


def elected(side, year: Year, days: int, **given) -> Term:
    on = clock.today() - timedelta(days=days)
    said = {
        "name": "This term", "elected_on": on, "until_on": on + timedelta(days=1461), "induction": year.course,
        "due_days": 90, "reminds": True,
    } | given  # fmt: skip
    with side.acting("officer") as by:
        term = councillors.set_term(by=by, authority_id=side.authority.pk, **said)
        return councillors.add(by=by, term=term, named=THREE, elected_on=on)[0]


def stands(cast, term: Term, on: date | None = None) -> dict[str, bool]:
    with cast.here.acting("officer"):
        found = inductions.of(term, on or clock.today())
        return {one.councillor.name.split()[0]: one.done_on is not None for one in found}


def one(cast, name: str) -> Councillor:
    with cast.here.acting("officer"):
        return Councillor.objects.select_related("term").get(name__startswith=name)


def test_a_session_or_a_note_tells_that_somebody_had_it(cast, term):
    assert stands(cast, term) == {"Ada": False, "Ben": False, "Cleo": False}
    year = object.__new__(Year)
    year.side = cast.here
    with cast.here.acting("officer"):
        year.course = Course.objects.get(name="Prevent for primary schools")
    session = year.planned(clock.now() + timedelta(hours=2))
    (booked,) = year.booked(session, named=[Named("A. Inventedly", "ADA@council.example")])
    year.held(session, (OfBooking(booked.pk, "came"),))
    with cast.here.acting("officer") as by:
        cleo = one(cast, "Cleo")
        councillors.note_induction(
            by=by, councillor=cleo, version=cleo.version, done_on=clock.today(), done_how="E-learning"
        )
        assert stands(cast, term, clock.uk_date(session.starts_at)) == {
            "Ada": True,
            "Ben": False,
            "Cleo": True,
        }
        ben = one(cast, "Ben")
        councillors.end(by=by, councillor=ben, version=ben.version, left_on=clock.today())
        assert "Ben" not in stands(cast, term)


def test_what_was_before_the_election_does_not_count(cast):
    with clock.travelled(clock.now() - timedelta(days=30)):
        year = Year(cast.here)
        session = year.planned(clock.now() + timedelta(days=1))
        (booked,) = year.booked(session, named=[THREE[0]])
        year.held(session, (OfBooking(booked.pk, "came"),))
    assert stands(cast, elected(cast.here, year, 10))["Ada"] is False
    assert stands(cast, elected(cast.here, year, 40, name="Another"))["Ada"] is True


def test_they_are_told_before_it_is_due_and_when_it_is_overdue_and_the_task_stays_until_all_had_it(
    cast, term, everything
):
    for days in (0, 0, 20, 21):
        with clock.travelled(clock.now() + timedelta(days=days)):
            asking_councillors.tell_everywhere()
    with everything():
        found = Envelope.objects.filter(message__code="training.induction").order_by("address")
        assert [one.address for one in found] == ["ada@council.example"] * 2 + ["ben@council.example"] * 2
        task = Task.objects.get(kind="training.induct")
        assert clock.uk_date(task.due_at) == term.elected_on + timedelta(days=90) and task.done_at is None
    with cast.here.acting("officer") as by:
        for name in ("Ada", "Ben", "Cleo"):
            held = one(cast, name)
            councillors.note_induction(
                by=by, councillor=held, version=held.version, done_on=clock.today(), done_how="E-learning"
            )
    with everything():
        assert Task.objects.get(kind="training.induct").done_at is not None


def test_nobody_is_told_of_a_term_that_does_not_say_so(cast, everything):
    elected(cast.here, Year(cast.here), 80, reminds=False)
    asking_councillors.tell_everywhere()
    with everything():
        assert not Envelope.objects.filter(message__code="training.induction").exists()


def test_n_of_m_councillors_are_figures(cast, term):
    ada, scope = one(cast, "Ada"), Scope(cast.here.authority.pk, clock.today(), clock.today(), ("term",))
    with cast.here.acting("officer") as by:
        councillors.note_induction(
            by=by, councillor=ada, version=ada.version, done_on=clock.today(), done_how="E-learning"
        )
    with cast.here.acting("lead") as lead:
        for code, number in (("training.councillors", 3), ("training.councillors-inducted", 1)):
            (found,) = measures.compute(code, scope, lead)
            assert (found.group, found.number) == (("This term",), number)


def test_what_is_wrong_is_refused(cast, term):
    ada, today = one(cast, "Ada"), clock.today()
    with cast.here.acting("officer") as by:
        for named in (
            [Named("ada inventedly")],
            [Named("New", "BEN@council.example")],
            [Named("X"), Named("x")],
        ):
            with pytest.raises(Refusal, match="already"):
                councillors.add(by=by, term=term, named=named, elected_on=today)
        with pytest.raises(Incomplete):
            councillors.add(by=by, term=term, named=[], elected_on=today)
        with pytest.raises(Refusal, match="within the term"):
            councillors.add(by=by, term=term, named=[Named("New")], elected_on=today - timedelta(days=400))
        for on in (today + timedelta(days=1), today - timedelta(days=400)):
            with pytest.raises(Refusal, match="between the election"):
                councillors.end(by=by, councillor=ada, version=ada.version, left_on=on)
            with pytest.raises(Refusal, match="between the election"):
                councillors.note_induction(
                    by=by, councillor=ada, version=ada.version, done_on=on, done_how="Somehow"
                )
        with pytest.raises(Stale):
            councillors.end(by=by, councillor=ada, version=9, left_on=today)
    with cast.here.acting("trainer") as by:
        with pytest.raises(Http404):
            councillors.add(by=by, term=term, named=[Named("New")], elected_on=today)
        with pytest.raises(NotAllowed):
            councillors.set_term(
                by=by, authority_id=term.authority_id, name="Mine", elected_on=today, due_days=9, reminds=False,
                until_on=today + timedelta(days=9), induction=term.induction,
            )  # fmt: skip


@pytest.mark.parametrize(
    "wrong",
    [
        {"done_on": date(2000, 1, 1), "done_how": "So"},
        {"done_on": date(2100, 1, 1)},
        {"left_on": date(2000, 1, 1)},
    ],
)
def test_the_database_refuses_it_too(cast, term, wrong):
    ada = one(cast, "Ada")
    with cast.here.acting("officer"), pytest.raises(IntegrityError), transaction.atomic():
        Councillor.objects.filter(pk=ada.pk).update(**wrong)
    with cast.here.acting("trainer"):
        assert not Councillor.objects.exists()
        with pytest.raises(ProgrammingError), transaction.atomic():
            Councillor.objects.create(
                authority_id=ada.authority_id,
                grants=ada.grants,
                term_id=term.pk,
                name="New",
                elected_on=ada.elected_on,
            )


def test_the_pages(cast, term, django_assert_max_num_queries):
    officer, there = pages(cast.here.officer), reverse("training:term", args=[term.pk])
    assert "This term" in officer.open(reverse("training:terms")).text
    with django_assert_max_num_queries(30) as first:
        page = officer.open(there).text
    assert "0 of 3 have had their induction. Overdue: 0." in page and "Ada Inventedly" in page
    add = reverse("training:councillors-add", args=[term.pk])
    officer.fill(add, named="Dora Inventedly, dora@council.example\nEve Inventedly", **day("elected_on"))
    with django_assert_max_num_queries(len(first)):
        assert "0 of 5 have had" in officer.open(there).text
    dora = one(cast, "Dora")
    officer.fill(
        reverse("training:councillor-induction", args=[dora.pk]), done_how="E-learning", **day("done_on")
    )
    assert "1 of 5 have had" in officer.open(there).text
    officer.fill(reverse("training:councillor-end", args=[one(cast, "Eve").pk]), **day("left_on"))
    assert "1 of 4 have had" in officer.open(there).text
    wrong = officer.send(add, officer.open(add).form() | {"named": "X, no address"}, status=200)
    assert wrong.errors
    for who in ("trainer", "councillor", "dsl"):
        assert pages(getattr(cast.here, who)).get(there).status_code == 404
    assert pages(cast.there.officer).get(there).status_code == 404


def test_a_term_is_added_on_its_page(cast, term):
    officer, there = pages(cast.here.officer), reverse("training:term-add")
    typed = {"name": "The next", "due_days": "60", "reminds": "no", "induction": str(term.induction_id)}
    both = day("elected_on") | day("until_on", 1000)
    assert officer.send(
        there, officer.open(there).form() | typed | day("elected_on") | day("until_on"), status=200
    ).errors
    assert officer.send(
        there, officer.open(there).form() | typed | both | {"name": "This term"}, status=200
    ).errors
    officer.fill(there, **typed, **both)
    assert "The next" in officer.open(reverse("training:terms")).text


def test_how_inductions_stand_is_a_figure_by_term_and_leads_to_the_terms(cast, term):
    year = object.__new__(Year)
    year.course = term.induction
    elected(cast.here, year, 100, name="Term before")
    with cast.here.acting("officer") as by:
        ada = Councillor.objects.get(name__startswith="Ada", term=term)
        councillors.note_induction(
            by=by, councillor=ada, version=ada.version, done_on=clock.today(), done_how="Talk"
        )
    scope = Scope(cast.here.authority.pk, clock.today(), clock.today(), ("term", "stands"))
    with cast.here.acting("lead") as lead:
        found = {one.group: one.number for one in measures.compute("training.inductions", scope, lead)}
        whole = measures.compute(
            "training.inductions", Scope(scope.authority_id, scope.from_on, scope.until_on), lead
        )
    assert found == {
        ("This term", "had"): 1, ("This term", "to-come"): 2, ("This term", "overdue"): 0,
        ("Term before", "had"): 0, ("Term before", "to-come"): 0, ("Term before", "overdue"): 3,
    }  # fmt: skip
    assert [one.number for one in whole] == [6]
    there = measures.get("training.inductions").address(scope)
    client = pages(cast.here.officer)
    assert "This term" in client.open(there).text
    early = client.open(reverse("training:terms") + f"?until={term.elected_on - timedelta(days=1)}")
    assert "This term" not in early.text and "Term before" in early.text
    [link] = [one for one in early.links() if "?until=" in one]
    assert "0 of 3 have had their induction. Overdue: 0" in client.open(link).text
