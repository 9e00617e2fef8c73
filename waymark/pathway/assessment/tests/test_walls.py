"""What police assessment refuses: in the deeds, with a sentence, and in the database, whoever asks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.utils import IntegrityError
from django.urls import reverse

from tests.cast import Cast
from tests.pages import Pages
from waymark.foundation.accounts.actions.disabling import disable
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed, NotNow, Refusal
from waymark.foundation.tasks.models import Task
from waymark.pathway.assessment.actions import checking, deciding
from waymark.pathway.assessment.models import (
    Deconfliction,
    PoliceAssessment,
    PoliceDecision,
    WrittenAssessment,
)
from waymark.pathway.concerns.tests.form_walks import sent
from waymark.pathway.referrals.actions import asking, restricting
from waymark.pathway.referrals.actions import deciding as triage
from waymark.pathway.referrals.models import Referral

from .walks import PoliceWalk


@pytest.fixture
def walk(cast: Cast) -> PoliceWalk:
    for who in ("police", "supervisor", "officer", "lead"):
        cast.here.user(who)
    return PoliceWalk(cast.here).sent()


def test_a_referral_that_is_sent_waits_with_the_police_for_somebody_to_take_it(walk, cast):
    with cast.here.acting("police") as by:
        assessment = PoliceAssessment.objects.visible_to(by).get()
    assert (assessment.state, assessment.lead_id, assessment.referral_id) == ("deconfliction", None, walk.pk)
    with cast.there.acting("police") as by:
        assert not PoliceAssessment.objects.exists()


def test_it_becomes_a_section_36_referral_and_the_council_sees_how(walk, cast):
    decision = walk.taken_by_police().checked().written().referred()
    assert walk.state() == "section_36"
    with cast.here.acting("officer"):
        assert walk.assessment.state == "referred"
        seen = PoliceDecision.objects.get(pk=decision.pk)
        assert (seen.referred_by, seen.grounds) == ("police", decision.grounds)


@pytest.mark.parametrize(
    ("steps", "sentence"),
    [
        (["taken_by_police"], "Record the result of de-confliction first."),
        (["taken_by_police", "checked"], "Write the assessment."),
    ],
)
def test_no_referral_to_the_panel_without_result_and_assessment(walk, steps, sentence):
    for step in steps:
        getattr(walk, step)()
    with pytest.raises(Refusal, match=sentence):
        walk.referred()


def test_when_it_arose_was_sent_came_and_was_first_decided_are_kept_apart(cast):
    """However late each is, and whatever is decided afterwards."""
    for who in ("police", "officer", "lead"):
        cast.here.user(who)
    start, walk = clock.now(), PoliceWalk(cast.here)
    with cast.here.acting("nurse") as nurse:
        submission = sent(nurse, arose={"on": {"on": "2026-02-03", "precision": "day"}})
    with walk.acting("lead"):
        walk.pk = Referral.objects.get(submission=submission).pk
    with clock.travelled(start + timedelta(days=2)):
        walk.taken().matched().told().social_care().decided("to-police")
    with clock.travelled(start + timedelta(days=5)):
        walk.taken_by_police().checked().written()
        first = walk.held()
    with clock.travelled(start + timedelta(days=9)):
        with walk.acting("police") as by:
            deciding.again(by=by, assessment=walk.assessment, version=walk.assessment.version)
        walk.referred()
    with walk.acting("lead"):
        kept = walk.referral
        days = [
            kept.concern_arose_on,
            *(
                clock.uk_date(moment)
                for moment in (kept.submission.sent_at, kept.received_at, kept.sent_to_police_at)
            ),
            PoliceDecision.objects.filter(assessment__referral=kept).earliest("signed_at").decided_on,
        ]
    today = clock.uk_date(start)
    assert days == [date(2026, 2, 3), today, today, today + timedelta(days=2), today + timedelta(days=5)]
    assert clock.uk_date(first.signed_at) == days[-1]


def test_a_result_that_is_not_clear_stops_the_referral_whatever_came_before(walk):
    walk.taken_by_police().checked().written().checked("held")
    with pytest.raises(Incomplete, match="not clear"):
        walk.referred()


def test_closing_needs_every_concern_marked_and_every_question_answered(walk, cast):
    walk.taken_by_police().checked()
    request = walk.asked_by_police()
    with pytest.raises(Incomplete, match="Mark every concern"):
        walk.proposed()
    walk.marked_by_police()
    with pytest.raises(Incomplete, match="request for information is open"):
        walk.proposed()
    with cast.here.acting("supervisor") as by:
        asking.override_request(by=by, request=request, reason="The clinic is closed until next month.")
    walk.proposed()
    assert walk.state() == "police_assessment"


def test_a_question_of_the_council_stops_the_closing_too_though_the_police_do_not_see_it(cast):
    walk = PoliceWalk(cast.here)
    walk.received().taken().matched().told().social_care()
    request = walk.asked()
    walk.decided("to-police")
    walk.taken_by_police().checked().marked_by_police()
    with cast.here.acting("police"):
        assert not type(request).objects.exists()
    with pytest.raises(Incomplete, match="request for information is open"):
        walk.proposed()


def test_another_person_approves_a_closure_and_nobody_their_own(walk, cast):
    walk.police = "supervisor"
    walk.taken_by_police().checked().marked_by_police().proposed()
    with pytest.raises(NotAllowed, match="somebody else"):
        walk.approved("supervisor")
    cast.here.user("second_supervisor")
    walk.approved("second_supervisor")
    assert walk.state() == "police_closed"
    with cast.here.acting("lead"):
        assert walk.referral.closed_at and walk.assessment.ended_at


def test_what_is_not_approved_goes_back_with_the_reason(walk, cast):
    decision = walk.taken_by_police().checked().marked_by_police().proposed()
    with cast.here.acting("supervisor") as by:
        deciding.not_approve(
            by=by, decision=decision, version=walk.assessment.version, reason="Ask the school first."
        )
        assert (walk.assessment.state, walk.assessment.decision_id) == ("assessing", None)
        assert decision.approval.reason == "Ask the school first."


def test_the_police_keep_it_at_any_time_and_take_it_up_again(walk):
    walk.taken_by_police().checked().written().referred()
    walk.held()
    assert walk.state() == "police_led"
    with walk.acting("police") as by:
        deciding.again(by=by, assessment=walk.assessment, version=walk.assessment.version)
    assert walk.state() == "police_assessment"
    walk.referred()
    assert walk.state() == "section_36"


def test_triage_brings_it_back_and_the_police_see_it_no_more(walk, cast):
    walk.taken_by_police().checked()
    with cast.here.acting("officer") as by:
        triage.bring_back(
            by=by, referral=walk.referral, version=walk.referral.version, reason="He moved away last week."
        )
        assert walk.assessment.state == "given_back"
    with cast.here.acting("police"):
        assert not PoliceAssessment.objects.exists()
        assert not Deconfliction.objects.exists()


def test_a_day_in_the_future_is_refused(walk):
    walk.taken_by_police().checked().written()
    with pytest.raises(Refusal, match="future"):
        walk.referred(decided_on=clock.today() + timedelta(days=2))


def test_a_later_assessment_says_what_has_changed(walk):
    walk.taken_by_police().checked().written()
    with pytest.raises(Incomplete, match="changed"):
        walk.written()
    walk.written(changed="He has left the chat group.")


def test_questions_that_a_framework_does_not_ask_are_refused(walk):
    walk.taken_by_police().checked()
    with pytest.raises(ValueError, match=r"9\.9"):
        walk.written(answers={"9.9": "Something"})


def test_an_account_that_ends_leaves_its_assessments_to_another(walk, cast):
    walk.taken_by_police()
    with cast.here.acting("administrator") as by:
        disable(by=by, user=cast.here.police, reason="Left the force")
    with cast.here.acting("supervisor"):
        assert walk.assessment.lead == cast.here.supervisor


SQL = {
    "de-confliction is skipped": "UPDATE assessment_policeassessment SET state = 'assessing'",
    "the referral runs ahead": "UPDATE referrals_referral SET state = 'section_36'",
    "closed without a decision": "UPDATE referrals_referral SET state = 'police_closed', closed_at = now()",
    "a decision of nobody": "UPDATE assessment_policeassessment SET state = 'referred'",
}


@pytest.mark.parametrize("statement", SQL.values(), ids=SQL.keys())
def test_the_database_refuses_what_the_pages_refuse(walk, cast, statement):
    walk.taken_by_police()
    with cast.here.acting("police"), pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute(statement)


@pytest.mark.parametrize("table", ["deconfliction", "writtenassessment", "policedecision"])
@pytest.mark.parametrize(
    "statement", ["UPDATE assessment_{} SET signed_at = now()", "DELETE FROM assessment_{}"]
)
def test_what_is_signed_stays(walk, cast, table, statement):
    walk.taken_by_police().checked().written().referred()
    with cast.here.acting("police"), pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute(statement.format(table))


def test_nobody_signs_in_anothers_name(walk, cast):
    walk.taken_by_police()
    with cast.here.acting("police"):
        assessment = walk.assessment
        with pytest.raises(IntegrityError, match="signature"), transaction.atomic():
            Deconfliction.objects.create(
                assessment=assessment, authority_id=assessment.authority_id, grants=assessment.grants, result="clear",
                result_on=clock.today(), result_reference="A1", signed_by=cast.here.supervisor, signed_at=clock.now(),
            )  # fmt: skip


@pytest.mark.parametrize("words", ["He is known to us", "seen on 3 May", "", "x" * 31])
def test_a_reference_has_no_room_for_words(walk, cast, words):
    walk.taken_by_police()
    with cast.here.acting("police") as by:
        assessment = walk.assessment
        with pytest.raises(DatabaseError), transaction.atomic():
            Deconfliction.objects.create(
                assessment=assessment, authority_id=assessment.authority_id, grants=assessment.grants, result="clear",
                result_on=clock.today(), result_reference=words, signed_by_id=by.user_id, signed_at=clock.now(),
            )  # fmt: skip


def test_the_pcmt_reference_has_no_room_for_words_and_shows_on_the_page(walk, cast):
    walk.taken_by_police()
    with cast.here.acting("police"):
        reference = walk.assessment.referral.reference
    police = Pages().sign_in(cast.here.police)
    there, page = (reverse(f"assessment:{name}", args=[reference]) for name in ("keep-reference", "record"))
    assert "the PCMT is the national record" not in police.open(page).text
    with pytest.raises(AssertionError, match="no words"):
        police.fill(there, pcmt_reference="He said that")
    police.fill(there, pcmt_reference="PCMT/2026-0042")
    assert "PCMT/2026-0042 (the PCMT is the national record; this is not)" in police.open(page).text
    only = pytest.raises(IntegrityError, match="pcmt_reference_only")
    with cast.here.acting("police"), only, transaction.atomic():
        PoliceAssessment.objects.filter(referral_id=walk.pk).update(pcmt_reference="he said that")
    with cast.here.acting("officer") as by, pytest.raises(NotAllowed):
        held = walk.assessment
        checking.keep_reference(by=by, assessment=held, version=held.version, pcmt_reference="A1")


def test_a_closure_cannot_be_forced_past_the_second_person(walk, cast):
    walk.taken_by_police().checked().marked_by_police().proposed()
    with (
        cast.here.acting("police"),
        pytest.raises(IntegrityError, match="second person"),
        transaction.atomic(),
    ):
        PoliceAssessment.objects.filter(referral_id=walk.pk).update(state="closed", ended_at=clock.now())


def test_a_closed_referral_is_reopened_and_assessed_anew(walk, cast):
    walk.taken_by_police().checked().marked_by_police().proposed()
    walk.approved()
    with cast.here.acting("lead") as by:
        referral = walk.referral
        triage.reopen(by=by, referral=referral, version=referral.version, reason="The school called again.")
    assert walk.state() == "triage"
    walk.decided("to-police")
    with cast.here.acting("police"):
        assert walk.assessment.state == "deconfliction"
        assert PoliceAssessment.objects.filter(referral_id=walk.pk).count() == 2


def test_what_the_police_wrote_and_asked_goes_with_the_referral_and_what_they_asked_stays_theirs(
    walk, cast, everything
):
    walk.taken_by_police().checked().written()
    request = walk.asked_by_police()
    with cast.here.acting("lead") as by:
        referral = walk.referral
        restricting.restrict(
            by=by,
            referral=referral,
            version=referral.version,
            people=[],
            reason="The child of a colleague of ours.",
        )
    with cast.here.acting("police"):
        assert type(request).objects.filter(pk=request.pk).exists()
    with everything(), connection.cursor() as cursor:
        cursor.execute("SELECT relation, ids FROM retention.goes_with('referrals.referral', %s)", [walk.pk])
        goes = dict(cursor.fetchall())
        for model in (PoliceAssessment, Deconfliction, WrittenAssessment):
            assert goes[model._meta.db_table] == [
                str(key) for key in model.objects.values_list("pk", flat=True)
            ]
        assessment = PoliceAssessment.objects.get()
        waiting = set(map(str, Task.objects.filter(about_id=assessment.pk).values_list("pk", flat=True)))
        assert waiting and waiting <= set(goes["tasks_task"])


def test_triage_cannot_close_what_the_police_have(walk, cast):
    with pytest.raises((NotAllowed, NotNow)):
        walk.decided("close")
    assert Referral.objects.count() == 0  # without a context nothing shows
