"""What others answer is heard, and what follows from it comes to an end: a declined redirect, a mistaken referral."""

from __future__ import annotations

import pytest
from django.urls import reverse

from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NotAllowed
from waymark.foundation.outbox.models import Message
from waymark.foundation.tasks.models import Task
from waymark.pathway.referrals.actions import asking, deciding, leading
from waymark.pathway.referrals.models import Redirect

from .walks import GROUNDS, NOTE, Walk


@pytest.fixture
def walk(cast) -> Walk:
    return Walk(cast.here).received().ready()


def waiting(walk: Walk, kind: str) -> int:
    with walk.acting("lead"):
        return Task.objects.filter(kind=f"referrals.{kind}", done_at=None).count()


def redirected(walk: Walk, kind: str = "social care") -> Redirect:
    with walk.acting() as by:
        return asking.redirect(
            by=by,
            referral=walk.referral,
            service=walk.side.organisation(kind),
            message="Needs help with money.",
            basis="Children Act 1989, section 17",
        )


def declined(walk: Walk, made: Redirect, who: str = "front_door") -> None:
    with walk.acting(who) as by:
        asking.decline_redirect(by=by, redirect=made, version=made.version, answer="They moved away.")


def heard(walk: Walk, everything, what: str = "answered") -> list[object]:
    """Whom a message tells that an answer has come."""
    with everything():
        found = Message.objects.filter(code=f"referrals.{what}", reference=walk.referral.reference)
        return list(found.values_list("envelope__user_id", flat=True))


def test_who_leads_hears_that_those_who_were_asked_answered(walk, cast, everything):
    request = walk.asked("social care")
    with walk.acting("front_door") as by:
        asking.answer_request(by=by, request=request, version=request.version, reply="No, none.")
    assert heard(walk, everything) == [cast.here.officer.pk]


def test_what_the_officer_wrote_down_is_no_news_to_them(walk, everything):
    request = walk.asked()
    with walk.acting() as by:
        asking.answer_request(by=by, request=request, version=request.version, reply="By telephone: none.")
    assert heard(walk, everything) == []


def test_reasons_that_stay_on_the_record_can_be_read_there(walk, pages, cast):
    said = {
        "offer": "I am away next week.",
        "reopen": "The school telephoned again.",
        "no": "I know the family.",
    }
    with walk.acting() as by:
        version = walk.referral.version
        offer = leading.hand_over(
            by=by,
            referral=walk.referral,
            version=version,
            receiver=cast.here.second_officer,
            note=said["offer"],
        )
    with walk.acting("second_officer") as by:
        leading.decline_handover(by=by, handover=offer, answer=said["no"])
    walk.decided("close")
    with walk.acting("lead") as by:
        version = walk.referral.version
        deciding.reopen(by=by, referral=walk.referral, version=version, reason=said["reopen"])
        where = reverse("referrals:triage-record", args=[walk.referral.reference])
    text = pages.sign_in(cast.here.officer).open(where).text
    assert [words for words in said.values() if words not in text] == []


@pytest.mark.parametrize("accepts", [True, False])
def test_whoever_offered_a_referral_hears_that_it_was_answered(walk, cast, everything, accepts):
    with walk.acting() as by:
        version = walk.referral.version
        offer = leading.hand_over(
            by=by, referral=walk.referral, version=version, receiver=cast.here.second_officer
        )
    assert heard(walk, everything, "handover-answered") == []
    with walk.acting("second_officer") as by:
        if accepts:
            leading.accept_handover(by=by, handover=offer)
        else:
            leading.decline_handover(by=by, handover=offer, answer="I am away next week.")
    assert heard(walk, everything, "handover-answered") == [cast.here.officer.pk]


def test_a_closed_matter_that_its_service_declines_is_the_prevent_leads(walk, pages, cast):
    made = redirected(walk)
    walk.decided("redirect")
    assert waiting(walk, "not-taken-on") == 0
    declined(walk, made)
    assert waiting(walk, "not-taken-on") == 1
    assert (
        "No service takes a closed matter on"
        in pages.sign_in(cast.here.lead).open(reverse("home:my-day")).text
    )
    with walk.acting("lead") as by:
        deciding.reopen(by=by, referral=walk.referral, version=walk.referral.version, reason="Nobody has it.")
    assert waiting(walk, "not-taken-on") == 0


def test_a_corrected_decision_answers_a_declined_redirect_as_well(walk):
    made = redirected(walk)
    decision = walk.decided("redirect")
    declined(walk, made)
    with walk.acting("lead") as by:
        deciding.correct(by=by, decision=decision, **GROUNDS)
    assert waiting(walk, "not-taken-on") == 0


def test_while_another_service_may_have_it_or_triage_goes_on_nobody_is_asked(walk):
    first = redirected(walk)
    declined(walk, first)
    assert waiting(walk, "not-taken-on") == 0
    second, third = redirected(walk), redirected(walk)
    walk.decided("redirect")
    declined(walk, second)
    assert waiting(walk, "not-taken-on") == 0
    declined(walk, third)
    assert waiting(walk, "not-taken-on") == 1


def test_those_who_were_asked_are_told_of_the_mistake_and_the_work_ends(walk, pages, cast):
    request, made = walk.asked(), redirected(walk)
    with walk.acting() as by:
        asking.answer_request(by=by, request=request, version=request.version, reply="None.")
        reference = walk.referral.reference
    url = reverse("referrals:triage-mistake-told", args=[reference])
    officer = pages.sign_in(cast.here.officer)
    assert "was not closed as mistaken" in officer.open(url, status=403).text
    walk.decided("unfounded", note=NOTE)
    assert waiting(walk, "correction") == 2
    lead = pages.sign_in(cast.here.lead)
    assert url in lead.open(reverse("home:my-day")).links()
    today = clock.today()
    when = {"told_on-day": today.day, "told_on-month": today.month, "told_on-year": today.year}
    assert lead.fill(url, status=200, **when).errors == ["Choose who was told"]
    ahead = when | {"told_on-year": today.year + 1}
    page = lead.fill(url, status=200, shared=[request.reference], **ahead)
    assert page.errors == ["The date must be today or in the past"]
    lead.fill(url, shared=[request.reference], **when)
    assert waiting(walk, "correction") == 1
    lead.fill(url, shared=[made.reference], **when)
    assert waiting(walk, "correction") == 0
    record = lead.open(reverse("referrals:triage-record", args=[reference]))
    assert record.text.count("that the referral was mistaken") == 2 and url not in record.links()
    with walk.acting("lead") as by, pytest.raises(NotAllowed, match="has been told"):
        asking.mistake_told(by=by, referral=walk.referral, shared=[made.reference], told_on=today)
