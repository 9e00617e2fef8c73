"""The council refers to the panel itself, as the law lets it: by the same deed as the police, who are told at once."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404
from django.urls import reverse

from tests.cast import Cast
from tests.pages import Pages
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed
from waymark.foundation.outbox.models import Envelope
from waymark.foundation.tasks.queries import my_work
from waymark.pathway.assessment.actions import deciding
from waymark.pathway.assessment.models import PoliceDecision
from waymark.pathway.channel.models import Case

from .walks import GROUNDS, PoliceWalk

TOLD = "assessment.referred-by-council"


@pytest.fixture
def walk(cast: Cast) -> PoliceWalk:
    for who in ("police", "supervisor", "officer", "lead"):
        cast.here.user(who)
    return PoliceWalk(cast.here).sent().taken_by_police()


def by_council(walk: PoliceWalk, who: str = "officer", referred_by: str = "authority") -> PoliceDecision:
    said = GROUNDS | {"referred_by": referred_by, "decided_on": clock.today()}
    with walk.acting(who) as by:
        return deciding.refer(by=by, assessment=walk.assessment, version=walk.assessment.version, **said)


def at(walk: PoliceWalk, page: str) -> str:
    with walk.acting("lead"):
        return reverse(page, args=[walk.referral.reference])


def test_the_council_refers_what_the_police_have_assessed_and_they_are_told_in_the_same_deed(
    walk, cast, everything
):
    walk.checked().written()
    decision = by_council(walk)
    assert walk.state() == "section_36"
    with cast.here.acting("police"):
        assert walk.assessment.state == "referred" and walk.assessment.decision_id == decision.pk
        assert (decision.referred_by, decision.signed_by) == ("authority", cast.here.officer)
    with everything():
        [case] = Case.objects.all()
        assert case.section_36_id == decision.pk
        [told] = Envelope.objects.filter(message__code=TOLD)
        assert told.user_id == cast.here.police.pk


def test_what_the_police_sign_they_are_not_told_of(walk, everything):
    walk.checked().written().referred()
    with everything():
        assert not Envelope.objects.filter(message__code=TOLD).exists()


def test_it_refers_against_a_closure_that_the_police_propose_and_nobody_is_asked_to_approve_that(walk, cast):
    proposed = walk.checked().written().marked_by_police().proposed()
    by_council(walk, "lead")
    assert walk.state() == "section_36"
    with cast.here.acting("supervisor") as by:
        assert not [task for task in my_work(by) if task.kind == "assessment.second-person"]
        with pytest.raises(NotAllowed, match="No closure is waiting"):
            proposed = PoliceDecision.objects.get(pk=proposed.pk)
            deciding.approve(by=by, decision=proposed, version=walk.assessment.version, reason="I agree.")


def test_it_needs_of_the_police_what_their_own_referral_needs(walk):
    with pytest.raises(NotAllowed, match="result of de-confliction first"):
        by_council(walk)
    walk.checked()
    with pytest.raises(Incomplete, match="Write the assessment"):
        by_council(walk)
    walk.written().checked("held")
    with pytest.raises(Incomplete, match="not clear"):
        by_council(walk)
    walk.checked()
    by_council(walk)
    with pytest.raises(NotAllowed, match="has been referred"):
        by_council(walk)


def test_what_the_police_keep_or_closed_it_does_not_refer(walk):
    walk.checked().written().held()
    with pytest.raises(NotAllowed, match="outside Channel"):
        by_council(walk)


@pytest.mark.parametrize("who", ["dsl", "coordinator", "front_door", "ig_lead"])
def test_nobody_else_refers_for_the_council(walk, cast, who):
    walk.checked().written()
    cast.here.user(who)
    with walk.acting("police"):
        assessment = walk.assessment
    said = GROUNDS | {"referred_by": "authority", "decided_on": clock.today()}
    with cast.here.acting(who) as by, pytest.raises((NotAllowed, Http404)):
        deciding.refer(by=by, assessment=assessment, version=assessment.version, **said)
    assert walk.state() == "police_assessment"


def test_the_council_signs_for_itself_alone_and_the_database_says_so_too(walk, cast):
    walk.checked().written()
    with pytest.raises(NotAllowed, match="for the local authority only"):
        by_council(walk, referred_by="police")
    for given in (
        {"outcome": "refer", "referred_by": "police"},
        {"outcome": "hold"},
        {"outcome": "close", "cause": "context", "destination": "none", "note": "Thank you."},
    ):
        with (
            cast.here.acting("officer") as by,
            pytest.raises(IntegrityError, match="the police sign"),
            transaction.atomic(),
        ):
            assessment = walk.assessment
            PoliceDecision.objects.create(
                assessment=assessment, authority_id=assessment.authority_id, grants=assessment.grants,
                **(GROUNDS | given), decided_on=clock.today(), signed_by_id=by.user_id, signed_at=clock.now(),
            )  # fmt: skip


def test_the_officer_has_a_page_of_their_own_and_the_way_there(walk, cast):
    walk.checked()
    officer = Pages().sign_in(cast.here.officer)
    own, assessed = at(walk, "assessment:refer-for-authority"), at(walk, "assessment:record")
    assert assessed in officer.open(at(walk, "referrals:triage-record")).links()
    assert own in officer.open(assessed).links()
    page = officer.open(own)
    assert "Write the assessment." in page.text and at(walk, "assessment:write") not in page.links()
    page = officer.fill(own, status=200, **GROUNDS | {"grounds": "Short."})
    assert page.errors == ["Give the grounds in at least one whole sentence."]
    page = officer.fill(own, status=200, **GROUNDS)
    assert page.errors == ["Write the assessment."] and page.form()["grounds"] == GROUNDS["grounds"]
    walk.written()
    officer.fill(own, **GROUNDS)
    page = officer.open(assessed)
    assert "The local authority" in page.text and own not in page.links()
    assert "officer of Hereshire" in page.text
    officer.open(own, status=403)


@pytest.mark.parametrize("who", ["police", "supervisor", "coordinator", "teacher"])
def test_the_page_is_not_there_for_others(walk, cast, who):
    walk.checked().written()
    own = at(walk, "assessment:refer-for-authority")
    Pages().sign_in(cast.here.user(who)).open(own, status=404)
    Pages().sign_in(cast.there.officer).open(own, status=404)
