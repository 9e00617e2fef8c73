"""Who sits, who stays out, what is decided and put right; a child who turns 18; a page that two people save."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests.browser import Window
from tests.cast import Cast
from tests.pages import Pages
from waymark.foundation.interface.moments import day
from waymark.foundation.kernel import clock
from waymark.pathway.panel.models import Sector
from waymark.pathway.panel.tests.sitting import another, give_role
from waymark.pathway.support.tests.walks import SupportWalk

from . import age_scenes as age
from . import panel_scenes as panels
from . import sitting_scenes as sitting
from .stage import Stage, in_days, the_day_comes

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

PEOPLE = (
    "officer", "lead", "police", "coordinator", "chair", "panel_police", "panel_health", "teacher", "mentor",
)  # fmt: skip
SURNAME = "Ambrefeather"
AGO = timedelta(days=10)


class Story:
    """A case that has come so far by what people did ten days ago. `stage` opens the window; `deputy` is of the police."""

    def __init__(self, begins: Callable[[SupportWalk], object]) -> None:
        with clock.travelled(clock.now() - AGO):
            side = Cast().here
            self.people = {who: side.user(who) for who in PEOPLE}
            self.people["deputy"] = another(side, "deputy", side.organisation("police"))
            give_role(side.user("teacher"), "panel_member", side.organisation("school"), side)
            self.walk = SupportWalk(side)
            begins(self.walk)
            with self.walk.acting("coordinator"):
                self.case = self.walk.case.reference

    def plays(self, windows: Callable[..., Window], *, script: bool) -> Stage:
        sessions = {
            who: Pages().sign_in(user).cookies["sessionid"].value for who, user in self.people.items()
        }
        width = 1280 if script else 375
        # What is not one’s own is not there: Chromium calls that an error of its own.
        return Stage(lambda: windows(width, script=script, allowed=("404",)), sessions)

    def meets_tomorrow(self) -> tuple[str, str]:
        """A meeting with the case on its agenda; four agencies have a seat. The panel’s reference, and the meeting’s."""
        table, side = self.walk.table, self.walk.side
        table.seat(Sector.HEALTH, side.organisation("clinic"), self.people["panel_health"])
        table.seat(Sector.EDUCATION, side.organisation("school"), self.people["teacher"])
        held = table.call(clock.now() + timedelta(days=1))
        self.walk.put(held)
        return table.panel.reference, held.reference


@pytest.mark.parametrize(
    "script",
    [pytest.param(True, id="with script"), pytest.param(False, id="without", marks=pytest.mark.long)],
)
def test_a_panel_that_does_not_adopt(windows: Callable[..., Window], script: bool) -> None:
    """A deputy sits for a member who is away, another member has an interest, one does not agree; the entry is
    corrected afterwards."""
    story = Story(lambda walk: walk.opened(surname=SURNAME, born="1990-05-03"))
    panel, meeting = story.meets_tomorrow()
    case, stage = story.case, story.plays(windows, script=script)
    address = (f"/panels/{panel}/", f"/panels/meetings/{meeting}/")
    sitting.sees_no_panel(stage, "deputy", *address)
    sitting.coordinator_names_a_deputy(stage, panel, "deputy")
    for who in ("deputy", "chair"):
        panels.member_accepts(stage, who, panel, meeting, case, SURNAME)
    the_day_comes(meeting)
    sitting.deputys_day_comes(stage, panel, meeting, case)
    sitting.member_declares_an_interest(stage, "panel_health", panel, meeting, case)
    came = ["chair", "panel_health", "teacher"]
    sitting.no_decision_without(stage, panel, case, meeting, "Local authority, Police", *came[1:])
    sitting.no_decision_without(stage, panel, case, meeting, "Police", *came)
    sitting.a_day_passes(meeting)
    sitting.sees_no_panel(stage, "deputy", *address)
    panels.coordinator_marks_who_came(stage, panel, meeting, *came, "deputy")
    sitting.chair_opens_the_decision(stage, case, meeting)
    sitting.not_adopted(stage, case, meeting)
    sitting.other_was_quicker(stage)
    sitting.corrected(stage, case, meeting)
    sitting.ended_case(stage, "officer", case)
    stage.holds("Not adopted", "(corrected since)", "A decision of the panel was corrected")


@pytest.mark.parametrize(
    "script",
    [pytest.param(False, id="without script"), pytest.param(True, id="with", marks=pytest.mark.long)],
)
def test_a_child_who_turns_18(windows: Callable[..., Window], script: bool) -> None:
    """The mother agrees, the father objects; when that is resolved support begins, and stops on the birthday."""
    turns = in_days(20)
    born = date(turns.year - 18, turns.month, min(turns.day, 28))

    def begins(walk: SupportWalk) -> None:
        walk.adopted(surname=SURNAME, born=str(born)).planned()
        walk.gave()
        walk.agreed().consented()

    story = Story(begins)
    case, stage = story.case, story.plays(windows, script=script)
    action = mentor_takes_on(stage)
    age.other_parent_objects(stage, case, action)
    age.lead_resolves(stage, case, action, day(born.replace(year=turns.year)))
    age.turns_18(stage, case, action)
    age.parent_is_not_enough(stage, case)
    age.person_agrees(stage, case, action)


def mentor_takes_on(stage: Stage) -> str:
    stage.enter("mentor", "Support to give")
    action = stage.found("A")
    stage.click(action)
    stage.click("I take it on")
    return action


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_two_people_save_the_same_plan(windows: Callable[..., Window], script: bool) -> None:
    story = Story(lambda walk: walk.adopted(surname=SURNAME, born="1990-05-03").planned())
    age.two_save_the_same_plan(story.plays(windows, script=script), story.case)
