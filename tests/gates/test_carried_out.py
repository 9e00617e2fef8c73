"""Each retention class has a job that carries it out, or a reason why none is needed; no personal row is forgotten."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection
from procrastinate.contrib.django import app as queue

from tests.cast import Cast, Side
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.privacy import FIELDS
from waymark.foundation.outbox.models import Message
from waymark.foundation.retention import jobs as retention_jobs
from waymark.foundation.retention.actions import leftovers, proposing
from waymark.foundation.retention.actions.expiring import expire_everywhere
from waymark.foundation.retention.classes import CLASSES
from waymark.foundation.retention.kept import CARRIED, KEPT, NOT_YET, Carried
from waymark.foundation.retention.models import Disposal, Erasure, Proposal
from waymark.foundation.retention.periods import days, years
from waymark.foundation.retention.tests.clocks import on
from waymark.foundation.vault.models import RecordKey
from waymark.home import jobs as home_jobs
from waymark.home import readiness
from waymark.pathway.concerns import desk
from waymark.pathway.concerns.models import ConcernRaiser, Progress, Submission
from waymark.pathway.concerns.tests.form_walks import sent
from waymark.pathway.people.models import Person, PersonName
from waymark.pathway.referrals.tests.walks import Walk

# What `declare_kept` erases, the job `retention.expire` does; what has a life, too (waymark/pathway/referrals/tests/test_lives.py).
EXPIRE = "retention.expire"


def by_schedule() -> set[str]:
    """Names of the jobs that the queue begins by itself."""
    assert retention_jobs and home_jobs
    return {task.task.name for task in queue.periodic_registry.periodic_tasks.values()}


def forgotten() -> list[str]:
    """Models with a personal field whose end nobody carries out, jobs that are never begun, classes without either."""
    jobs, kept = by_schedule(), {one.model for one in KEPT}
    personal = {
        model._meta.label
        for model in apps.get_models()
        if any(says.personal for says in FIELDS.get(model._meta.label, {}).values())
    }
    nobody = [f"{label}: nobody ends it" for label in sorted(personal - kept - set(CARRIED))]
    idle = [f"{one.model}: no job {one.job}" for one in CARRIED.values() if one.job and one.job not in jobs]
    silent = [f"{one.model}: no word of how" for one in CARRIED.values() if not one.how.strip()]
    used = {one.class_code for one in KEPT} | {
        says.keep for label in CARRIED for says in FIELDS.get(label, {}).values() if says.personal
    }
    classes = [f"{code}: nothing falls under it" for code in CLASSES if code not in used | set(NOT_YET)]
    both = [f"{code}: held, and said not to be" for code in sorted(used & set(NOT_YET))]
    gone = [f"{label}: no such model" for label in CARRIED if label not in personal]
    return nobody + idle + silent + classes + both + gone


def test_every_class_is_carried_out_or_says_why_not() -> None:
    assert EXPIRE in by_schedule()
    assert forgotten() == []


@pytest.mark.parametrize(
    ("planted", "found"),
    [
        (None, "access.Visitor: nobody ends it"),
        (
            Carried("access.Visitor", "retention.nothing", "Planted"),
            "access.Visitor: no job retention.nothing",
        ),
        (Carried("access.Visitor", "", " "), "access.Visitor: no word of how"),
    ],
)
def test_planted_what_nobody_carries_out_is_found(
    monkeypatch: pytest.MonkeyPatch, planted: Carried | None, found: str
) -> None:
    if planted is None:
        monkeypatch.delitem(CARRIED, "access.Visitor")
    else:
        monkeypatch.setitem(CARRIED, "access.Visitor", planted)
    assert forgotten() == [found]


def test_planted_a_class_of_which_nobody_knows_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(NOT_YET, "rejected-upload")
    assert forgotten() == ["rejected-upload: nothing falls under it"]


# With real rows: that the jobs named above do what they say.
Look = Callable[[], AbstractContextManager[None]]


def forget_that_people_go_with_referrals() -> None:
    """As the owner: what a part would forget to name, and what two erasures in the same moment leave behind."""
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE waymark_owner")
        cursor.execute(
            "DELETE FROM retention.part WHERE kind = 'referrals.referral' AND relation LIKE 'people%'"
        )
        cursor.execute("SET ROLE NONE")


def people(everything: Look) -> set[str]:
    with everything():
        assert set(PersonName.objects.values_list("person_id", flat=True)) == set(
            Person.objects.values_list("pk", flat=True)
        )
        return set(PersonName.objects.values_list("surname", flat=True))


def left_behind(cast: Cast, everything: Look) -> None:
    """Two people, each in a referral that ended; and six years later one of the referrals is gone without its person."""
    Walk(cast.here).received(surname="Gonefirst").ready().decided("close")
    Walk(cast.here).received(surname="Stillopen").ready()
    with everything():
        forget_that_people_go_with_referrals()


def unwell() -> list[str]:
    return [
        each.check.name for each in readiness.look() if each.check.name == "left_over" and not each.found.well
    ]


def test_nobody_stays_whom_no_referral_is_about(cast: Cast, everything: Look) -> None:
    left_behind(cast, everything)
    over = years(6).after(clock.today())
    with on(over):
        assert leftovers.clear(clock.now())["unheld"] == 0, "a referral holds each of them"
        expire_everywhere()
        assert people(everything) == {"Gonefirst", "Stillopen"} and unwell() == ["left_over"]
    with on(days(2).after(over)):
        retention_jobs.clear_leftovers(timestamp=0)
        assert people(everything) == {"Stillopen"} and unwell() == []
        assert leftovers.clear(clock.now())["unheld"] == 0
    with cast.here.acting("ig_lead"):
        gone = Erasure.objects.get(kind="people.person")
        assert (gone.ground, gone.class_code) == ("left-over", "referral-child")
        assert Disposal.objects.get(model="people.person").count == 1


def test_planted_without_the_sweep_somebody_stays_and_it_is_said(
    cast: Cast, everything: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    left_behind(cast, everything)
    over = years(6).after(clock.today())
    with on(over):
        expire_everywhere()
    monkeypatch.setattr(leftovers, "unheld", lambda now: 0)
    with on(days(2).after(over)):
        retention_jobs.clear_leftovers(timestamp=0)
        assert people(everything) == {"Gonefirst", "Stillopen"} and unwell() == ["left_over"]


def test_somebody_whom_something_unnamed_needs_stays_and_is_counted(cast: Cast, everything: Look) -> None:
    left_behind(cast, everything)
    over = years(6).after(clock.today())
    with on(over):
        expire_everywhere()
    with everything(), connection.cursor() as cursor:
        cursor.execute("SET ROLE waymark_owner")
        cursor.execute(
            "CREATE TABLE made_plan (person_id uuid REFERENCES people_person DEFERRABLE INITIALLY DEFERRED)"
        )
        cursor.execute("SET ROLE NONE")
        cursor.execute(
            "INSERT INTO made_plan SELECT person_id FROM people_personname WHERE surname = 'Gonefirst'"
        )
    with on(days(2).after(over)):
        assert leftovers.clear(clock.now())["unheld"] == 0
        assert people(everything) == {"Gonefirst", "Stillopen"} and unwell() == ["left_over"]


def test_what_was_sent_and_became_no_referral_goes_too(
    cast: Cast, everything: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It cannot be (both are one deed); should it be, nothing else would ever end it. What a referral holds stays."""
    Walk(cast.here).received(surname="Stillheld")
    with monkeypatch.context() as planted:
        planted.setattr(desk, "_TAKEN", [desk.Desk(receive=lambda *given: None, hear_more=print)])
        with cast.here.acting("nurse") as nurse:
            lost = sent(nurse)
    assert sent_as(everything) == {("Submission", 2), ("ConcernRaiser", 1), ("Progress", 1)}
    assert lost.reference in letters_about(everything)
    with on(days(2).after(clock.today())):
        assert unwell() == ["left_over"]
        retention_jobs.clear_leftovers(timestamp=0)
        assert unwell() == [] and lost.reference not in letters_about(everything)
    assert sent_as(everything) == {("Submission", 1), ("ConcernRaiser", 0), ("Progress", 0)}
    with everything():
        assert Erasure.objects.get(kind="concerns.submission").record_id == lost.pk
        assert not RecordKey.objects.filter(about_id=lost.pk, destroyed_at=None).exists()


def sent_as(everything: Look) -> set[tuple[str, int]]:
    with everything():
        return {
            (model.__name__, model._default_manager.count())
            for model in (Submission, ConcernRaiser, Progress)
        }


def letters_about(everything: Look) -> set[str]:
    with everything():
        return set(Message.objects.exclude(reference="").values_list("reference", flat=True))


def decided(side: Side, reason: str) -> Proposal:
    """Proposed and refused with a reason, or, without one, agreed to."""
    with side.acting("ig_lead") as by:
        proposal = proposing.propose(by=by, authority_id=side.authority.pk)
    with side.acting("lead") as by:
        if reason:
            return proposing.refuse(by=by, proposal=proposal, version=proposal.version, reason=reason)
        return proposing.approve(by=by, proposal=proposal, version=proposal.version)[0]


def test_why_a_proposal_was_refused_goes_six_years_later_and_what_was_agreed_stays(
    cast: Cast, everything: Look
) -> None:
    for who in ("lead", "ig_lead"):
        cast.here.user(who)
    Walk(cast.here).received().ready().decided("close")
    start = years(3).after(clock.today())
    with on(start):
        refused, agreed = decided(cast.here, "A court may ask for Oddfellow’s."), decided(cast.here, "")
    for day, left in (
        (years(6).after(start) - timedelta(days=1), {refused.pk, agreed.pk}),
        (years(6).after(start), {agreed.pk}),
    ):
        with on(day):
            retention_jobs.clear_leftovers(timestamp=0)
        with everything():
            assert set(Proposal.objects.values_list("pk", flat=True)) == left
    with cast.here.acting("ig_lead"):
        assert Disposal.objects.get(model="retention.Proposal").count == 1
