"""The pages of Channel cases: who sees what, what has happened, and who leads it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from waymark.pathway.assessment.tests.walks import GROUNDS, PoliceWalk
from waymark.pathway.channel.models import Case

from .walks import CaseWalk

NAME = "Quillfeather"


@pytest.fixture
def walk(cast) -> PoliceWalk:
    walk = PoliceWalk(cast.here).sent().taken_by_police().checked().written()
    walk.referred()
    return walk


@pytest.fixture
def at(walk, cast):
    with walk.acting("officer"):
        reference = Case.objects.get(referral_id=walk.pk).reference
    return lambda page: reverse(f"channel:{page}", args=[reference])


def test_the_list_leads_to_the_case_and_names_nobody(pages, at, walk, cast):
    pages.canaries = (NAME,)
    pages.sign_in(cast.here.officer)
    found = pages.open(reverse("channel:cases"))
    assert at("case") in found.links() and NAME not in found.text
    page = pages.open(at("case"))
    assert NAME in page.text and GROUNDS["grounds"] in page.text
    assert "Waiting for the panel" in page.text


def test_the_list_says_that_it_shows_the_open_ones_until_others_are_asked_for(pages, at, walk, cast):
    pages.sign_in(cast.here.officer)
    cases = reverse("channel:cases")
    page = pages.open(cases)
    assert (
        page.tree.xpath("//select[@name='state']/option[1]")[0].text_content().strip() == "All that are open"
    )
    assert "Open Channel cases, oldest first" in page.text
    page = pages.open(cases + "?state=ended")
    assert at("case") not in page.links() and "There is no case of the kind that you chose." in page.text
    assert "Open Channel cases" not in page.text
    pages.sign_in(cast.there.officer)
    assert "No case is open." in pages.open(cases).text


def test_those_that_have_ended_are_found_together(pages, cast):
    walk = CaseWalk(cast.here).opened().not_adopted()
    with walk.acting("coordinator"):
        case = reverse("channel:case", args=[walk.case.reference])
    pages.sign_in(cast.here.officer)
    cases = reverse("channel:cases")
    assert case not in pages.open(cases).links()
    for state in ("ended", "not_adopted"):
        assert case in pages.open(f"{cases}?state={state}").links()
    assert case not in pages.open(f"{cases}?state=closed").links()


def test_what_has_happened_stands_there_and_is_narrowed(pages, at, walk, cast):
    pages.sign_in(cast.here.officer)
    titles = [
        "Referred under section 36",
        "De-confliction: Clear: safeguarding can go on",
        "Assessment written",
    ]
    page = pages.open(at("case"))
    for title in titles:
        assert title in page.text
    narrowed = pages.open(at("case") + "?what=checks").text
    happened = narrowed[narrowed.index("Newest first") :]
    assert titles[1] in happened and titles[2] not in happened


def test_somebody_else_becomes_the_lead_professional(pages, at, walk, cast):
    pages.sign_in(cast.here.second_officer)
    form = pages.open(at("case")).form()
    pages.send(form["_action"], form)
    assert f"{cast.here.second_officer.full_name} became the lead professional" in pages.open(at("case")).text
    with walk.acting("lead"):
        assert Case.objects.get(referral_id=walk.pk).lead_id == cast.here.second_officer.pk


@pytest.mark.parametrize("who", ["teacher", "dsl", "front_door", "ig_lead", "administrator"])
def test_the_pages_are_not_there_for_others(pages, at, cast, who):
    pages.sign_in(cast.here.user(who))
    pages.open(reverse("channel:cases"), status=404)
    pages.open(at("case"), status=404)


def test_the_police_read_it_and_do_not_lead_it(pages, at, cast):
    pages.sign_in(cast.here.police)
    assert "Become the lead professional" not in pages.open(at("case")).text
    assert pages.post(at("take"), {"version": "1"}).status_code == 404


def test_in_another_area_there_is_nothing(pages, at, cast):
    for who in ("lead", "police"):
        pages.sign_in(cast.there.user(who))
        pages.open(at("case"), status=404)
