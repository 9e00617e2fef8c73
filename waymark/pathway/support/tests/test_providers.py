"""Providers: briefed in writing, sessions that are facts, reports that come; each gap is a sentence and a task."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.db.utils import IntegrityError
from django.urls import reverse

from tests.pages import Pages
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed, NotNow, Refusal, Stale
from waymark.foundation.tasks.models import Task
from waymark.pathway.panel.actions import agenda
from waymark.pathway.support import gaps, queries, section
from waymark.pathway.support.actions import providing, stopping
from waymark.pathway.support.models import Briefing, Report, Session

from .walks import SupportWalk

WORDS = "He is fifteen, proud of his drawing, and wary of officials."


@pytest.fixture
def walk(cast) -> SupportWalk:
    for who in ("lead", "coordinator", "second_officer", "mentor", "helper"):
        cast.here.user(who)
    return SupportWalk(cast.here).adopted().under_way(kind="ideology", scope=["ideology"])


def of_case(walk: SupportWalk) -> list[str]:
    with walk.acting():
        return gaps.of(walk.case, clock.now())


def test_a_provider_without_a_briefing_is_a_gap_until_they_have_read_it(walk, cast):
    assert "no written briefing has been sent" in of_case(walk)[0]
    walk.briefed()
    assert "has not said that they read the briefing" in of_case(walk)[0]
    with cast.here.acting("mentor") as by:
        [held] = walk.action().briefings.all()
        assert held.words == WORDS
        providing.read(by=by, action=walk.action())
        with pytest.raises(NotNow):
            providing.read(by=by, action=walk.action())
    assert of_case(walk) == []


def test_no_session_is_planned_before_the_briefing_was_read(walk, cast):
    walk.briefed()
    with cast.here.acting("mentor") as by:
        action = walk.action()
        with pytest.raises(NotNow, match="has been read"):
            providing.plan(by=by, action=action, planned_on=clock.today())
        with pytest.raises(IntegrityError, match="has been read"), transaction.atomic():
            Session.objects.create(
                action=action, authority_id=action.authority_id, grants=action.grants,
                planned_on=clock.today(), planned_by_id=by.user_id,
            )  # fmt: skip


def test_no_more_than_are_authorised(walk, cast):
    walk.briefed(sessions=2).read()
    with cast.here.acting("mentor") as by:
        action = walk.action()
        with pytest.raises(Refusal, match="2 sessions are authorised"):
            providing.plan(by=by, action=action, planned_on=clock.today(), number=3)
        providing.plan(by=by, action=action, planned_on=clock.today(), number=2)
        with pytest.raises(IntegrityError, match="authorised"), transaction.atomic():
            Session.objects.create(
                action=action, authority_id=action.authority_id, grants=action.grants,
                planned_on=clock.today(), planned_by_id=by.user_id,
            )  # fmt: skip


def test_one_of_six_planned_sessions_held_by_facts_alone(walk, cast):
    walk.briefed().read().planned_sessions(6)
    with cast.here.acting("mentor") as by:
        first, *_rest = walk.action().sessions.all()
        with pytest.raises(Incomplete) as lacking:
            providing.report_session(by=by, session=first, version=1, was_held=True, held_on=clock.today())
        assert lacking.value.field == "minutes"
    walk.session_held()
    with walk.acting():
        [action] = queries.of(walk.case).actions
        assert gaps.held(action) == "1 of 6 planned sessions held"
        [covered] = [session.covered for session in action.sessions.all() if session.state == "held"]
        assert covered is True
    with cast.here.acting("mentor") as by:
        first = walk.action().sessions.get(state="held")
        with pytest.raises(Stale):
            providing.report_session(by=by, session=first, version=1, was_held=False, reason="He was ill.")


def test_the_panel_reads_at_the_item_how_many_sessions_were_held_and_what_is_not_as_planned(walk, cast):
    walk.briefed().read().planned_sessions(3).session_held().session_missed()
    walk.item = walk.put(purpose="review")
    with walk.acting("panel_police") as by:
        agenda.accept(by=by, meeting=walk.item.meeting)
    page = Pages().sign_in(cast.here.panel_police).open(reverse("panel:item", args=[walk.item.pk]))
    assert "1 of 3 planned sessions held" in page.text and "Unaddressed needs" in page.text
    with clock.travelled(clock.now() + timedelta(days=40)), walk.acting():
        said = {str(row["key"]["text"]): str(row["value"]) for row in section.for_panel(walk.case)}
        assert of_case(walk)[0] in said["What does not go as planned"]


def test_a_session_that_nobody_reported_is_a_gap_and_a_task_of_both(walk, cast):
    walk.briefed().read().planned_sessions(2)
    with clock.travelled(clock.now() + timedelta(days=1)):
        stopping.look_everywhere()
        [sentence] = of_case(walk)
        assert "nobody has said whether the session of" in sentence
        with cast.here.acting("mentor"):
            assert Task.objects.filter(kind="support.session", done_at=None).count() == 1
        with walk.acting():
            assert Task.objects.filter(kind="support.gap", done_at=None, for_user=cast.here.officer).exists()
        walk.session_missed()
        assert of_case(walk) == []
        with walk.acting():
            assert not Task.objects.filter(kind="support.gap", done_at=None).exists()


def test_a_session_without_consent_is_said_and_never_hidden(walk, cast):
    walk.briefed().read().planned_sessions(1)
    walk.withdrawn()
    with cast.here.acting("mentor") as by:
        [session] = walk.action().sessions.all()
        held = {"was_held": True, "held_on": clock.today(), "minutes": 40, "mode": "video"}
        providing.report_session(by=by, session=session, version=session.version, **held)
    assert any("no consent covered the session" in sentence for sentence in of_case(walk))


def test_a_report_comes_and_the_panel_sees_it(walk, cast):
    walk.briefed().read()
    with walk.acting() as by:
        report = providing.ask_report(by=by, action=walk.action(), due_on=clock.today() + timedelta(days=10))
        with pytest.raises(NotNow):
            providing.seen(by=by, report=report, version=report.version, seen_on=clock.today())
    with clock.travelled(clock.now() + timedelta(days=11)):
        assert any("has not come" in sentence for sentence in of_case(walk))
    with cast.here.acting("mentor") as by:
        mine = Report.objects.get()
        providing.write_report(by=by, report=mine, version=mine.version, words="He asks questions now.")
        mine = Report.objects.get()
        with pytest.raises(NotAllowed):
            providing.seen(by=by, report=mine, version=mine.version, seen_on=clock.today())
    with walk.acting("coordinator") as by:
        report = Report.objects.get()
        assert report.words == "He asks questions now."
        providing.seen(by=by, report=report, version=report.version, seen_on=clock.today())


def test_what_a_provider_said_stays_and_nobody_says_it_for_them(walk, cast):
    walk.briefed()
    with walk.acting() as by, pytest.raises(IntegrityError, match="whoever gives"), transaction.atomic():
        Briefing.objects.update(read_by_id=by.user_id, read_at=clock.now())
    walk.read().planned_sessions(2).session_held()
    for statement in (
        "UPDATE support_briefing SET sessions = 60",
        "UPDATE support_briefing SET read_at = now()",
        "UPDATE support_session SET minutes = 600 WHERE state = 'held'",
        "UPDATE support_session SET planned_on = planned_on + 7",
        "UPDATE support_session SET grants = grants || ARRAY['user:somebody']",
        "DELETE FROM support_session",
    ):
        for who in ("mentor", "officer"):
            with cast.here.acting(who), pytest.raises(DatabaseError), transaction.atomic():
                connection.cursor().execute(statement)


def test_nobody_briefs_themselves(walk, cast):
    with cast.here.acting("mentor") as by:
        with pytest.raises(NotAllowed):
            providing.brief(by=by, action=walk.action(), **walk.brief)
        action = walk.action()
        with pytest.raises(IntegrityError, match="somebody else"), transaction.atomic():
            Briefing.objects.create(
                action=action, authority_id=action.authority_id, grants=action.grants, sent_by_id=by.user_id,
                sent_at=clock.now(), **walk.brief,
            )  # fmt: skip


def test_another_provider_sees_nothing_of_it(walk, cast):
    walk.briefed().read().planned_sessions(2)
    for who in ("helper", "nurse"):
        with cast.here.acting(who):
            assert (
                not Briefing.objects.exists() and not Session.objects.exists() and not Report.objects.exists()
            )
    with cast.here.acting("mentor"):
        assert Briefing.objects.count() == 1 and Session.objects.count() == 2


def test_it_goes_with_the_referral(walk, cast, everything):
    walk.briefed().read().planned_sessions(1)
    with everything(), connection.cursor() as cursor:
        cursor.execute("SELECT relation, ids FROM retention.goes_with('referrals.referral', %s)", [walk.pk])
        goes = dict(cursor.fetchall())
        for model in (Briefing, Session):
            assert goes[model._meta.db_table] == [str(model.objects.get().pk)]
