"""A closure cannot happen while something is missing: the page says which, and the database refuses too."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from waymark.foundation.access.models import Membership
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed, Refusal
from waymark.pathway.referrals import closing, record
from waymark.pathway.referrals.actions import asking, deciding, findings
from waymark.pathway.referrals.models import (
    Approval,
    Concern,
    Decision,
    InformationRequest,
    Outcome,
    Referral,
)

from .walks import GROUNDS, NOTE, Walk

# A change is refused by the trigger; the application may not even try to delete.
STAYS = "never changed or deleted|permission denied for table"
CLOSING = ["advise", "close", "unfounded"]


@pytest.fixture
def walk(cast) -> Walk:
    return Walk(cast.here).received()


def test_with_everything_there_a_referral_closes_by_one_signed_decision(walk):
    decision = walk.ready().decided("close")
    assert walk.state() == "no_further_action"
    assert decision.signed_as == "Prevent officer"
    assert not decision.needs_second


@pytest.mark.parametrize("outcome", CLOSING)
def test_an_unmarked_concern_refuses(walk, outcome):
    walk.taken().matched().told().social_care()
    with pytest.raises(Incomplete, match="Mark every concern"):
        walk.decided(outcome)
    assert walk.state() == "triage"


@pytest.mark.parametrize("outcome", [*CLOSING, "to-police"])
def test_nobody_having_answered_whether_the_person_was_told_refuses(walk, outcome):
    walk.taken().matched().marked().social_care()
    with pytest.raises(Incomplete, match="whether the person has been told"):
        walk.decided(outcome)


@pytest.mark.parametrize("outcome", [*CLOSING, "to-police"])
def test_a_reason_not_to_tell_that_has_run_out_refuses(walk, outcome):
    walk.taken().matched().marked().social_care().told(at=clock.now() - timedelta(days=40), again_in=30)
    with pytest.raises(Incomplete, match="has run out"):
        walk.decided(outcome)


SAID_TOLD = {"on": "2026-10-05", "by": "Form tutor", "response": "Was glad."}


def said(hearer: str, answer: str) -> dict:
    """The form’s pages about telling, as version 1 keeps them."""
    behind = SAID_TOLD if answer == "told" else {"because": "We want to agree it with you."}
    return {hearer: {"told": answer}, f"{hearer}_{answer}": behind}


def test_what_the_referrer_said_of_telling_needs_no_retyping(cast):
    walk = Walk(cast.here).received(**said("person", "told"), **said("parent", "told"))
    with walk.acting():
        rows = {row.hearer: row for row in walk.referral.told.all()}
        assert rows["person"].told_by == "Form tutor" and rows["person"].answered_by is None
        assert record.told(rows["parent"])["by"] == "The referrer said so on the form"
    walk.taken().matched().marked().social_care().decided("close")
    assert walk.state() == "no_further_action"


def test_a_referrers_not_yet_is_shown_and_is_not_the_councils_decision(cast):
    walk = Walk(cast.here).received(**said("person", "not_yet"), **said("parent", "told"))
    walk.taken().matched().marked().social_care()
    with pytest.raises(Incomplete, match="whether the person has been told"):
        walk.decided("close")
    walk.told("person").decided("close")


@pytest.mark.parametrize("outcome", CLOSING)
def test_an_open_request_refuses(walk, outcome):
    walk.ready().asked()
    with pytest.raises(Incomplete, match="A request for information is open"):
        walk.decided(outcome)


def test_a_child_without_an_answer_about_the_parents_refuses(walk):
    walk.taken().matched().marked().social_care().told("person")
    with pytest.raises(Incomplete, match="parent or guardian"):
        walk.decided("close")
    walk.told("parent").decided("close")


def test_an_adults_parents_are_not_asked_about(cast):
    walk = Walk(cast.here).received(born="1980-05-05").taken().matched().marked().told("person")
    walk.decided("close")
    assert walk.state() == "no_further_action"


def test_an_adult_who_lives_with_a_child_brings_the_question_about_social_care(cast):
    walk = Walk(cast.here).received(born="1980-05-05", children={"children": "yes"})
    walk.taken().matched().marked().told("person")
    with walk.acting() as by:
        assert record.Record.of(by, walk.referral, clock.now()).duty_prompt
    with pytest.raises(Incomplete, match="children’s social care"):
        walk.decided("close")
    walk.social_care().decided("close")


def test_a_child_without_an_answer_about_social_care_refuses(walk):
    walk.taken().matched().marked().told()
    with pytest.raises(Incomplete, match="children’s social care"):
        walk.decided("close")


def test_a_redirect_that_nobody_was_asked_for_refuses(walk):
    walk.ready()
    with pytest.raises(Incomplete, match="take the matter on"):
        walk.decided("redirect")


@pytest.mark.parametrize("reason", ["", "No concern.", "Nothing here at all"])
def test_a_reason_shorter_than_a_sentence_refuses(walk, reason):
    walk.ready()
    with pytest.raises(Incomplete, match="whole sentence"):
        walk.decided("close", reason=reason)


@pytest.mark.parametrize("given", [{"note": ""}, {"withheld_because": "It would put a child at risk."}])
def test_the_referrer_is_told_something_or_there_is_a_reason_why_not(walk, given):
    walk.ready()
    with pytest.raises(Incomplete, match="Write what the referrer is told"):
        walk.decided("close", **given)


def test_an_unanswered_match_refuses_all_work(cast):
    Walk(cast.here).received()
    walk = Walk(cast.here).received()
    walk.taken()
    with walk.acting():
        assert closing.gaps(walk.referral, "close", clock.now())[0].code == "seen-before"
    with pytest.raises(Refusal, match="each possible match"):
        walk.marked()
    walk.told()
    with pytest.raises(Incomplete, match="each possible match"):
        walk.decided("to-police")


def test_a_repeat_referral_needs_the_answer_what_they_tell_together_and_a_second_person(cast):
    Walk(cast.here).received().ready().decided("close")
    walk = Walk(cast.here).received().taken().matched("same").marked().told().social_care()
    with pytest.raises(Incomplete, match="taken together"):
        walk.decided("close")
    with walk.acting() as by:
        findings.take_together(by=by, referral=walk.referral, answer="The same remark, in two lessons.")
    assert walk.decided("close").needs_second
    assert walk.state() == "closing"


def test_a_child_and_violence_need_a_second_person_who_is_another(walk):
    decision = walk.ready(violence=True).decided("close", who="lead")
    assert walk.state() == "closing"
    with walk.acting("lead") as by, pytest.raises(NotAllowed, match="somebody else"):
        deciding.approve(by=by, decision=decision, version=walk.referral.version, reason="I agree.")
    assert walk.state() == "closing"


def test_the_proposer_cannot_approve_after_a_change_of_role(walk, cast):
    decision = walk.ready(violence=True).decided("close")
    user = cast.here.officer
    Membership.objects.filter(user=user).update(role="prevent_lead")
    with walk.acting() as by, pytest.raises(NotAllowed, match="somebody else"):
        deciding.approve(by=by, decision=decision, version=walk.referral.version, reason="I agree.")


def test_the_second_person_approves_and_it_closes(walk):
    decision = walk.ready(violence=True).decided("close")
    with walk.acting("lead") as by:
        deciding.approve(
            by=by, decision=decision, version=walk.referral.version, reason="Nothing is left open."
        )
    assert walk.state() == "no_further_action"


def test_the_second_person_sends_it_back_and_a_new_decision_is_needed(walk):
    decision = walk.ready(violence=True).decided("close")
    with walk.acting("lead") as by:
        deciding.not_approve(
            by=by, decision=decision, version=walk.referral.version, reason="Ask the school again."
        )
    assert walk.state() == "triage"
    with walk.acting():
        assert walk.referral.decision is None


def test_an_overridden_request_lets_it_close_with_a_second_person(walk):
    request = walk.ready().asked()
    with walk.acting("lead") as by:
        asking.override_request(by=by, request=request, reason="The clinic has closed for good.")
    assert walk.decided("close").needs_second


def test_whoever_overrode_a_request_cannot_sign_the_closure(walk):
    request = walk.ready().asked()
    with walk.acting("lead") as by:
        asking.override_request(by=by, request=request, reason="The clinic has closed for good.")
    with pytest.raises(Incomplete, match="request for information is open"):
        walk.decided("close", who="lead")


def test_whoever_asked_cannot_override(cast):
    walk = Walk(cast.here, who="lead").received().ready()
    request = walk.asked()
    with walk.acting() as by, pytest.raises(NotAllowed, match="somebody else"):
        asking.override_request(by=by, request=request, reason="It takes too long.")


def test_what_the_pages_ask_for_is_what_the_state_table_names():
    from waymark.pathway.referrals.states import REFERRALS

    assert {"to-police", "redirect", "advise", "close", "unfounded"} == set(Outcome.values)
    assert set(Outcome.values) <= {move.name for move in REFERRALS.moves}


# What the database refuses when the actions are gone round.


def refused_by_the_database(act, why: str) -> None:
    with pytest.raises(DatabaseError, match=why), transaction.atomic():
        act()


def close_by_hand(walk: Walk, **also) -> None:
    Referral.objects.filter(pk=walk.pk).update(state="no_further_action", closed_at=clock.now(), **also)


def sign_by_hand(walk: Walk, by, outcome: str = "close") -> Decision:
    referral = walk.referral
    return Decision.objects.create(
        referral=referral,
        authority_id=referral.authority_id,
        grants=referral.grants,
        outcome=outcome,
        **GROUNDS,
        note_code="finished",
        note=NOTE,
        needs_second=False,
        signed_by_id=by.user_id,
        signed_as="x",
        signed_at=clock.now(),
    )


def test_the_database_refuses_a_closure_without_a_decision(walk):
    walk.ready()
    with walk.acting():
        refused_by_the_database(lambda: close_by_hand(walk), "by a signed decision")


@pytest.mark.parametrize(
    ("gap", "why"),
    [
        ("concern", "a concern is not marked"),
        ("request", "a request for information is open"),
        ("told", "whether the person was told"),
        ("parent", "whether the person was told"),
        ("violence", "a second person"),
        ("duty", "children’s social care"),
        ("redirect", "take the matter on"),
        ("outcome", "of that outcome"),
    ],
)
def test_the_database_refuses_a_closure_with_a_gap(walk, gap, why):
    walk.taken().matched()
    if gap != "concern":
        walk.marked(violence=gap == "violence")
    if gap != "told":
        walk.told(*["person"] if gap == "parent" else [])
    if gap != "duty":
        walk.social_care()
    if gap == "request":
        walk.asked()
    with walk.acting() as by:
        decision = sign_by_hand(walk, by, outcome="redirect" if gap == "redirect" else "close")
        state = {"outcome": "advice", "redirect": "redirected"}.get(gap, "no_further_action")
        refused_by_the_database(
            lambda: Referral.objects.filter(pk=walk.pk).update(
                state=state, closed_at=clock.now(), decision=decision
            ),
            why,
        )


def test_the_database_lets_a_whole_closure_through(walk):
    walk.taken().matched().marked().told().social_care()
    with walk.acting() as by:
        close_by_hand(walk, decision=sign_by_hand(walk, by))
    assert walk.state() == "no_further_action"


def test_the_database_refuses_a_signature_in_anothers_name_and_ones_own_approval(walk, cast):
    decision = walk.ready(violence=True).decided("close")
    with walk.acting() as by:
        other = cast.here.lead
        common = {"authority_id": decision.authority_id, "grants": decision.grants, "decision": decision}
        given = common | {"approved": True, "reason": "Yes.", "approved_as": "x", "approved_at": clock.now()}
        refused_by_the_database(
            lambda: Approval.objects.create(**given, approved_by=other), "by whoever acts"
        )
        refused_by_the_database(
            lambda: Approval.objects.create(**given, approved_by_id=by.user_id), "their own proposal"
        )


def reworded(row: Decision | Concern, **words: str) -> None:
    for name, text in words.items():
        setattr(row, name, text)
    row.save()


def test_the_database_refuses_to_change_or_delete_what_is_signed(walk):
    decision = walk.ready().decided("close")
    with walk.acting():
        own = Decision.objects.filter(pk=decision.pk)
        refused_by_the_database(
            lambda: reworded(own.get(), reason="Another reason that was never given before."), STAYS
        )
        refused_by_the_database(lambda: own._raw_delete(own.db), STAYS)


def test_the_database_refuses_to_add_unanswered_things_to_a_closed_referral(walk):
    walk.ready().decided("close")
    with walk.acting():
        referral = walk.referral
        concern = referral.concerns.first()
        refused_by_the_database(
            lambda: Concern.objects.filter(pk=concern.pk).update(
                mark="", mark_note="", marked_by=None, marked_at=None
            ),
            "the referral is closed",
        )
        refused_by_the_database(
            lambda: InformationRequest.objects.create(
                reference="Q-1",
                referral=referral,
                authority_id=referral.authority_id,
                grants=referral.grants,
                asked_id=1,
                question="?",
                basis="?",
                due_on=clock.today(),
                asked_by=referral.lead,
                asked_at=clock.now(),
            ),
            "the referral is closed",
        )


def test_the_database_keeps_the_words_of_a_concern(walk):
    walk.taken()
    with walk.acting():
        refused_by_the_database(
            lambda: reworded(Concern.objects.filter(referral_id=walk.pk).first(), words="Never said."),
            "as it was worded",
        )


def test_a_correction_stands_beside_the_signed_version(walk):
    decision = walk.ready().decided("close")
    with walk.acting() as by:
        newer = deciding.correct(
            by=by, decision=decision, **(GROUNDS | {"reason": "The call was on Tuesday, not on Monday."})
        )
        assert Decision.objects.get(pk=decision.pk).reason == GROUNDS["reason"]
        assert newer.corrects_id == decision.pk
        with pytest.raises(NotAllowed, match="Correct the newest"):
            deciding.correct(by=by, decision=Decision.objects.get(pk=decision.pk), **GROUNDS)
