"""Issues, what was asked for and themes go on their day: ended or not, and nothing else keeps them, or goes too early."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine

from waymark.delivery.engagement.actions import demands, issues
from waymark.delivery.engagement.models import Demand, Issue, Theme
from waymark.delivery.training.models import TrainingRequest
from waymark.delivery.training.tests.teaching import Year
from waymark.foundation.kernel import clock
from waymark.foundation.retention.actions.expiring import expire_everywhere
from waymark.foundation.retention.models import RetentionSetting
from waymark.foundation.retention.periods import years
from waymark.foundation.retention.tests.clocks import on
from waymark.foundation.retention.tests.going import goes_on, left
from waymark.foundation.tasks.models import Task

from .keeping import noted, raised, theme


@pytest.mark.parametrize("ended", [True, False])
def test_an_issue_goes_three_years_after_it_ended_or_else_after_it_was_raised(cast, everything, ended):
    issue, start = raised(cast.here), clock.today()
    if ended:
        start = start + timedelta(days=40)
        with time_machine.travel(clock.now() + timedelta(days=40)), cast.here.acting("officer") as by:
            issues.close(by=by, issue=issue, version=issue.version, because="They teach it now.")
    goes_on(years(3).after(start), Issue, everything, "training-record")
    assert not left(everything, Task), "and nobody is asked to open it any more"


@pytest.mark.parametrize("ended", [True, False])
def test_what_was_asked_for_goes_three_years_after_its_answer_or_else_after_its_note(cast, everything, ended):
    demand, start = noted(cast.here), clock.today()
    if ended:
        start = start + timedelta(days=40)
        with time_machine.travel(clock.now() + timedelta(days=40)), cast.here.acting("officer") as by:
            demands.answer(by=by, demand=demand, version=demand.version, answer="There is a course now.")
    goes_on(years(3).after(start), Demand, everything, "training-record")
    with everything():
        assert Theme._base_manager.filter(ended_on=None).exists(), "the list it was in stays"


def test_a_request_that_goes_earlier_is_not_held_by_what_was_noted_of_it(cast, everything):
    year, today = Year(cast.here), clock.today()
    request = year.asked()
    later = clock.now() + timedelta(days=200)
    with time_machine.travel(later):
        demand = noted(cast.here, request=request)
    assert demand.request_id == request.pk
    with on(years(3).after(today)):
        expire_everywhere()
    assert not left(everything, TrainingRequest)
    with everything():
        assert Demand._base_manager.get().request_id is None
    with on(years(3).after(clock.uk_date(later))):
        expire_everywhere()
    assert not left(everything, Demand)


def test_a_theme_goes_on_its_day_but_never_before_what_was_noted_under_it(cast, everything):
    """A council may keep lists for a shorter time than what hangs on them: a line waits, and holds up no other."""
    used, day = theme(cast.here), clock.today()
    with cast.here.acting("officer") as by:
        unused = Theme.objects.exclude(pk=used.pk).first()
        for one in (used, unused):
            if one == used:
                noted(cast.here, theme=used)
            demands.end_theme(by=by, theme=one)
    RetentionSetting.objects.create(
        authority=cast.here.authority, class_code="project-grant", months=12, from_date=day, reason="Ours are short.",
    )  # fmt: skip
    with on(years(1).after(day) - timedelta(days=1)):
        assert expire_everywhere() == 0
    with on(years(1).after(day) + timedelta(days=1)):
        expire_everywhere()
    with everything():
        kept = set(Theme._base_manager.filter(ended_on__isnull=False).values_list("pk", flat=True))
    assert kept == {used.pk}
    with on(years(3).after(day) + timedelta(days=1)):
        expire_everywhere()
    assert not left(everything, Demand)
    with everything():
        assert not Theme._base_manager.filter(pk=used.pk).exists()
