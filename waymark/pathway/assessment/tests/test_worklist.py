"""What waits for the police, and who is told when it is late."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse

from waymark.foundation.tasks.actions.reminding import remind
from waymark.foundation.tasks.models import Task
from waymark.foundation.tasks.queries import my_work
from waymark.pathway.referrals.actions import deciding

from .walks import PoliceWalk

KINDS = ("assessment.check", "assessment.assess", "assessment.second-person")


def works(walk: PoliceWalk, who: str) -> list[str]:
    with walk.acting(who) as by:
        return [one.url_for(by.user_id, by.grants) for one in my_work(by) if one.kind in KINDS]


def open_tasks(walk: PoliceWalk, everything) -> list[Task]:
    with everything():
        return list(Task.objects.filter(kind__in=KINDS, done_at__isnull=True))


def test_it_waits_for_the_police_and_late_for_the_lead_and_never_for_the_officer(cast, everything):
    cast.here.user("police")
    walk = PoliceWalk(cast.here).sent()
    [task] = open_tasks(walk, everything)
    assert task.for_grant == f"authority:{cast.here.authority.pk}:police" and task.for_user is None
    assert works(walk, "police") == [reverse("assessment:record", args=[task.reference])]
    assert works(walk, "lead") == works(walk, "officer") == []
    remind(cast.here.authority.pk, task.due_at + timedelta(hours=1))
    assert works(walk, "lead") == [reverse("referrals:triage-record", args=[task.reference])]
    assert works(walk, "officer") == [] and len(works(walk, "police")) == 1
    with walk.acting() as by:
        deciding.bring_back(
            by=by, referral=walk.referral, version=walk.referral.version, reason="They found nothing."
        )
    assert open_tasks(walk, everything) == []


def test_a_closure_waits_for_the_supervisors(cast, everything):
    for who in ("police", "supervisor"):
        cast.here.user(who)
    walk = PoliceWalk(cast.here).sent().taken_by_police().checked().marked_by_police()
    walk.proposed()
    [task] = open_tasks(walk, everything)
    assert task.kind == "assessment.second-person"
    assert works(walk, "supervisor") == [reverse("assessment:approve", args=[task.reference])]
    assert works(walk, "police") == []
