"""What is awaited: noted, overdue, changed, arrived, made a resource in one step, given up; refusals and walls."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from django.urls import reverse

from waymark.delivery.library import worklist
from waymark.delivery.library.actions import awaiting
from waymark.delivery.library.models import Awaited, Resource
from waymark.delivery.training.tests.test_pages import day, pages
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed, Refusal, Stale
from waymark.foundation.tasks.models import Task

from .holding import LINK, awaited, hoped, said
from .test_resources import main

LIST = reverse("library:awaiting")


def of(one: Awaited, route: str = "awaited") -> str:
    return reverse(f"library:{route}", args=[one.reference])


def waiting() -> int:
    return Task.objects.filter(kind="library.chase", done_at=None).count()


def test_from_nothing_awaited_to_a_resource_in_one_step(cast):
    officer = pages(cast.here.officer)
    assert "Nothing is awaited" in officer.open(LIST).text
    officer.fill(
        reverse("library:await"), what="New slides", from_whom="Invented Office", notes="Promised at a meeting",
        owner=str(cast.here.officer.pk), **day("expected_on", 20),
    )  # fmt: skip
    with cast.here.acting("officer"):
        held = Awaited.objects.get()
    assert "New slides" in main(officer.open(LIST))
    there = of(held, "awaited-keep")
    form = officer.open(there).form()
    assert (form["title"], form["publisher"], form["owner"]) == (
        "New slides", "Invented Office", str(cast.here.officer.pk),
    )  # fmt: skip
    officer.send(
        there,
        form
        | {"kind": "lesson", "for_whom": "staff", "phase": "all", "language": "en", "sharing": "partners"}
        | day("review_on", 200),
    )
    with cast.here.acting("officer"):
        made = Resource.objects.get()
        assert Awaited.objects.get().resource == made and made.title == "New slides"
    page = officer.open(of(held))
    assert "It has arrived" in main(page) and "Give it up" not in main(page)
    assert reverse("library:resource", args=[made.reference]) in page.links()


def test_what_has_not_come_is_a_task_until_it_has_another_day_or_arrives(cast):
    with clock.travelled(clock.now() - timedelta(days=10)):
        late, here = awaited(cast.here, days=5), awaited(cast.here, days=5)
    assert worklist.ask_everywhere() == 2
    officer = pages(cast.here.officer)
    assert "overdue" in main(officer.open(of(late)))
    assert "Ask after something that is awaited" in officer.open(reverse("home:my-day")).text
    officer.fill(of(late, "awaited-change"), **day("expected_on", 9))
    officer.fill(of(here, "awaited-arrive"))
    with cast.here.acting("officer"):
        assert waiting() == 0
    assert worklist.ask_everywhere() == 0
    with clock.travelled(clock.now() + timedelta(days=11)):
        assert worklist.ask_everywhere() == 1
    with cast.here.acting("officer"):
        assert waiting() == 1
    officer.fill(of(late, "awaited-give-up"), because="It was never published")
    assert "It was never published" in main(officer.open(of(late)))
    with cast.here.acting("officer"):
        assert waiting() == 0 and not Resource.objects.exists()


def test_what_still_waits_stands_first(cast):
    first, over, later = (awaited(cast.here, days=days, what=f"In {days}") for days in (5, 1, 9))
    with cast.here.acting("officer") as by:
        awaiting.give_up(by=by, awaited=over, version=over.version, because="Never")
    text = main(pages(cast.here.officer).open(LIST))
    assert text.index(first.what) < text.index(later.what) < text.index(over.what)


def test_what_may_not_be_done_is_refused(cast):
    held = awaited(cast.here)
    with cast.here.acting("officer") as by:
        for wrong, refusal in (
            ({"what": ""}, Incomplete), ({"from_whom": ""}, Incomplete), ({"owner_id": cast.here.trainer.pk}, Refusal)
        ):  # fmt: skip
            with pytest.raises(refusal):
                awaiting.change(by=by, awaited=held, version=held.version, hoped=hoped(cast.here, **wrong))
        with pytest.raises(Incomplete):
            awaiting.give_up(by=by, awaited=held, version=held.version, because="")
        with pytest.raises(Stale):
            awaiting.arrive(by=by, awaited=held, version=held.version + 1)
        with pytest.raises(Incomplete), transaction.atomic():
            wrong_one = said(cast.here, link="")
            on = clock.today() + timedelta(days=9)
            awaiting.arrive(by=by, awaited=held, version=held.version, said=wrong_one, review_on=on)
        held = awaiting.arrive(by=by, awaited=held, version=held.version)
        with pytest.raises(NotAllowed, match="has arrived"):
            awaiting.give_up(by=by, awaited=held, version=held.version, because="Never")
        for wrong in ({"what": "Else"}, {"state": "awaited"}, {"ended_at": None}, {"because": "So"}):
            with pytest.raises((ProgrammingError, IntegrityError)), transaction.atomic():
                Awaited.objects.filter(pk=held.pk).update(**wrong)
        other = awaited(cast.here)
        for wrong in ({"state": "dropped", "ended_at": held.ended_at}, {"what": ""}, {"state": "came"}):
            with pytest.raises((ProgrammingError, IntegrityError)), transaction.atomic():
                Awaited.objects.filter(pk=other.pk).update(**wrong)
    with cast.here.acting("trainer") as by, pytest.raises(NotAllowed):
        awaiting.note(by=by, authority_id=cast.here.authority.pk, hoped=hoped(cast.here))


@pytest.mark.parametrize(
    "wrong", [{"what": ""}, {"notes": "A pupil called Tom waits for it"}, {"owner": "x"}]
)
def test_a_wrong_answer_is_said_at_its_field(cast, wrong):
    officer, there = pages(cast.here.officer), reverse("library:await")
    typed = {"what": "Slides", "from_whom": "Office", **day("expected_on", 3)}
    assert officer.send(there, officer.open(there).form() | typed | wrong, status=200).errors


def test_it_shows_to_those_who_plan_there_with_as_many_queries_for_three_as_for_one(
    cast, django_assert_max_num_queries
):
    held, officer = awaited(cast.here), pages(cast.here.officer)
    officer.open(LIST)
    with django_assert_max_num_queries(25) as first:
        officer.open(LIST)
    awaited(cast.here), awaited(cast.here)
    with django_assert_max_num_queries(len(first)):
        officer.open(LIST)
    for user in (cast.here.trainer, cast.here.teacher, cast.there.officer):
        assert pages(user).get(of(held)).status_code == 404
    assert LINK not in officer.open(of(held)).text
