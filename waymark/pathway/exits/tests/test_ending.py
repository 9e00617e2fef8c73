"""Support ends by a report that somebody else signs; its two reviews are born with it and never go."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.utils import IntegrityError

from waymark.foundation.kernel import clock, months
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed, NotNow, Refusal, Stale
from waymark.foundation.places.models import Authority
from waymark.foundation.tasks import queries as work
from waymark.pathway.channel import deciding_rules
from waymark.pathway.channel.models import CaseEvent
from waymark.pathway.exits import queries
from waymark.pathway.exits.actions import ending, pausing
from waymark.pathway.exits.models import ClosingReport, Review, SignOff
from waymark.pathway.referrals.actions import restricting

from .walks import REPORT, ExitWalk


@pytest.fixture
def walk(cast) -> ExitWalk:
    return ExitWalk(cast.here).supported()


def test_the_lead_reports_the_chair_signs_and_both_reviews_are_there(walk):
    walk.ending().reported()
    ended = clock.today() - timedelta(days=3)
    walk.signed(ended_on=ended)
    with walk.acting("coordinator"):
        assert walk.case.state == "after_exit"
        [first, second] = queries.newest_exit(walk.case).reviews.all()
        assert (first.kind, first.due_on) == ("six", months.after(ended, 6))
        assert (second.kind, second.due_on) == ("twelve", months.after(ended, 12))
        assert first.source.startswith("6 months Written statement on Prevent")
        event = CaseEvent.objects.filter(kind="exited").get()
        assert (event.on, event.entered_by_id) == (ended, walk.side.chair.pk)


def test_the_work_waits_for_whoever_has_to_do_it(walk):
    def waits(who: str) -> list[str]:
        with walk.acting(who) as actor:
            return [task.kind for task in work.my_work(actor) if task.kind.startswith("exits.")]

    walk.ending()
    assert waits("officer") == ["exits.report"] and waits("chair") == []
    walk.reported()
    assert waits("officer") == [] and waits("chair") == ["exits.sign"]
    walk.signed()
    assert waits("chair") == [] and waits("officer") == []


def test_nobody_but_the_lead_reports_and_only_when_the_end_is_proposed(walk):
    with pytest.raises(NotAllowed, match="has not proposed"):
        walk.reported()
    walk.ending()
    with pytest.raises(NotAllowed, match="lead professional"):
        walk.reported("second_officer")
    walk.reported()
    with pytest.raises(NotAllowed, match="waits for the chair"):
        walk.reported()


MISSING = {
    "nothing new to rest on": {"conclusion": ""},
    "no answer of the destination": {"accepted": None, "accepted_on": None},
    "accepted on no day": {"accepted_on": None},
    "an answer of nobody": {"destination": "none"},
}


@pytest.mark.parametrize("given", MISSING.values(), ids=MISSING.keys())
def test_a_report_is_whole(walk, given):
    walk.ending()
    with pytest.raises(Refusal):
        walk.reported(**given)
    with walk.acting("officer"):
        assert not ClosingReport.objects.exists()


def test_it_rests_on_what_the_police_wrote_since_and_not_on_what_is_older(walk):
    walk.ending()
    with walk.acting("police"):
        old = walk.assessment.written.get()
    rests_on = {"framework": None, "changed": "", "conclusion": ""}
    with pytest.raises(Refusal, match="written after the panel adopted"):
        walk.reported(assessment_id=old.pk, **rests_on)
    walk.written(changed="He has left the group.")
    with walk.acting("police"):
        new = walk.assessment.written.latest("signed_at")
    assert walk.reported(assessment_id=new.pk, **rests_on).assessment_id == new.pk


def test_nobody_signs_their_own_report(walk, cast):
    from waymark.pathway.panel.tests.sitting import give_role

    give_role(cast.here.officer, "panel_chair", cast.here.organisation("council"), cast.here)
    walk.ending().reported()
    with pytest.raises(NotAllowed, match="somebody else has to sign"):
        walk.signed("officer")
    with pytest.raises(NotAllowed):
        walk.signed("coordinator")
    assert walk.stands() == "ending"


def test_an_old_page_signs_nothing(walk):
    walk.ending().reported()
    with walk.acting("chair") as by, pytest.raises(Stale):
        ending.sign(by=by, report=queries.report_waiting(walk.case), version=1, ended_on=clock.today())


def test_not_signed_it_goes_back_to_where_it_was(walk):
    walk.ending().reported()
    with pytest.raises(Incomplete):
        walk.not_signed("")
    walk.not_signed()
    assert walk.stands() == "active"
    walk.paused()
    walk.ending().reported()
    walk.not_signed()
    assert walk.stands() == "paused"
    walk.went_on()
    assert walk.stands() == "active"


def test_not_signed_it_goes_where_its_consent_is_by_then(walk):
    walk.ending().reported()
    with clock.travelled(clock.now() + timedelta(days=301)):
        walk.not_signed()
        assert walk.stands() == "consent_lapsed"
        walk.ending().reported()
        walk.not_signed()
        assert walk.stands() == "consent_lapsed"
        walk.ending().reported()
        walk.consented()
        walk.not_signed()
        assert walk.stands() == "active"


def test_support_pauses_with_its_reason_and_goes_on(walk):
    paused = walk.paused()
    assert (walk.stands(), paused.reason) == ("paused", "He was remanded on Monday.")
    with pytest.raises(NotAllowed, match="no support to pause"):
        walk.paused()
    with pytest.raises(Refusal, match="after it was paused"):
        walk.went_on(on=clock.today() - timedelta(days=1))
    walk.went_on()
    assert walk.stands() == "active"
    with pytest.raises(NotAllowed, match="not paused"):
        walk.went_on()


def test_the_three_facts_of_an_investigation_are_written_down_and_move_nothing(walk):
    with walk.acting("officer") as by:
        case = walk.case
        said = {"words": "The senior officer agrees until May.", "notified_on": clock.today()}
        row = pausing.investigation(by=by, case=case, version=case.version, **said)
        assert [bool(on) for _fact, on in row.facts] == [True, False, False]
        assert walk.case.state == "active"


def test_in_scotland_a_panel_adopts_beside_an_investigation_only_when_the_three_tests_are_met(
    cast, monkeypatch
):
    Authority.objects.filter(pk=cast.here.authority.pk).update(nation="scotland")
    walk = ExitWalk(cast.here)
    walk.section_36()
    days = {}
    for one in ("notified_on", "acted_on", "agreed_on"):
        days[one] = clock.today()
        with walk.acting("officer") as by:
            pausing.investigation(
                by=by, case=walk.case, version=walk.case.version, words="They say so.", **days
            )
        if one == "acted_on":
            with pytest.raises(NotNow, match="Not yet written down: The panel and the senior"):
                walk.panel_decides("adopt")
            with monkeypatch.context() as without, pytest.raises(DatabaseError, match="three tests"):
                without.setattr(deciding_rules, "_ADOPTING", [])
                walk.panel_decides("adopt")
    walk.panel_decides("adopt")
    assert walk.stands() == "consent_pending"


SQL = {
    "a report is changed": "UPDATE exits_closingreport SET reason = 'died'",
    "a report goes": "DELETE FROM exits_closingreport",
    "an end is unsigned": "UPDATE exits_signoff SET signed = false, ended_on = NULL",
    "a review is put off": "UPDATE exits_review SET due_on = due_on + 1",
    "a review goes": "DELETE FROM exits_review",
    "the case closes without a review": "UPDATE channel_case SET state = 'after_six_months'",
    "the case opens again without a review": "UPDATE channel_case SET state = 'awaiting_first_panel'",
}


@pytest.mark.parametrize("statement", SQL.values(), ids=SQL.keys())
def test_the_database_refuses_it_too(walk, statement):
    walk.exited()
    with walk.acting("chair"), pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute(statement)


def test_no_review_goes_even_by_the_guard_while_its_exit_stands(walk, everything):
    walk.exited()
    refused = pytest.raises(IntegrityError, match="two reviews")
    with everything(), connection.cursor() as cursor, refused, transaction.atomic():
        cursor.execute("SET LOCAL ROLE waymark_guard")
        cursor.execute("DELETE FROM exits_review WHERE kind = 'six'")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def _sign(walk: ExitWalk, who: str) -> SignOff:
    report = queries.report_waiting(walk.case)
    return SignOff.objects.create(
        authority_id=report.authority_id, grants=report.grants, report=report, signed=True, ended_on=clock.today(),
        signed_by=walk.side.user(who), signed_as="", signed_at=clock.now(),
    )  # fmt: skip


def test_behind_the_pages_an_end_without_reviews_is_refused_at_the_end_of_the_transaction(walk):
    walk.ending().reported()
    with walk.acting("chair"), pytest.raises(IntegrityError, match="two reviews"), transaction.atomic():
        _sign(walk, "chair")
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_behind_the_pages_nobody_signs_their_own(walk):
    walk.ending().reported()
    with (
        walk.acting("officer"),
        pytest.raises(IntegrityError, match="own closing report"),
        transaction.atomic(),
    ):
        _sign(walk, "officer")
    with walk.acting("officer"), pytest.raises(IntegrityError, match="signature"), transaction.atomic():
        _sign(walk, "chair")


def test_behind_the_pages_a_report_of_a_case_that_goes_on_is_refused(walk):
    with walk.acting("officer"), pytest.raises(IntegrityError, match="not proposed"), transaction.atomic():
        case = walk.case
        given = {name: REPORT[name] for name in ("reason", "outcomes", "outstanding")}
        ClosingReport.objects.create(
            authority_id=case.authority_id, grants=case.grants, case=case, destination="none", **given,
            written_by=walk.side.officer, written_as="", written_at=clock.now(),
        )  # fmt: skip


def test_others_see_none_of_it_and_named_people_only_what_is_theirs(walk, cast):
    walk.exited()
    cast.there.user("lead")
    for side, who in (("here", "teacher"), ("here", "front_door"), ("there", "lead"), ("there", "chair")):
        with getattr(cast, side).acting(who):
            assert not ClosingReport.objects.exists() and not SignOff.objects.exists()
            assert not Review.objects.exists()
    with walk.acting("coordinator"):
        assert Review.objects.count() == 2
    with walk.acting("lead") as by:
        referral = walk.referral
        restricting.restrict(
            by=by, referral=referral, version=referral.version, people=[],
            reason="The person is the child of a colleague in this team.",
        )  # fmt: skip
    with walk.acting("coordinator"):
        assert not Review.objects.exists() and not ClosingReport.objects.exists()


def test_it_goes_with_its_referral(walk, everything):
    walk.exited()
    with everything(), connection.cursor() as cursor:
        cursor.execute("SELECT relation, ids FROM retention.goes_with('referrals.referral', %s)", [walk.pk])
        goes = dict(cursor.fetchall())
        for model in (ClosingReport, SignOff, Review):
            assert sorted(goes[model._meta.db_table]) == sorted(str(row.pk) for row in model.objects.all())
