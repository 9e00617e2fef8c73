"""From a draft to a submission: once, whole, with the raiser kept apart."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.utils import InternalError, ProgrammingError
from django.http import Http404
from django.urls import reverse

from waymark.foundation.access.context import acting
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed
from waymark.foundation.outbox.models import Message
from waymark.pathway.concerns.actions import drafting, sending
from waymark.pathway.concerns.models import ConcernRaiser, Draft, DraftApart, Progress, Submission
from waymark.pathway.referrals.models import Referral

from .form_walks import ANSWERS, NAME, RAISER, WORDS, sent, started, waiting, whole


@pytest.fixture(autouse=True)
def team(cast):
    cast.here.user("lead")
    cast.here.user("officer")


def test_a_nurse_without_a_lead_sends_directly(cast, everything):
    with cast.here.acting("nurse") as nurse:
        submission = sent(nurse)
        assert submission.form_version == 1
        assert [step.step for step in submission.progress.all()] == ["received"]
        draft = Draft.objects.get(pk=submission.from_draft)
        assert (draft.state, draft.answers, draft.typed) == ("sent", {}, {})
        # The referrer sees nothing of the case.
        assert not Referral.objects.exists()
    with cast.here.acting("officer"):
        referral = Referral.objects.select_related("person").get(reference=submission.reference)
        assert referral.concerns.get().words == WORDS
        assert referral.person.names.get(is_main=True).full_name == NAME
    with everything():
        codes = set(Message.objects.values_list("code", flat=True))
        assert {"concerns.received", "referrals.new"} <= codes
        assert not DraftApart.objects.exists()


def test_a_draft_sent_twice_is_one_submission(cast):
    with cast.here.acting("nurse") as nurse:
        draft = whole(nurse)
        first = sending.send(by=nurse, draft=draft)
        again = sending.send(by=nurse, draft=draft)
        assert first.pk == again.pk
        assert Submission.objects.count() == 1


def test_the_database_refuses_a_second_submission_of_a_draft(cast, everything):
    with cast.here.acting("nurse") as nurse:
        first = sent(nurse)
    with everything(), pytest.raises(IntegrityError), transaction.atomic():
        first.pk, first.reference = None, "R-00000-00001"
        first.save(force_insert=True)


def test_an_unfinished_draft_is_not_sent(cast):
    with cast.here.acting("nurse") as nurse:
        draft = started(nurse)
        with pytest.raises(Incomplete):
            sending.send(by=nurse, draft=draft)
        assert not Submission.objects.exists()


def test_a_teacher_with_a_lead_does_not_send_past_them(cast):
    cast.here.user("dsl")
    with cast.here.acting("teacher") as teacher:
        draft = whole(teacher)
        with pytest.raises(NotAllowed):
            sending.send(by=teacher, draft=draft)


def test_who_raised_it_is_kept_apart(cast, everything):
    with cast.here.acting("nurse") as nurse:
        submission = sent(nurse)
        assert RAISER not in str(submission.answers)
        assert submission.raiser.name == RAISER
        assert submission.answers["referring"]["job"] == "Teacher"
    with cast.here.acting("officer"):
        raiser = ConcernRaiser.objects.get(submission_id=submission.pk)
        assert (raiser.wants_anonymity, raiser.is_referrer, raiser.job) == (True, False, "Dinner assistant")
    with cast.here.acting("police"):
        assert not ConcernRaiser.objects.exists()


def test_a_referrer_who_wants_anonymity_is_cut_out_of_the_answers(cast):
    with cast.here.acting("nurse") as nurse:
        submission = sent(nurse, raiser={"who": "me"}, raiser_other=None)
        assert "referring" not in submission.answers
        assert "Rowan" not in str(submission.answers)
        assert submission.raiser.name == "Rowan Tillbrook"


def test_the_lead_sends_what_they_may_not_see(cast, everything):
    cast.here.user("dsl")
    with cast.here.acting("teacher") as teacher:
        draft = waiting(teacher)
    with cast.here.acting("dsl") as dsl:
        assert not DraftApart.objects.exists()
        submission = sending.send(by=dsl, draft=draft)
        assert submission.approved_by_id == dsl.user_id
        assert submission.author_user_id == teacher.user_id
        assert not ConcernRaiser.objects.exists()
    with cast.here.acting("teacher"):
        assert ConcernRaiser.objects.get().name == RAISER


def changed(row: Any, **values: str) -> Any:
    for name, value in values.items():
        setattr(row, name, value)
    return row


def test_what_was_sent_is_never_changed(cast):
    with cast.here.acting("nurse") as nurse:
        submission = sent(nurse)
        for change in (
            lambda: Submission.objects.filter(pk=submission.pk).update(answers={}),
            lambda: changed(ConcernRaiser.objects.get(), name="Another").save(),
            lambda: changed(Progress.objects.first(), note="Another").save(),
        ):
            with pytest.raises((InternalError, ProgrammingError)), transaction.atomic():
                change()


def test_answers_of_pages_that_no_longer_apply_are_left_out(cast):
    with cast.here.acting("nurse") as nurse:
        draft = whole(nurse)
        page = drafting.filled(draft).version.find("person")
        told = drafting.filled(draft).version.find("person_told")
        drafting.save_page(
            by=nurse, draft=draft, page=page, values={"told": "told"}, seen=drafting.stamp(draft, page)
        )
        values = {"on": "2026-05-01", "by": "Nurse", "response": ""}
        fresh = Draft.objects.get(pk=draft.pk)
        drafting.save_page(by=nurse, draft=fresh, page=told, values=values, seen=drafting.stamp(fresh, told))
        submission = sending.send(by=nurse, draft=draft)
        assert "person_not_yet" not in submission.answers
        assert submission.answers["person_told"]["by"] == "Nurse"


def test_no_ideology_is_needed(cast):
    assert ANSWERS["ideas"] == {"ideas": "", "words": ""}
    with cast.here.acting("nurse") as nurse:
        assert sent(nurse).reference.startswith("R-")


@pytest.mark.parametrize("who", ["other_dsl", "teacher", "dsl", "police", "ig_lead", "administrator"])
def test_raw_sql_shows_nothing_to_others(cast, who):
    with cast.here.acting("nurse") as nurse:
        whole(nurse)
        submission = sent(nurse)
    tables = ["draft", "draftapart", "submission", "concernraiser", "progress"]
    for side, somebody in ((cast.here, who), (cast.there, "officer"), (cast.there, "dsl")):
        # The clinic’s own lead sees what the clinic sent, never a draft that was not sent to them.
        seen = 0 if side is cast.there or who != "other_dsl" else 1
        with side.acting(somebody), connection.cursor() as cursor:
            for table in tables:
                cursor.execute(f"SELECT count(*) FROM concerns_{table}")
                allowed = seen if table in ("submission", "progress") else 0
                assert cursor.fetchone()[0] == allowed, (somebody, table)
    assert submission.pk


def test_no_context_no_rows(cast):
    with cast.here.acting("nurse") as nurse:
        sent(nurse)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM concerns_submission")
        assert cursor.fetchone()[0] == 0


def test_another_actor_cannot_write_into_a_draft(cast):
    with cast.here.acting("nurse") as nurse:
        draft = started(nurse)
        page = drafting.filled(draft).version.find("other")
        seen = drafting.stamp(draft, page)
    teacher = cast.here.actor("teacher")
    with acting(teacher), pytest.raises(Http404):
        drafting.save_page(by=teacher, draft=draft, page=page, values={"words": "x"}, seen=seen)


@pytest.mark.parametrize("name", ["sent", "progress", "answers"])
def test_the_referrers_pages_are_not_there_for_triage(cast, pages, name):
    officer = cast.here.user("officer")
    nurse = cast.here.actor("nurse")
    with acting(nurse):
        reference = sent(nurse).reference
    url = reverse(f"concerns:{name}", args=[reference])
    pages.sign_in(cast.here.user("nurse"))
    pages.open(url)
    pages.sign_in(officer)
    pages.open(url, status=404)


def test_whoever_comes_back_to_a_draft_is_told_of_999_before_sending_and_after(cast, pages):
    with cast.here.acting("nurse") as nurse:
        draft = whole(nurse)
    pages.sign_in(cast.here.nurse)
    for name in ("draft", "draft-check"):
        assert (
            "in danger right now, call 999" in pages.open(reverse(f"concerns:{name}", args=[draft.pk])).text
        )
    with cast.here.acting("nurse") as nurse:
        submission = sending.send(by=nurse, draft=draft)
    assert "call 999" in pages.open(reverse("concerns:sent", args=[submission.reference])).text
