"""What waits for whom, and time: the day to look again, the end of a consent, the 18th birthday. Each once."""

from __future__ import annotations

from datetime import timedelta

from waymark.foundation.kernel import clock
from waymark.foundation.tasks.actions.reminding import remind_everywhere
from waymark.foundation.tasks.models import Reminder, Task
from waymark.foundation.tasks.queries import my_work
from waymark.pathway.channel.actions import leading
from waymark.pathway.consent.actions.watching import watch_everywhere
from waymark.pathway.consent.worklist import KINDS

from .walks import in_days, noon

CODES = [kind.code for kind in KINDS]


def waits(cast, who: str) -> list[str]:
    with cast.here.acting(who) as by:
        return [task.kind for task in my_work(by).filter(kind__in=CODES)]


def test_adopted_it_waits_to_be_asked_and_answered_it_waits_no_more(walk, cast):
    walk.adopted()
    assert waits(cast, "officer") == ["consent.ask"] and waits(cast, "coordinator") == []
    walk.consented()
    assert waits(cast, "officer") == []
    walk.objected()
    assert waits(cast, "officer") == ["consent.resolve"]
    walk.resolved(stands=True)
    assert waits(cast, "officer") == []


def test_the_day_to_look_again_comes_to_the_lead_and_the_coordinator_and_late_to_the_prevent_lead(walk, cast):
    walk.adopted().refused(reassess_on=in_days(60))
    assert waits(cast, "officer") == []
    for days in (31, 32, 33, 45):
        watch_everywhere(noon(in_days(days)))
    assert waits(cast, "officer") == waits(cast, "coordinator") == ["consent.reassess"]
    with cast.here.acting("officer") as by:
        [task] = my_work(by).filter(kind="consent.reassess")
        assert clock.uk_date(task.due_at) == in_days(60)
    remind_everywhere(noon(in_days(61)))
    assert waits(cast, "lead") == ["consent.reassess"]
    # A further plan: it is asked again, and there is a next day.
    with clock.travelled(noon(in_days(62))):
        walk.reassessed("plan", reassess_on=in_days(150))
    assert waits(cast, "officer") == ["consent.ask"] and waits(cast, "coordinator") == []


def test_a_worker_down_for_thirty_days_asks_and_reminds_once(walk, cast, everything):
    walk.adopted().refused(reassess_on=in_days(30))
    late = noon(in_days(60))
    for _again in range(3):
        watch_everywhere(late)
        remind_everywhere(late)
    with everything():
        tasks = Task.objects.filter(kind="consent.reassess")
        assert tasks.count() == 2
        given = Reminder.objects.filter(task__in=tasks).values_list("task__for_grant", "kind")
        assert sorted(kind for grant, kind in given if not grant) == ["escalated", "overdue"]
        assert [kind for grant, kind in given if grant] == ["overdue"]


def test_consent_that_ends_is_asked_again_before(walk, cast):
    walk.adopted().consented(expires_on=in_days(100))
    watch_everywhere(noon(in_days(71)))
    assert waits(cast, "officer") == []
    watch_everywhere(noon(in_days(72)))
    assert waits(cast, "officer") == ["consent.again"]
    with cast.here.acting("officer") as by:
        assert clock.uk_date(my_work(by).get(kind="consent.again").due_at) == in_days(99)
    with clock.travelled(noon(in_days(80))):
        walk.consented()
    assert waits(cast, "officer") == []


def test_it_is_asked_again_before_the_18th_birthday(walk, cast):
    turns = in_days(100)
    walk.adopted(born=str(turns.replace(year=turns.year - 18))).consented()
    watch_everywhere(noon(turns - timedelta(days=29)))
    assert waits(cast, "officer") == []
    watch_everywhere(noon(turns - timedelta(days=27)))
    assert waits(cast, "officer") == ["consent.again"]
    with clock.travelled(noon(turns)):
        walk.consented(child=False)
    assert waits(cast, "officer") == []


def test_what_waits_follows_the_lead_and_ends_with_the_case(walk, cast):
    walk.adopted()
    with cast.here.acting("second_officer") as by:
        leading.take(by=by, case=walk.case, version=walk.case.version)
    watch_everywhere(clock.now())
    assert waits(cast, "officer") == [] and waits(cast, "second_officer") == ["consent.ask"]
    walk.held()
    assert waits(cast, "second_officer") == []


def test_another_authority_sees_nothing_of_it(walk, cast):
    walk.adopted()
    assert waits(cast, "officer") == ["consent.ask"]
    with cast.there.acting("officer") as by:
        assert not my_work(by).filter(kind__in=CODES).exists()
