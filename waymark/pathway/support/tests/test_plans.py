"""The support plan: what it must say, who signs it, that it stays, and that no need is forgotten."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.utils import IntegrityError

from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed, NotNow, Refusal, Stale
from waymark.pathway.channel.actions import leading
from waymark.pathway.support import queries
from waymark.pathway.support.actions import planning
from waymark.pathway.support.models import STATUTORY, Plan, PlanNeed

from .walks import CHANGED, SAID, SupportWalk


@pytest.fixture
def walk(cast) -> SupportWalk:
    for who in ("lead", "coordinator", "chair", "second_officer"):
        cast.here.user(who)
    return SupportWalk(cast.here).adopted()


def test_the_needs_come_from_the_assessment(walk):
    walk.planned()
    with walk.acting("lead"):
        [need] = walk.needs()
        assert (need.came_from, need.place, need.question) == (
            "assessment",
            "0.0",
            "Feelings of grievance and injustice",
        )
        assert need.words == "Feels that nobody listens at school."
        assert queries.of(walk.case).unaddressed == [need]


def test_a_reason_for_no_action_answers_a_need(walk):
    walk.planned()
    with walk.acting("second_officer") as by:
        [need] = walk.needs()
        planning.explain_need(by=by, need=need, version=need.version, why_none="The school sees to it.")
        assert queries.of(walk.case).unaddressed == []
        with pytest.raises(Stale):
            planning.explain_need(by=by, need=need, version=need.version, why_none="Another reason.")


def test_what_is_found_later_is_taken_in_once(walk):
    walk.planned()
    with walk.acting() as by, pytest.raises(NotNow, match="Nothing has been found"):
        planning.take_needs(by=by, case=walk.case)
    with walk.acting() as by:
        added = planning.add_need(by=by, case=walk.case, words="A quiet place to learn.")
        assert added in queries.of(walk.case).unaddressed


@pytest.mark.parametrize("name", STATUTORY)
def test_a_plan_with_an_empty_field_is_not_approved(walk, name):
    walk.planned(**(SAID | {name: ""}))
    with pytest.raises(Incomplete):
        walk.agreed()
    with (
        walk.acting() as by,
        pytest.raises(IntegrityError, match="plan_approved_whole"),
        transaction.atomic(),
    ):
        Plan.objects.filter(pk=walk.plan().pk).update(
            approved_by=by.user_id, approved_at=clock.now(), panel_on=clock.today()
        )


def test_the_lead_professional_signs_it_after_the_panel(walk, cast):
    walk.planned()
    for who in ("second_officer", "coordinator"):
        with walk.acting(who) as by, pytest.raises(NotAllowed, match="lead professional"):
            planning.approve(by=by, plan=walk.plan(), version=walk.plan().version, panel_on=clock.today())
    for day in (-1, 1):
        with walk.acting() as by, pytest.raises(Refusal):
            on = clock.today() + timedelta(days=day)
            planning.approve(by=by, plan=walk.plan(), version=walk.plan().version, panel_on=on)
    walk.agreed()
    with walk.acting("chair"):
        assert walk.plan().approved_by_id == cast.here.officer.pk


def test_the_database_takes_no_other_signature(walk, cast):
    walk.planned()
    signed = {"approved_at": clock.now(), "panel_on": clock.today()}
    for who, whose in (("second_officer", "second_officer"), ("second_officer", "officer")):
        with walk.acting(who), pytest.raises(IntegrityError), transaction.atomic():
            signer = cast.here.user(whose).pk
            Plan.objects.filter(pk=walk.plan().pk).update(approved_by=signer, **signed)
    before = signed | {"panel_on": clock.today() - timedelta(days=1)}
    with (
        walk.acting() as by,
        pytest.raises(IntegrityError, match="agreed by the panel"),
        transaction.atomic(),
    ):
        Plan.objects.filter(pk=walk.plan().pk).update(approved_by=by.user_id, **before)


def test_what_is_approved_stays_and_a_new_version_says_what_changed(walk):
    walk.planned().agreed()
    for statement in (
        "UPDATE support_plan SET panel_on = panel_on - 1",
        "UPDATE support_plan SET nature = '\\x'",
        "DELETE FROM support_plan",
    ):
        with walk.acting(), pytest.raises(DatabaseError), transaction.atomic():
            connection.cursor().execute(statement)
    walk.planned(**SAID)
    with pytest.raises(Incomplete, match="changes"):
        walk.agreed()
    walk.planned(**CHANGED).agreed()
    with walk.acting():
        assert [plan.number for plan in queries.of(walk.case).plans] == [1, 2]


def test_of_two_who_write_the_second_is_told(walk):
    walk.planned()
    with walk.acting() as by:
        version = walk.plan().version
        planning.write(by=by, case=walk.case, version=version, nature="Football.")
        with pytest.raises(Stale):
            planning.write(by=by, case=walk.case, version=version, nature="Mentoring.")
        with pytest.raises(Stale):
            planning.write(by=by, case=walk.case, version=0, nature="Mentoring.")
        assert walk.plan().nature == "Football."


def test_a_draft_says_something(walk):
    with walk.acting() as by, pytest.raises(Incomplete, match="at least one") as told:
        planning.write(by=by, case=walk.case, version=0, **dict.fromkeys(SAID, ""))
    assert told.value.field == "consent_arrangements"
    walk.planned(**dict.fromkeys(SAID, "") | {"nature": "Football."})
    with walk.acting(), pytest.raises(IntegrityError, match="plan_says_something"), transaction.atomic():
        connection.cursor().execute("UPDATE support_plan SET nature = ''")


def test_a_new_version_begins_with_the_words_before(walk):
    walk.planned().agreed()
    with walk.acting() as by:
        planning.write(by=by, case=walk.case, version=0, **CHANGED | {"nature": "Football."})
        draft = walk.plan()
        assert (draft.number, draft.nature, draft.delivery) == (2, "Football.", SAID["delivery"])


def test_nothing_is_planned_before_the_panel_adopts(cast):
    for who in ("lead", "coordinator"):
        cast.here.user(who)
    walk = SupportWalk(cast.here)
    walk.sent().taken_by_police().checked().written().referred()
    with pytest.raises(NotAllowed, match="not adopted"):
        walk.planned()


def test_whoever_leads_the_case_now_signs(walk):
    walk.planned()
    with walk.acting("lead") as by:
        leading.take(by=by, case=walk.case, version=walk.case.version)
        planning.approve(by=by, plan=walk.plan(), version=walk.plan().version, panel_on=clock.today())


def test_it_carries_what_the_case_carries_and_goes_when_it_goes(walk, cast, everything):
    walk.planned()
    for who in ("teacher", "dsl", "front_door", "administrator"):
        with cast.here.acting(who):
            assert not Plan.objects.exists() and not PlanNeed.objects.exists()
    with cast.there.acting("lead"):
        assert not Plan.objects.exists()
    with everything(), connection.cursor() as cursor:
        cursor.execute("SELECT relation, ids FROM retention.goes_with('referrals.referral', %s)", [walk.pk])
        goes = dict(cursor.fetchall())
        for model in (Plan, PlanNeed):
            assert goes[model._meta.db_table] == [str(model.objects.get().pk)]
