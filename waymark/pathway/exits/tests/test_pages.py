"""The pages of the end of support: filled in by whoever may, not there for others, and on the page of the case."""

from __future__ import annotations

import pytest
from django.urls import resolve, reverse

from waymark.foundation.kernel import clock
from waymark.pathway.assessment import frameworks

from .walks import ExitWalk


def day(name: str, on) -> dict[str, str]:
    return {f"{name}-day": str(on.day), f"{name}-month": str(on.month), f"{name}-year": str(on.year)}


@pytest.fixture
def walk(cast) -> ExitWalk:
    return ExitWalk(cast.here).supported()


@pytest.fixture
def at(walk):
    with walk.acting("officer"):
        reference = walk.case.reference
    return lambda name: reverse(f"exits:{name}", args=[reference])


@pytest.fixture
def case(walk):
    with walk.acting("officer"):
        return reverse("channel:case", args=[walk.case.reference])


def report_of() -> dict[str, str]:
    framework, _new = frameworks.load(frameworks.EXAMPLE)
    return {
        "assessment": str(framework.pk), "changed": "He has left the group.", "conclusion": "Support can end.",
        "reason": "risk_reduced", "outcomes": "The mentor met him six times.", "outstanding": "None is left.",
        "destination": "none",
    }  # fmt: skip


def test_report_signature_and_reviews_stand_on_the_page_of_the_case(pages, walk, at, case, cast):
    walk.ending()
    pages.sign_in(cast.here.officer)
    assert at("report") in pages.open(case).links()
    pages.fill(at("report"), **report_of())
    assert "It waits for the chair." in pages.open(case).text
    walk.signed()
    found = pages.open(case).text
    for words in ("The mentor met him six times.", "First review", "Second review", "Due on", "(6 months: "):
        assert words in found
    assert "Closing report written" in found


def test_what_is_missing_is_said_at_its_field_and_nothing_typed_is_lost(pages, walk, at, cast):
    walk.ending()
    pages.sign_in(cast.here.officer)
    page = pages.fill(
        at("report"), status=200, **(report_of() | {"conclusion": "", "destination": "housing"})
    )
    assert page.errors == ["Write what you conclude"]
    assert "He has left the group." in page.text
    page = pages.fill(at("report"), status=200, **(report_of() | {"destination": "housing"}))
    assert page.errors == ["Say whether they accepted, unless nobody goes on helping."]


def test_the_chair_reads_the_report_and_signs_with_a_fresh_proof(pages, walk, at, case, cast):
    assert resolve(at("sign")).func.steps_up
    walk.ending().reported()
    pages.sign_in(cast.here.chair)
    page = pages.open(at("sign"))
    assert (
        "Help with reading, which the school gives." in page.text
        and "Needs that no support answers" in page.text
    )
    refused = pages.fill(at("sign"), status=200, signs="no", reason="")
    assert refused.errors == ["Say why you do not sign."]
    pages.fill(at("sign"), signs="yes", **day("ended_on", clock.today()))
    assert walk.stands() == "after_exit"


def test_support_is_paused_and_goes_on(pages, walk, at, case, cast):
    pages.sign_in(cast.here.officer)
    pages.fill(at("pause"), kind="custody", reason="He was remanded.", **day("on", clock.today()))
    assert "The person is in custody, since" in pages.open(case).text
    pages.fill(at("go-on"), reason="He is at home again.", **day("on", clock.today()))
    assert walk.stands() == "active"


def test_an_investigation_is_written_down(pages, walk, at, case, cast):
    pages.sign_in(cast.here.officer)
    pages.fill(
        at("investigation"), words="The officer agrees until May.", **day("notified_on", clock.today())
    )
    assert "The officer agrees until May." in pages.open(case).text


def test_a_review_is_held_on_its_page(pages, walk, at, case, cast):
    walk.exited()
    pages.sign_in(cast.here.coordinator)
    said = {
        "attendees": "The chair, the police.",
        "agencies": ["police"],
        "findings": "Nothing new.",
        "reason": "",
    }
    today = clock.today()
    days = day("held_on", today) | day("partners_checked_on", today) | day("police_checked_on", today)
    early = pages.fill(at("review"), status=200, decision="nothing", **said, **days)
    assert "too early" in early.errors[0] or "newer than the end" in early.errors[0]


@pytest.mark.parametrize("who", ["teacher", "front_door", "police", "panel_health"])
def test_the_pages_are_not_there_for_others(pages, walk, at, cast, who):
    walk.ending().reported()
    pages.sign_in(cast.here.user(who))
    for name in ("report", "sign", "review", "pause", "go-on", "investigation"):
        pages.open(at(name), status=404)


def test_in_another_area_there_is_nothing(pages, walk, at, cast):
    walk.exited()
    for who in ("lead", "chair", "coordinator"):
        pages.sign_in(cast.there.user(who))
        pages.open(at("review"), status=404)
        pages.open(at("pause"), status=404)
