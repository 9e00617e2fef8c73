"""The pages of the plan: what stands there, what is lost to nobody, and who does not see it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from waymark.pathway.support.actions import planning
from waymark.pathway.support.models import Plan

from .walks import SAID, SupportWalk

NAME = "Quillfeather"
NEED = "Feels that nobody listens at school."


@pytest.fixture
def walk(cast) -> SupportWalk:
    for who in ("lead", "coordinator", "second_officer"):
        cast.here.user(who)
    return SupportWalk(cast.here).adopted()


@pytest.fixture
def at(walk, pages, cast):
    pages.canaries = (NAME,)
    pages.sign_in(cast.here.officer)
    with walk.acting():
        reference = walk.case.reference
    return lambda page, *more: reverse(page if ":" in page else f"support:{page}", args=[reference, *more])


def test_from_the_case_to_a_signed_plan(pages, at, walk, cast):
    page = pages.open(at("channel:case"))
    assert at("plan") in page.links() and "There is no plan yet." in page.text
    pages.fill(at("write"), nature=SAID["nature"])
    page = pages.open(at("plan"))
    assert reverse("channel:cases") in page.tree.xpath("//nav//a[@aria-current='true']/@href")
    assert (
        NEED in page.text and "Unaddressed" in page.text and "Who is responsible for giving it" in page.text
    )
    assert NEED in pages.open(at("channel:case")).text
    today = {"panel_on-day": "1", "panel_on-month": "1", "panel_on-year": "2026"}
    refused = pages.fill(at("approve"), status=200, **today)
    assert "The plan does not say yet" in refused.errors[0]
    pages.fill(at("write"), **SAID)
    walk.agreed()
    page = pages.open(at("channel:case"))
    assert "signed by" in page.text and "Support plan, version 1 approved" in page.text


def test_the_second_who_saves_sees_what_changed_and_keeps_their_text(pages, at, walk):
    walk.planned()
    mine = pages.open(at("write")).form()
    with walk.acting("second_officer") as by:
        planning.write(by=by, case=walk.case, version=walk.plan().version, nature="Only football.")
    again = pages.send(at("write"), mine | {"nature": "Mentoring by the sea."}, status=200)
    assert "What somebody else saved meanwhile" in again.text and "Only football." in again.text
    form = again.form()
    assert form["nature"] == "Mentoring by the sea." and form["delivery"] == SAID["delivery"]
    pages.send(at("write"), form)
    with walk.acting():
        assert walk.plan().nature == "Mentoring by the sea."


def test_two_who_begin_it_make_one_draft(pages, at, walk):
    mine = pages.open(at("write")).form()
    walk.planned(nature="Theirs.")
    again = pages.send(at("write"), mine | {"nature": "Mine."}, status=200)
    assert "Theirs." in again.text and again.form()["nature"] == "Mine."
    with walk.acting():
        assert Plan.objects.count() == 1


def test_a_reason_is_given_for_a_need(pages, at, walk):
    walk.planned()
    with walk.acting():
        [need] = walk.needs()
    page = pages.open(at("explain-need", need.pk))
    assert NEED in page.text
    assert pages.fill(at("explain-need", need.pk), why_none="", status=200).errors
    pages.fill(at("explain-need", need.pk), why_none="The school sees to it.")
    page = pages.open(at("plan"))
    assert "The school sees to it." in page.text and "Unaddressed" not in page.text


def test_the_number_of_queries_does_not_grow(pages, at, walk):
    walk.planned()

    def cost(address: str, more: int) -> int:
        with walk.acting() as by:
            for _number in range(more):
                planning.add_need(by=by, case=walk.case, words="Something else.")
        return pages.open(address).queries

    for address in (at("plan"), at("channel:case")):
        cost(address, 1)  # what is read once in a process is not counted
        assert cost(address, 1) == cost(address, 5)


@pytest.mark.parametrize("who", ["teacher", "dsl", "front_door", "ig_lead", "administrator"])
def test_the_pages_are_not_there_for_others(pages, at, walk, cast, who):
    walk.planned()
    pages.sign_in(cast.here.user(who))
    for page in ("plan", "write", "approve", "add-need"):
        pages.open(at(page), status=404)


def test_the_police_read_the_plan_and_do_not_write_it(pages, at, walk, cast):
    walk.planned()
    pages.sign_in(cast.here.police)
    assert SAID["nature"] in pages.open(at("plan")).text
    pages.open(at("write"), status=404)


def test_in_another_area_there_is_nothing(pages, at, walk, cast):
    pages.sign_in(cast.there.user("lead"))
    pages.open(at("plan"), status=404)
