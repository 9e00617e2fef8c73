"""Actions: one person, who sees that and nothing else; nothing begins without consent, and it stops when consent does."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.db.utils import IntegrityError
from django.http import Http404

from waymark.foundation.access.models import Protected
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotAllowed, NotNow, Refusal, Stale
from waymark.foundation.outbox.models import Message
from waymark.foundation.tasks.models import Task
from waymark.pathway.channel.actions import moving
from waymark.pathway.exits.actions import pausing
from waymark.pathway.referrals.actions import restricting
from waymark.pathway.support import gaps, queries
from waymark.pathway.support.actions import giving, stopping
from waymark.pathway.support.models import SupportAction, Update

from .walks import TASK, SupportWalk


@pytest.fixture
def walk(cast) -> SupportWalk:
    for who in ("lead", "coordinator", "second_officer", "mentor", "helper", "administrator"):
        cast.here.user(who)
    return SupportWalk(cast.here).adopted()


def tables() -> list[str]:
    return [m._meta.db_table for m in apps.get_models() if issubclass(m, Protected)]


def rows_seen() -> dict[str, int]:
    """In raw SQL: how many rows of each protected table show to whoever acts."""
    seen = {}
    for table in tables():
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT count(*) FROM "{table}"')
            seen[table] = cursor.fetchone()[0]
    return {table: number for table, number in seen.items() if number}


def test_whoever_is_asked_sees_that_and_nothing_else_of_the_case(walk, cast):
    walk.planned()
    walk.gave("mentor", task=TASK)
    walk.gave("helper", kind="housing", task="Find him a room.")
    with cast.here.acting("mentor") as by:
        [mine] = queries.mine(by)
        assert mine.task == TASK
        # The row, its key, the task and the letter of it; the same of nothing else.
        assert rows_seen() == {"support_supportaction": 1, "vault_recordkey": 1, "tasks_task": 1}
    with cast.here.acting("nurse"), cast.there.acting("lead"):
        assert rows_seen().get("support_supportaction") is None


def test_the_role_that_ended_opens_nothing(walk, cast):
    walk.planned()
    walk.gave()
    cast.here.mentor.memberships.update(
        ends_on=clock.today() - timedelta(days=1), starts_on=clock.today() - timedelta(days=9)
    )
    with cast.here.acting("mentor"):
        assert not SupportAction.objects.exists()


def test_it_is_for_somebody_who_may_take_it_on_and_comes_with_a_draft(walk, cast):
    with pytest.raises(NotNow, match="new version"):
        walk.gave()
    walk.planned()
    with pytest.raises(Refusal, match="no role"):
        walk.gave("administrator")
    with pytest.raises(Refusal, match="after today"):
        walk.gave(days=0)


def test_taken_on_by_that_person_alone(walk, cast):
    walk.planned()
    walk.gave()
    with walk.acting() as by, pytest.raises(NotAllowed):
        giving.accept(by=by, action=walk.action(), version=walk.action().version)
    with walk.acting(), pytest.raises(IntegrityError, match="signature"), transaction.atomic():
        SupportAction.objects.update(state="accepted")
    with cast.here.acting("helper") as by, pytest.raises(SupportAction.DoesNotExist):
        walk.action()
    walk.accepted()
    with walk.acting():
        assert walk.action().state == "accepted"


def test_not_taken_on_it_is_gone_from_them_and_the_need_is_unaddressed_again(walk, cast):
    walk.planned()
    with walk.acting():
        [need] = walk.needs()
    action = walk.gave(needs=[need.pk])
    with walk.acting():
        assert queries.of(walk.case).unaddressed == []
    with cast.here.acting("mentor") as by:
        with pytest.raises(Incomplete):
            giving.decline(by=by, action=action, version=action.version, because="")
        giving.decline(by=by, action=action, version=action.version, because="I know the family.")
        assert not SupportAction.objects.exists()
    with walk.acting():
        assert [one.pk for one in queries.of(walk.case).unaddressed] == [need.pk]
        assert walk.action().because == "I know the family."
        [sentence] = gaps.of(walk.case, clock.now())
        assert "did not take it on" in sentence
    with walk.acting():
        assert Task.objects.filter(kind="support.gap", done_at=None, for_user=cast.here.officer).count() == 1


def test_nothing_begins_without_an_approved_plan_and_a_consent_that_covers_it(walk, cast):
    walk.planned()
    walk.gave(kind="housing")
    walk.accepted()
    with pytest.raises(NotAllowed, match="not approved"):
        walk.started()
    walk.agreed()
    with pytest.raises(NotAllowed, match="No consent covers this today"):
        walk.started()
    walk.consented()  # of mentoring and support for the family
    with pytest.raises(NotAllowed, match="No consent covers this today"):
        walk.started()


@pytest.mark.parametrize("agreed, consented, kind", [
    (False, True, "mentoring"), (True, False, "mentoring"), (True, True, "housing"),
])  # fmt: skip
def test_nor_in_the_database(walk, cast, agreed, consented, kind):
    walk.planned()
    walk.gave(kind=kind)
    walk.accepted()
    walk = walk.agreed() if agreed else walk
    walk = walk.consented() if consented else walk
    with (
        cast.here.acting("mentor"),
        pytest.raises(IntegrityError, match=r"support begins|no support"),
        transaction.atomic(),
    ):
        SupportAction.objects.update(state="under_way", started_on=clock.today())


def now_at_once() -> None:
    """What waits for the end of the deed is asked now."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def test_the_wall_is_the_trigger(walk, cast, everything):
    """Planted fault: without it the database lets support begin."""
    walk.planned()
    walk.gave()
    walk.accepted()
    now_at_once()
    with everything(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE support_supportaction DISABLE TRIGGER support_supportaction_starts")
    with cast.here.acting("mentor"):
        assert SupportAction.objects.update(state="under_way", started_on=clock.today()) == 1


def test_it_stops_at_once_when_consent_is_withdrawn(walk, cast, everything):
    walk.under_way().withdrawn()
    with cast.here.acting("mentor"):
        action = walk.action()
        assert (action.state, action.stopped_by) == ("stopped", "consent")
        now_at_once()
    with pytest.raises(NotAllowed):
        walk.started()
    with everything():
        [message] = Message.objects.filter(code="support.stopped", reference=action.reference)
        assert "Quillfeather" not in str(vars(message))


def pause(walk: SupportWalk) -> None:
    with walk.acting() as by:
        pausing.pause(
            by=by, case=walk.case, version=walk.case.version, kind="other", reason="He is in hospital this week.",
            on=clock.today(),
        )  # fmt: skip


def test_it_stops_when_the_case_is_paused_and_goes_on_again(walk, cast):
    walk.under_way()
    pause(walk)
    with walk.acting() as by:
        assert (walk.action().state, walk.action().stopped_by) == ("stopped", "case")
        reason = "He is at home again and well."
        pausing.go_on(by=by, case=walk.case, version=walk.case.version, reason=reason, on=clock.today())
    walk.started()
    with walk.acting():
        assert walk.action().state == "under_way"


def test_it_stops_when_the_police_act_and_shows_no_more(walk, cast):
    walk.under_way().held()
    with cast.here.acting("mentor"):
        assert not SupportAction.objects.exists()
    with walk.acting():
        assert walk.action().state == "stopped"
        now_at_once()


def test_the_database_lets_no_case_move_on_with_support_under_way(walk, cast, monkeypatch):
    """Planted fault: nobody follows the case. The deed does not end."""
    walk.under_way()
    now_at_once()
    monkeypatch.setattr(moving, "_FOLLOWERS", [])
    with pytest.raises(IntegrityError, match="stops with its case"), transaction.atomic():
        pause(walk)
        now_at_once()


def test_it_stops_when_consent_has_run_out(walk, cast):
    walk.planned()
    walk.gave(days=90)
    walk.agreed().consented(expires_on=clock.today() + timedelta(days=20))
    walk.accepted().started()
    for days, state in ((19, "under_way"), (20, "stopped")):
        with clock.travelled(clock.now() + timedelta(days=days)):
            stopping.look_everywhere()
        with walk.acting():
            assert walk.action().state == state


def test_they_cannot_change_what_was_asked_nor_who_sees_it(walk, cast):
    walk.under_way()
    with cast.here.acting("mentor") as by:
        giving.update(by=by, action=walk.action(), words="We met and talked.")
    for statement in (
        "UPDATE support_supportaction SET due_on = due_on + 90",
        "UPDATE support_supportaction SET task = '\\x00'",
        "UPDATE support_supportaction SET grants = grants || ARRAY['user:somebody']",
        "UPDATE support_update SET written_at = now()",
        "UPDATE support_update SET grants = grants || ARRAY['user:somebody']",
        "DELETE FROM support_update",
        "DELETE FROM support_supportaction",
    ):
        with cast.here.acting("mentor"), pytest.raises(DatabaseError), transaction.atomic():
            connection.cursor().execute(statement)
    with (
        cast.here.acting("mentor") as by,
        pytest.raises(IntegrityError, match="carries"),
        transaction.atomic(),
    ):
        action = walk.action()
        Update.objects.create(
            action=action, authority_id=action.authority_id, grants=[f"organisation:{by.organisation_id}:support:{by.id}"],
            words="Hidden from the case.", written_by_id=by.user_id, written_at=clock.now(),
        )  # fmt: skip


def test_done_it_says_what_came_of_it(walk, cast):
    walk.under_way()
    with cast.here.acting("mentor") as by:
        with pytest.raises(Incomplete):
            giving.finish(by=by, action=walk.action(), version=walk.action().version, words="")
        giving.finish(
            by=by, action=walk.action(), version=walk.action().version, words="He reads other things."
        )
        with pytest.raises(NotAllowed):
            giving.update(by=by, action=walk.action(), words="More.")
        with pytest.raises(Stale):
            giving.finish(by=by, action=walk.action(), version=1, words="Again.")
    with walk.acting():
        assert [one.words for one in walk.action().updates.all()] == ["He reads other things."]
        assert not Task.objects.filter(about_id=walk.action().pk, done_at=None).exists()


def test_taken_out_of_the_plan_it_is_gone_from_them(walk, cast):
    walk.under_way()
    with cast.here.acting("mentor") as by, pytest.raises((NotAllowed, Http404)):
        giving.cancel(by=by, action=walk.action(), version=walk.action().version, because="No.")
    with walk.acting("second_officer") as by:
        giving.cancel(by=by, action=walk.action(), version=walk.action().version, because="He moves away.")
    with cast.here.acting("mentor"):
        assert not SupportAction.objects.exists() and not Update.objects.exists()


def test_kept_to_named_people_whoever_helps_goes_on(walk, cast):
    walk.under_way()
    with walk.acting("lead") as by:
        restricting.restrict(
            by=by, referral=walk.referral, version=walk.referral.version, people=[],
            reason="The person is the child of a colleague in this team.",
        )  # fmt: skip
    with cast.here.acting("mentor"):
        assert walk.action().task == TASK
    with cast.here.acting("second_officer"):
        assert not SupportAction.objects.exists()


def test_late_it_is_a_gap_and_a_task_of_the_lead(walk, cast):
    walk.planned()
    walk.gave(days=3)
    with walk.acting():
        assert gaps.of(walk.case, clock.now()) == []
    with clock.travelled(clock.now() + timedelta(days=5)):
        stopping.look_everywhere()
        stopping.look_everywhere()
        with walk.acting():
            found = gaps.of(walk.case, clock.now())
            assert len(found) == 2 and "2 days overdue" in found[1]
            assert Task.objects.filter(kind="support.gap", done_at=None).count() == 1
    with walk.acting() as by:
        giving.cancel(by=by, action=walk.action(), version=walk.action().version, because="Not needed.")
        assert not Task.objects.filter(kind="support.gap", done_at=None).exists()
