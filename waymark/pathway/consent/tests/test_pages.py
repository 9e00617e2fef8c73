"""The pages of consent: what they ask of whom, what is kept when something is missing, who does not see them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.urls import reverse

from waymark.foundation.access.models import Membership
from waymark.foundation.kernel import clock
from waymark.pathway.consent.texts import Told

from .walks import ADULT, CHILDS, in_days

NAME = "Quillfeather"
HOW = {"method": "meeting", "place": "The family’s home", "language": "English"}
CHILD = {
    name: CHILDS[name] for name in ("giver", "giver_name", "responsibility", "child_view", "child_words")
}
GIVEN = {
    "told": Told.values, "explained_as": "With the leaflet.", "notice_version": "4", "scope": ["mentoring", "family"],
    "manner": "signed", "against": "nobody",
}  # fmt: skip


@pytest.fixture
def at(walk, pages, cast):
    pages.canaries = (NAME,)
    pages.sign_in(cast.here.officer)

    def address(page: str) -> str:
        with walk.acting("officer"):
            return reverse(page if ":" in page else f"consent:{page}", args=[walk.case.reference])

    return address


def test_from_the_case_to_consent_and_back_again(pages, at, walk):
    walk.adopted()
    page = pages.open(at("channel:case"))
    assert at("given") in page.links() and "Not asked yet" in page.text
    pages.fill(at("given"), **HOW, **CHILD, **GIVEN)
    page = pages.open(at("channel:case"))
    assert "Consent asked: Given" in page.text and "Other mentoring, Support for the family" in page.text
    page = pages.open(at("said"))
    assert CHILD["child_words"] in page.text and "Birth certificate seen." in page.text
    ticked = {name: GIVEN[name] for name in ("told", "scope")}
    pages.fill(at("correct"), **ticked, place="The school", correction_because="The place was wrong.")
    assert "corrected since" in pages.open(at("said")).text
    pages.fill(
        at("withdraw"), withdrawn_by="giver", method="telephone", safeguarding="The school sees the child."
    )
    page = pages.open(at("channel:case"))
    assert "Consent withdrawn" in page.text and "Taken back. Support has stopped." in page.text
    pages.fill(at("reassess"), outcome="new_day", reason="The panel wants to wait for a while.")
    assert "A new day for the next reassessment" in pages.open(at("said")).text


def test_all_that_is_missing_is_said_at_once_and_nothing_typed_is_lost(pages, at, walk):
    walk.adopted()
    typed = {"explained_as": "With the leaflet, at length.", "giver": "parent", **HOW}
    page = pages.fill(at("given"), status=200, **typed)
    assert len(page.errors) >= 7
    for said in (
        "Choose what the child’s own view is",
        "Choose at least one kind of support",
        "parental responsibility",
    ):
        assert any(said in error for error in page.errors), said
    assert page.form()["explained_as"] == typed["explained_as"]
    page = pages.fill(at("given"), status=200, **HOW, **CHILD, **(GIVEN | {"told": ["prevent"]}))
    assert page.errors == ["All of this has to be told before consent is given"]
    page = pages.fill(at("given"), status=200, **HOW, **CHILD, **(GIVEN | {"against": "other_parent"}))
    assert "Enter who does not agree" in page.errors[0]


def test_a_refusal_and_two_parents_who_disagree(pages, at, walk):
    walk.adopted()
    pages.fill(at("not-given"), **HOW, **CHILD, answer="refused", because="The mother does not want it.")
    assert "Consent refused" in pages.open(at("channel:case")).text
    disputed = {"against": "other_parent", "against_by": "The father", "against_words": "I do not agree."}
    pages.fill(at("given"), **HOW, **CHILD, **(GIVEN | disputed))
    page = pages.open(at("channel:case"))
    assert "Given, and disputed" in page.text and at("resolve") in page.links()
    pages.fill(
        at("resolve"), stands="yes", asked=["children", "legal"], asked_words="Both, on Monday.",
        reason="The mother alone holds parental responsibility.",
    )  # fmt: skip
    assert "Supported" in pages.open(at("channel:case")).text
    pages.fill(at("object"), grounds="source_of_risk", words="She shares the views that worry us.")
    assert "Given, and disputed" in pages.open(at("channel:case")).text


def test_an_adult_is_asked_for_themselves_and_of_capacity(pages, at, walk):
    walk.adopted(**ADULT)
    page = pages.open(at("given"))
    assert "Can the person decide this?" in page.text and "child" not in page.text
    pages.fill(at("given"), **HOW, **GIVEN, giver="person", capacity="presumed")
    assert "Supported" in pages.open(at("channel:case")).text


def test_who_turned_18_since_the_case_opened_is_asked_themselves_and_the_day_tells(pages, at, walk):
    Membership.objects.update(starts_on=in_days(-30))
    turned = in_days(-5)
    with clock.travelled(clock.now() - timedelta(days=20)):
        walk.adopted(born=str(date(turned.year - 18, turned.month, min(turned.day, 28))))
    page = pages.open(at("given"))
    assert "They turned 18 on" in page.text and "child" not in page.form()
    page = pages.fill(at("given"), status=200, **HOW, **CHILD, **GIVEN)
    assert page.errors == [
        "The person was 18 or over on that day: only they can give consent.",
        "Choose whether the person can decide this",
    ]
    # What was answered before the birthday covers nothing since.
    before = in_days(-12)
    day = {f"asked_on-{part}": getattr(before, part) for part in ("day", "month", "year")}
    pages.fill(at("given"), **HOW, **CHILD, **GIVEN, **day)
    assert "Consent has ended, to be asked again" in pages.open(at("channel:case")).text
    adults = HOW | GIVEN | {"giver": "person", "capacity": "presumed", "child_view": "agrees"}
    page = pages.fill(at("given"), status=200, **(adults | {"against": "other_parent"}))
    assert page.errors == ["The person was 18 or over on that day: nobody else can object."]
    pages.fill(at("given"), **adults)
    assert "Supported" in pages.open(at("channel:case")).text
    with walk.acting("officer"):
        assert walk.of_consent().newest.child_view == ""


def test_what_is_missing_of_an_objection_is_said_at_its_field(pages, at, walk):
    walk.adopted().consented()
    page = pages.fill(at("object"), status=200, grounds="other_parent", words="I do not agree.")
    assert page.errors == ["Enter who does not agree, and how they are related to the child"]
    assert page.tree.xpath("//a[@href='#id_said_by']")


def test_where_the_record_cannot_tell_the_page_asks_plainly(pages, at, walk, everything):
    from waymark.pathway.people.models import Person

    walk.adopted()
    with everything():
        Person.objects.update(born_on=None, born_precision="unknown")
    page = pages.open(at("given"))
    assert "Was the person under 18 on that day?" in page.text
    whole = HOW | CHILD | GIVEN | {"child": "yes"}
    page = pages.fill(at("given"), status=200, **whole)
    assert page.errors == ["Say how you know whether the person was under 18"]
    pages.fill(at("given"), **whole, age_basis="Passport seen.")
    assert "Passport seen." in pages.open(at("said")).text


def test_who_reads_and_who_does_not(pages, at, walk, cast):
    walk.adopted().consented()
    said, withdraw = at("said"), at("withdraw")
    for who in ("chair", "police"):
        pages.sign_in(cast.here.user(who))
        page = pages.open(said)
        assert withdraw not in page.links()
        pages.open(withdraw, status=404)
    for who in ("teacher", "front_door", "panel_health", "administrator"):
        pages.sign_in(cast.here.user(who))
        pages.open(said, status=404)
    pages.sign_in(cast.there.user("lead"))
    pages.open(said, status=404)


def test_its_queries_do_not_grow_with_what_was_said(pages, at, walk):
    walk.adopted().consented().objected().resolved(stands=True).withdrawn().reassessed("plan").consented()
    pages.open(at("channel:case"))
    few, few_said = (pages.open(at(page)).queries for page in ("channel:case", "said"))
    walk.withdrawn().consented().objected().resolved(stands=True).refused().reassessed("new_day").consented()
    assert (pages.open(at("channel:case")).queries, pages.open(at("said")).queries) == (few, few_said)
