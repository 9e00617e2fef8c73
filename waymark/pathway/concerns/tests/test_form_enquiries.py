"""Advice: no field for a name until it is ticked, named ones go after six months, only triage answers."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed, Stale
from waymark.foundation.measures import MEASURES, Scope
from waymark.foundation.measures.together import numbers
from waymark.pathway.concerns import measures
from waymark.pathway.concerns.actions import enquiring
from waymark.pathway.concerns.models import Enquiry

QUESTION = "A pupil draws flags on every page. Should I worry?"


@pytest.fixture
def enquiry(cast):
    cast.here.user("officer")
    with cast.here.acting("teacher") as teacher:
        return enquiring.ask_advice(by=teacher, question=QUESTION)


def test_there_is_no_field_for_a_name_until_it_is_ticked(pages, cast):
    pages.sign_in(cast.here.user("teacher"))
    url = reverse("concerns:enquiry-ask")
    first = pages.open(url).form()
    assert "name" not in first and "because" not in first
    ticked = pages.send(url, first | {"question": QUESTION, "names": "yes"}, status=200)
    assert ticked.form()["question"] == QUESTION
    assert ticked.form()["name"] == ""
    back = pages.send(url, ticked.form(), status=200)
    assert back.errors == ["Enter the name, or take the tick away", "Say why you need to give the name"]
    pages.send(url, back.form() | {"name": "Quillon Ambrefeather", "because": "They are missing."})
    with cast.here.acting("teacher"):
        kept = Enquiry.objects.get()
    assert (kept.names_someone, kept.name) == (True, "Quillon Ambrefeather")
    assert 180 <= (kept.expires_on - clock.today()).days <= 184


def test_a_name_without_its_tick_is_not_kept(pages, cast):
    pages.sign_in(cast.here.user("teacher"))
    url = reverse("concerns:enquiry-ask")
    pages.send(url, pages.open(url).form() | {"question": QUESTION, "name": "Quillon", "because": "So"})
    with cast.here.acting("teacher"):
        assert Enquiry.objects.get().name == ""


def test_the_database_keeps_no_name_without_a_reason(cast, enquiry):
    with cast.here.acting("teacher"), pytest.raises(IntegrityError), transaction.atomic():
        named = Enquiry.objects.get(pk=enquiry.pk)
        named.name = "Quillon"
        named.save()
    with cast.here.acting("teacher") as teacher, pytest.raises(Incomplete):
        enquiring.ask_advice(by=teacher, question=QUESTION, names_someone=True, name="Quillon")


@pytest.mark.parametrize(
    ("typed", "sentence"), [("", "Write what"), ("\x00", "cannot be read"), ("x" * 5001, "fewer")]
)
def test_bad_questions_get_a_sentence(pages, cast, typed, sentence):
    pages.sign_in(cast.here.user("teacher"))
    url = reverse("concerns:enquiry-ask")
    back = pages.send(url, pages.open(url).form() | {"question": typed}, status=200)
    assert sentence in back.errors[0]


def test_an_officer_answers_and_the_asker_reads_it(pages, cast, enquiry):
    pages.sign_in(cast.here.user("officer"))
    assert enquiry.reference in pages.open(reverse("concerns:enquiries")).text
    url = reverse("concerns:enquiry-answer", args=[enquiry.reference])
    assert pages.send(url, pages.open(url).form(), status=200).errors == ["Write your advice"]
    pages.fill(url, answer="Talk to them first.")
    assert not pages.open(url).tree.xpath("//main//form")
    pages.sign_in(cast.here.user("teacher"))
    mine = pages.open(reverse("concerns:enquiry", args=[enquiry.reference]))
    assert "Talk to them first." in mine.text


def test_an_answer_is_given_once(cast, enquiry):
    with cast.here.acting("officer") as officer:
        enquiring.answer_enquiry(by=officer, enquiry=enquiry, version=1, answer="First")
        with pytest.raises(Stale):
            enquiring.answer_enquiry(by=officer, enquiry=enquiry, version=1, answer="Second")
        with pytest.raises(NotAllowed):
            enquiring.answer_enquiry(by=officer, enquiry=enquiry, version=2, answer="Second")


@pytest.mark.parametrize(
    ("side", "who"), [("here", "dsl"), ("here", "nurse"), ("there", "officer"), ("here", "police")]
)
def test_others_see_nothing_of_it(pages, cast, enquiry, side, who):
    side = getattr(cast, side)
    pages.sign_in(side.user(who))
    for name in ("enquiry", "enquiry-answer", "enquiry-sent"):
        pages.open(reverse(f"concerns:{name}", args=[enquiry.reference]), status=404)
    with side.acting(who):
        assert not Enquiry.objects.exists()


def test_the_open_page_says_what_advice_is(pages, db):
    assert "without naming" in pages.open(reverse("concerns:enquiry-start")).heading


@pytest.mark.parametrize("name, on", [("before", "begin"), ("enquiry-start", "enquiry-ask")])
def test_the_way_on_is_offered_to_whoever_may_take_it(pages, cast, name, on):
    onward, page = reverse(f"concerns:{on}"), reverse(f"concerns:{name}")
    assert onward in pages.open(page).links()
    pages.sign_in(cast.here.user("ig_lead"))
    shut = pages.open(page)
    assert onward not in shut.links() and "partner professional" in shut.text


def test_enquiries_are_counted_for_their_own_authority(cast, enquiry):
    today = clock.today()
    for side, expected in ((cast.here, 1), (cast.there, 0)):
        authority = side.authority.pk
        with acting(Actor.job("measures", authority)):
            [count] = measures.enquiries(Scope(authority, today, today))
            assert count.number == expected
            assert numbers([MEASURES["referrals.approved"].counts(Scope(authority, today, today))]) == [{}]
