"""The pages of police assessment: who sees what, one read entry each, what is typed wrongly, and the whole way through."""

from __future__ import annotations

import pytest
from django.urls import reverse

from waymark.pathway.assessment import frameworks
from waymark.pathway.referrals.models import Referral
from waymark.pathway.referrals.tests.walks import GROUNDS, Walk

from .walks import PoliceWalk

NAME = "Quillfeather"
DAY = {"result_on-day": "1", "result_on-month": "2", "result_on-year": "2026"}


@pytest.fixture
def walk(cast) -> PoliceWalk:
    return PoliceWalk(cast.here).sent()


@pytest.fixture
def police(pages, cast):
    pages.canaries = (NAME,)
    return pages.sign_in(cast.here.police)


def at(page: str, walk: Walk, *more) -> str:
    with walk.acting("lead"):
        reference = Referral.objects.values_list("reference", flat=True).get(pk=walk.pk)
    return reverse(f"assessment:{page}", args=[reference, *more])


def test_the_list_shows_references_and_dates_and_no_names(police, walk, cast):
    with walk.acting("lead"):
        reference = walk.referral.reference
    other = Walk(cast.here).received(surname="Otherwise", born="1960-01-01")
    page = police.open(reverse("assessment:list"))
    with walk.acting("lead"):
        assert reference in page.text and other.referral.reference not in page.text
    assert NAME not in page.text


def test_the_list_shows_what_waits_with_the_police_and_the_rest_by_its_state(police, walk):
    at_list = reverse("assessment:list")
    with walk.acting("lead"):
        reference = walk.referral.reference
    assert reference in police.open(at_list).text
    walk.taken_by_police().checked().written()
    assert reference in police.open(at_list).text
    walk.referred()
    assert reference not in police.open(at_list).text
    for state in ("referred", "all"):
        assert reference in police.open(f"{at_list}?state={state}").text
    assert reference not in police.open(f"{at_list}?state=assessing").text
    walk.held()
    assert reference not in police.open(at_list).text


def test_the_police_see_the_concerns_and_the_decision_to_send_and_nothing_else_of_triage(pages, cast):
    walk = PoliceWalk(cast.here)
    walk.received().taken().matched().told().social_care().asked()
    walk.decided("to-police")
    page = pages.sign_in(cast.here.police).open(at("record", walk))
    assert NAME in page.text and "join a fight" in page.text
    assert "missed appointments" not in page.text and "Known to them already" not in page.text
    assert GROUNDS["relied_on"] not in page.text


@pytest.mark.parametrize("who", ["teacher", "dsl", "front_door", "ig_lead", "administrator"])
def test_the_pages_are_not_there_for_others(pages, walk, cast, who):
    pages.sign_in(cast.here.user(who))
    pages.open(reverse("assessment:list"), status=404)
    pages.open(at("record", walk), status=404)


def test_the_police_of_another_area_find_nothing(pages, walk, cast):
    pages.sign_in(cast.there.police)
    pages.open(at("record", walk), status=404)
    pages.open(at("check", walk), status=404)


def test_the_council_reads_it_and_changes_nothing(pages, walk, cast):
    walk.taken_by_police().checked()
    pages.sign_in(cast.here.officer)
    assert "Clear: safeguarding can go on" in pages.open(at("record", walk)).text
    for page in ("check", "write", "ask", "refer", "close", "hold", "approve"):
        pages.open(at(page, walk), status=404)


def test_what_is_missing_leads_only_where_its_reader_may_go_and_says_what_comes_first(police, walk):
    check, write = at("check", walk), at("write", walk)
    page = police.open(at("record", walk))
    assert not {check, write} & set(page.links())
    assert (
        "Record the result of de-confliction. Nobody has taken this assessment yet. Take it first."
        in page.text
    )
    walk.taken_by_police()
    page = police.open(at("record", walk))
    assert check in page.links() and write not in page.links()
    assert "Write the assessment. Record the result of de-confliction first." in page.text
    walk.checked()
    page = police.open(at("record", walk))
    assert {check, write} <= set(page.links())
    police.open(write)


def test_words_do_not_pass_for_a_reference_and_what_was_typed_stays(police, walk):
    walk.taken_by_police()
    page = police.fill(
        at("check", walk), result="clear", result_reference="He is known to us", status=200, **DAY
    )  # fmt: skip
    assert page.errors == ["Give the reference only: letters and figures, no words about it."]
    assert page.form()["result_reference"] == "He is known to us"


def test_from_the_list_to_a_section_36_referral(police, walk):
    framework, _new = frameworks.load(frameworks.EXAMPLE)
    with walk.acting("police"):
        version = walk.assessment.version
    police.post(at("take", walk), {"version": version})
    police.fill(at("check", walk), result="clear", result_reference="DC/1", **DAY)
    police.fill(at("write", walk), framework=str(framework.pk))
    police.fill(
        at("write-with", walk, framework.pk), answer_0_0="Feels unheard.", protective="His aunt.",
        conclusion="Support would help.",
    )  # fmt: skip
    assert "Feels unheard." in police.open(at("record", walk)).text
    missing = police.fill(
        at("refer", walk), referred_by="police", grounds="Short.", relied_on="All.", status=200
    )
    assert "at least one whole sentence" in missing.text
    police.fill(
        at("refer", walk), referred_by="police", relied_on="All of the above.",
        grounds="He named whom he wants to hurt and how.",
    )  # fmt: skip
    assert walk.state() == "section_36"
    assert "Referred under section 36" in police.open(at("record", walk)).text


def test_a_closure_is_approved_by_a_supervisor(police, pages, walk, cast):
    walk.taken_by_police().checked().marked_by_police()
    police.fill(
        at("close", walk), cause="context", destination="none", relied_on="The referral.", note="Thank you.",
        grounds="The drawing was of a film they had seen.",
    )  # fmt: skip
    pages.sign_in(cast.here.supervisor)
    assert "The drawing was of a film" in pages.open(at("approve", walk)).text
    pages.fill(at("approve", walk), approves="yes", reason="I read it all and agree.")
    assert walk.state() == "police_closed"
