"""An issue with an institution: raised, asked by a link, replied to, closed; refused by page and database; walls."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from django.http import Http404
from django.urls import reverse

from tests.pages import Pages
from waymark.delivery.engagement.actions import issues
from waymark.delivery.engagement.models import Issue
from waymark.delivery.training.tests.teaching import school
from waymark.delivery.training.tests.test_pages import day, pages
from waymark.foundation import measures
from waymark.foundation.directory.actions import contacts
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed, NotNow, Refusal, Stale
from waymark.foundation.measures import Scope
from waymark.foundation.outbox.models import Envelope
from waymark.foundation.tasks.models import Task

from .keeping import WORDS, raised


def head_of(side) -> None:
    with side.acting("officer") as by:
        contacts.add(
            by=by, place=school(side), authority_id=side.authority.pk, role="head", name="Hilda Inventedly",
            email="head@school.example",
        )  # fmt: skip


def link_to(everything) -> str:
    with everything():
        (sent,) = Envelope.objects.filter(message__code="engagement.issue")
        assert sent.address == "head@school.example"
        return sent.link


def open_tasks(everything) -> list[str]:
    with everything():
        found = Task.objects.filter(kind__startswith="engagement.", done_at__isnull=True)
        return list(found.values_list("kind", flat=True))


def test_from_the_page_of_a_school_to_its_reply_by_link_and_the_end(cast, everything):
    head_of(cast.here)
    officer, key = pages(cast.here.officer), f"i-{school(cast.here).pk}"
    place = reverse("directory:place", args=[key])
    assert "No issue was raised." in officer.open(place).text
    there = reverse("engagement:raise", args=[key])
    officer.fill(there, source="governor", words=WORDS, **day("reply_by", 10))
    link, stranger = link_to(everything), Pages()
    page = stranger.open(link).text
    assert WORDS in page and "Hilda" not in page
    assert open_tasks(everything) == ["engagement.chase-reply"]
    stranger.fill(link, reply="The briefing of next term has it.")
    page = stranger.open(link)
    assert "Thank you" in page.text and not page.tree.xpath("//main//form")
    assert open_tasks(everything) == ["engagement.read-reply"]
    with cast.here.acting("officer"):
        held = Issue.objects.get()
    page = officer.open(reverse("engagement:issue", args=[held.reference])).text
    assert "The institution, by its link" in page and "next term" in page
    officer.fill(reverse("engagement:issue-close", args=[held.reference]), because="They have changed it.")
    assert open_tasks(everything) == []
    assert held.reference in officer.open(place).text and "Closed" in officer.open(place).text
    assert held.reference in officer.open(reverse("engagement:issues")).text


def test_without_an_address_the_reply_is_noted_by_hand(cast, everything):
    held, officer = raised(cast.here), pages(cast.here.officer)
    with everything():
        assert not Envelope.objects.filter(message__code="engagement.issue").exists()
    officer.fill(
        reverse("engagement:issue-reply", args=[held.reference]), reply="They rang and will change it."
    )
    page = officer.open(reverse("engagement:issue", args=[held.reference])).text
    assert "They rang" in page and cast.here.officer.full_name in page


def test_a_link_that_is_not_ours_or_of_an_answered_issue_opens_nothing_to_write(cast, everything):
    head_of(cast.here)
    held = raised(cast.here)
    link, stranger = link_to(everything), Pages()
    assert stranger.get(reverse("engagement:reply", args=["1.made-up"])).status_code == 404
    assert stranger.get(link.replace("1", "2", 1)).status_code == 404 or "1" not in link
    with cast.here.acting("officer") as by:
        issues.close(by=by, issue=held, version=held.version, because="Raised by mistake")
    assert "Thank you" in stranger.open(link).text
    answer = stranger.post(link, {"reply": "Too late"})
    with cast.here.acting("officer"):
        assert answer.status_code in (200, 403) and Issue.objects.get().reply == ""


@pytest.mark.parametrize(
    "wrong",
    [
        {"words": ""},
        {"source": "somebody"},
        {"words": "A pupil called Tom said so."},
        {"reply_by-year": "2001"},
    ],
)
def test_a_wrong_answer_is_said_at_its_field_and_a_childs_name_stops(cast, wrong):
    officer, there = pages(cast.here.officer), reverse("engagement:raise", args=[f"i-{school(cast.here).pk}"])
    typed = {"source": "parent", "words": WORDS} | day("reply_by", 10)
    assert officer.send(there, officer.open(there).form() | typed | wrong, status=200).errors
    with cast.here.acting("officer"):
        assert not Issue.objects.exists()


def test_what_may_not_be_done_is_refused(cast):
    held = raised(cast.here)
    with cast.here.acting("officer") as by:
        given = {"authority_id": held.authority_id, "place": held.place, "source": "other", "words": "So"}
        with pytest.raises(Refusal):
            issues.raise_issue(by=by, reply_by=clock.today() - timedelta(days=1), **given)
        with pytest.raises(Stale):
            issues.close(by=by, issue=held, version=7, because="So")
        with pytest.raises(Incomplete):
            issues.close(by=by, issue=held, version=held.version, because="")
        held = issues.note_reply(by=by, issue=held, version=held.version, reply="Yes")
        with pytest.raises(NotAllowed):
            issues.note_reply(by=by, issue=held, version=held.version, reply="Once more")
        with pytest.raises(NotNow):
            issues.reply(by=by, issue=held, reply="Once more")
    with cast.here.acting("trainer") as by:
        with pytest.raises(NotAllowed):
            issues.raise_issue(by=by, reply_by=clock.today(), **given)
        with pytest.raises(Http404):
            issues.close(by=by, issue=held, version=held.version, because="So")


def test_the_database_refuses_it_too(cast):
    held = raised(cast.here)
    with cast.here.acting("officer"):
        for wrong in ({"words": "Something else"}, {"reply_by": clock.today()}, {"source": "parent"}):
            with pytest.raises(ProgrammingError, match="stays as it was said"), transaction.atomic():
                Issue.objects.filter(pk=held.pk).update(**wrong)
        for wrong in (
            {"state": "answered"}, {"state": "closed"}, {"reply": "Yes"}, {"state": "closed", "closed_at": clock.now()}
        ):  # fmt: skip
            with pytest.raises((IntegrityError, ProgrammingError)), transaction.atomic():
                Issue.objects.filter(pk=held.pk).update(**wrong)
        assert Issue.objects.all().delete()[0] == 0
    with cast.here.acting("trainer"):
        assert not Issue.objects.exists()
    for side, who in (
        (cast.here, "trainer"),
        (cast.here, "dsl"),
        (cast.here, "police"),
        (cast.there, "officer"),
    ):
        address = reverse("engagement:issue", args=[held.reference])
        assert pages(getattr(side, who)).get(address).status_code == 404


def test_issues_are_a_figure_and_the_list_takes_as_many_queries_for_three_as_for_one(
    cast, django_assert_max_num_queries
):
    raised(cast.here)
    officer, there = pages(cast.here.officer), reverse("engagement:issues")
    officer.open(there)
    with django_assert_max_num_queries(30) as first:
        officer.open(there)
    for number in ("2", "3"):
        raised(cast.here, place=school(cast.here, number), source="parent")
    with django_assert_max_num_queries(len(first)):
        officer.open(there)
    with cast.here.acting("lead") as lead:
        scope = Scope(cast.here.authority.pk, clock.today(), clock.today(), ("source",))
        found = {one.group: one.number for one in measures.compute("engagement.issues", scope, lead)}
    assert found == {("councillor",): 1, ("parent",): 2}
