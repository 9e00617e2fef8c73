"""My day: what is late stands first, then the week, then the rest; and where the next panel meets."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.cast import Cast
from tests.pages import Pages
from waymark.foundation.kernel import clock
from waymark.foundation.tasks.beside import Left
from waymark.home import presenters
from waymark.pathway.panel.actions import meeting as deeds
from waymark.pathway.panel.models import PanelMeeting
from waymark.pathway.panel.tests.sitting import Table, when_of

MY_DAY = "/my-day/"


def test_what_is_late_stands_apart_then_the_week_then_the_rest_each_oldest_first(cast: Cast):
    at = clock.now()
    days = (9, 3, -1, 30, -4)
    left = [Left(f"in {number}", "/somewhere/", at + timedelta(days=number)) for number in days]
    with cast.here.acting("officer") as actor:
        found = presenters.work_groups([], left, actor, at)
        assert [[row["what"] for row in group["rows"]] for group in found] == [
            ["in -4", "in -1"], ["in 3"], ["in 9", "in 30"],
        ]  # fmt: skip
        assert [group["title"] for group in found] == ["Overdue", "Due in the next 7 days", "Due later"]
        assert [row["late"] for group in found for row in group["rows"]] == [True, True, False, False, False]
        assert presenters.work_groups([], [], actor, at) == []


@pytest.fixture
def held(cast: Cast) -> PanelMeeting:
    return Table(cast.here).call(clock.now() + timedelta(days=6))


def ways(cast: Cast, who: str) -> list[str]:
    return Pages().sign_in(cast.here.user(who)).open(MY_DAY).links()


def test_the_next_panel_stands_there_for_whoever_sits_on_it_or_arranges_it_and_for_nobody_else(
    cast: Cast, held: PanelMeeting
):
    way = reverse("panel:meeting", args=[held.reference])
    for who in ("chair", "panel_police", "coordinator"):
        assert way in ways(cast, who)
    for who in ("panel_health", "teacher", "officer", "administrator"):
        assert way not in ways(cast, who)
    assert way not in Pages().sign_in(cast.there.coordinator).open(MY_DAY).links()


def test_it_is_the_first_that_is_still_held_of_each_panel(cast: Cast, held: PanelMeeting):
    with cast.here.acting("coordinator") as by:
        when = when_of(clock.now() + timedelta(days=20))
        later = deeds.call(by=by, panel=held.panel, when=when)
    first, second = (reverse("panel:meeting", args=[one.reference]) for one in (held, later))
    shown = ways(cast, "chair")
    assert first in shown and second not in shown
    with cast.here.acting("coordinator") as by:
        deeds.cancel(by=by, meeting=held, version=1, because="Too few could come.")
    shown = ways(cast, "chair")
    assert second in shown and first not in shown


@pytest.mark.parametrize(("who", "queries"), [("chair", 1), ("teacher", 0)])
def test_it_costs_one_query_however_many_meetings_there_are(cast: Cast, held: PanelMeeting, who, queries):
    with cast.here.acting("coordinator") as by:
        for days in (20, 40):
            deeds.call(by=by, panel=held.panel, when=when_of(clock.now() + timedelta(days=days)))
    with cast.here.acting(who) as actor, CaptureQueriesContext(connection) as asked:
        presenters.next_panels(actor, clock.now())
    assert len(asked) == queries
