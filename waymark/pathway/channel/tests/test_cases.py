"""A case opens with the section 36 referral, follows the police, and is never without a lead professional."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.utils import IntegrityError

from tests.cast import Cast
from waymark.foundation.accounts.actions.disabling import disable
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import NeedsAnother, NotAllowed, Stale
from waymark.pathway.assessment import channel_desk
from waymark.pathway.assessment.actions import deciding
from waymark.pathway.assessment.tests.walks import PoliceWalk
from waymark.pathway.channel import queries
from waymark.pathway.channel.actions import leading
from waymark.pathway.channel.models import Case, CaseEvent
from waymark.pathway.channel.states import WITH_PANEL, CaseState
from waymark.pathway.referrals.actions import deciding as triage
from waymark.pathway.referrals.actions import restricting
from waymark.pathway.referrals.models import Referral


@pytest.fixture
def walk(cast: Cast) -> PoliceWalk:
    for who in ("police", "supervisor", "officer", "lead", "administrator"):
        cast.here.user(who)
    return PoliceWalk(cast.here).sent().taken_by_police().checked().written()


def case_of(walk: PoliceWalk) -> Case:
    return Case.objects.get(referral_id=walk.pk)


def test_it_opens_with_the_referral_and_is_led_by_whoever_leads_that(walk, cast):
    decided_on = clock.today() - timedelta(days=2)
    decision = walk.referred(decided_on=decided_on)
    for who in ("officer", "lead", "police"):
        with cast.here.acting(who):
            case = case_of(walk)
            assert (case.state, case.section_36_id) == ("awaiting_first_panel", decision.pk)
            assert case.lead_id == cast.here.officer.pk
            [event] = case.events.all()
            assert (event.kind, event.on, event.entered_by_id) == (
                "referred",
                decided_on,
                cast.here.police.pk,
            )
    for side, who in (
        ("here", "teacher"),
        ("here", "front_door"),
        ("here", "administrator"),
        ("there", "lead"),
    ):
        with getattr(cast, side).acting(who):
            assert not Case.objects.exists() and not CaseEvent.objects.exists()


def test_nothing_is_referred_when_no_case_can_be_opened(walk, monkeypatch):
    def fails(*given):
        raise NeedsAnother("nobody")

    monkeypatch.setattr(channel_desk, "_TAKEN", [channel_desk.in_charge()._replace(open=fails)])
    with pytest.raises(NeedsAnother):
        walk.referred()
    assert walk.state() == "police_assessment"


def test_the_police_keep_it_and_refer_it_again_in_the_same_case(walk, cast):
    walk.referred()
    walk.held()
    with cast.here.acting("officer"):
        first = case_of(walk)
        assert first.state == "police_led"
    with walk.acting("police") as by:
        deciding.again(by=by, assessment=walk.assessment, version=walk.assessment.version)
    second = walk.referred(grounds="What was found since makes the grounds stronger.")
    with cast.here.acting("officer"):
        case = case_of(walk)
        assert (case.pk, case.state, case.section_36_id) == (first.pk, "awaiting_first_panel", second.pk)
        assert [event.kind for event in case.events.all()] == ["referred", "held", "referred"]


def test_brought_back_to_triage_it_ends_and_the_police_see_it_no_more(walk, cast):
    walk.referred()
    walk.held()
    with cast.here.acting("officer") as by:
        triage.bring_back(
            by=by, referral=walk.referral, version=walk.referral.version, reason="The police have finished."
        )
        assert case_of(walk).state == "ended_before_panel"
    with cast.here.acting("police"):
        assert not Case.objects.exists() and not CaseEvent.objects.exists()


def test_kept_to_named_people_it_shows_to_those(walk, cast):
    walk.referred()
    with cast.here.acting("second_officer"):
        assert Case.objects.count() == 1
    with cast.here.acting("lead") as by:
        restricting.restrict(
            by=by, referral=walk.referral, version=walk.referral.version, people=[],
            reason="The person is the child of a colleague in this team.",
        )  # fmt: skip
    with cast.here.acting("second_officer"):
        assert not Case.objects.exists() and not CaseEvent.objects.exists()
    with cast.here.acting("officer"):
        assert Case.objects.count() == 1


def test_another_takes_it_over_and_an_old_page_does_not(walk, cast):
    walk.referred()
    with cast.here.acting("second_officer") as by:
        case = case_of(walk)
        leading.take(by=by, case=case, version=case.version)
        assert case_of(walk).lead_id == by.user_id
        with pytest.raises(NotAllowed, match="lead this case already"):
            leading.take(by=by, case=case_of(walk), version=case_of(walk).version)
    with cast.here.acting("lead") as by, pytest.raises(Stale):
        leading.take(by=by, case=case, version=1)
    with cast.here.acting("police") as by, pytest.raises(NotAllowed):
        leading.take(by=by, case=case_of(walk), version=case_of(walk).version)


def test_an_account_that_ends_leaves_its_cases_to_another(walk, cast):
    walk.referred()
    with cast.here.acting("administrator") as by:
        disable(by=by, user=cast.here.officer, reason="Left the council")
    with cast.here.acting("lead"):
        case = case_of(walk)
        assert case.lead_id == cast.here.lead.pk
        assert [event.kind for event in case.events.all()] == ["referred", "led"]


SQL = {
    "a case without a lead": "UPDATE channel_case SET lead_id = NULL",
    "a move that is not in the table": "UPDATE channel_case SET state = 'ended_before_panel'",
    "the police keep it, the case goes on": "UPDATE referrals_referral SET state = 'police_led'",
    "the police keep the case, its referral goes on": "UPDATE channel_case SET state = 'police_led'",
    "what has happened is changed": "UPDATE channel_caseevent SET entered_at = now()",
    "what has happened is deleted": "DELETE FROM channel_caseevent",
    "the case is deleted": "DELETE FROM channel_case",
}


@pytest.mark.parametrize("statement", SQL.values(), ids=SQL.keys())
def test_the_database_refuses_it_too(walk, cast, statement):
    walk.referred()
    with cast.here.acting("police"), pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute(statement)
        connection.cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_a_case_stands_on_a_section_36_referral(walk, cast):
    walk.referred()
    with cast.here.acting("police"):
        right = case_of(walk)
    held = walk.held()
    with cast.here.acting("police"), pytest.raises(IntegrityError, match="section 36"), transaction.atomic():
        Case.objects.filter(pk=right.pk).update(section_36=held)


def test_nobody_writes_down_in_anothers_name(walk, cast):
    walk.referred()
    with cast.here.acting("officer"), pytest.raises(IntegrityError, match="signature"), transaction.atomic():
        case = case_of(walk)
        CaseEvent.objects.create(
            case=case, authority_id=case.authority_id, grants=case.grants, kind="led", on=clock.today(),
            lead=case.lead, entered_by=cast.here.lead, entered_at=clock.now(),
        )  # fmt: skip


def test_it_goes_with_its_referral(walk, cast, everything):
    walk.referred()
    with everything(), connection.cursor() as cursor:
        cursor.execute("SELECT relation, ids FROM retention.goes_with('referrals.referral', %s)", [walk.pk])
        goes = dict(cursor.fetchall())
        for model in (Case, CaseEvent):
            assert goes[model._meta.db_table] == [str(model.objects.get().pk)]


def test_the_database_and_the_table_agree_which_cases_the_panel_has(everything, db):
    with everything(), connection.cursor() as cursor:
        cursor.execute("SELECT s FROM unnest(%s::text[]) AS s WHERE channel.with_panel(s)", [list(CaseState)])
        assert {state for (state,) in cursor.fetchall()} == WITH_PANEL


def test_whoever_arranges_and_chairs_the_panel_works_on_it_from_section_36_on(walk, cast):
    for who in ("coordinator", "chair", "panel_health"):
        cast.here.user(who)
    with cast.here.acting("coordinator"):
        assert not Referral.objects.filter(pk=walk.pk).exists()
    walk.referred()
    for who in ("coordinator", "chair"):
        with cast.here.acting(who) as by:
            assert queries.load_whole(by, case_of(walk).reference).referral.person.pk
    with cast.here.acting("panel_health"):
        assert not Case.objects.exists() and not Referral.objects.exists()
    # Kept to named people, it is theirs alone again.
    with walk.acting("lead") as by:
        restricting.restrict(
            by=by, referral=walk.referral, version=walk.referral.version, people=[],
            reason="The person is the child of a colleague in this team.",
        )  # fmt: skip
    with cast.here.acting("coordinator"):
        assert not Case.objects.exists()
