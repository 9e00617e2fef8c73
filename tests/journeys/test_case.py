"""A child’s and an adult’s case, from triage to the end of support, played by everybody who has a part in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser import Window
from tests.cast import Cast
from tests.pages import Pages
from waymark.pathway.assessment import frameworks
from waymark.pathway.referrals.tests.walks import Walk

from . import after_scenes as after
from . import first_half
from . import panel_scenes as panels
from . import support_scenes as support
from .stage import Stage

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

PEOPLE = (
    "officer", "lead", "other_dsl", "police", "coordinator", "chair", "panel_police", "panel_health", "mentor",
)  # fmt: skip
SURNAME = "Ambrefeather"


class Story:
    """The authority, its people, and a referral that a school has sent. `stage` opens the window."""

    def __init__(self, windows: Callable[..., Window], born: str, *, script: bool) -> None:
        cast = Cast()
        people = {who: cast.here.user(who) for who in PEOPLE}
        frameworks.load(frameworks.EXAMPLE)
        walk = Walk(cast.here).received(surname=SURNAME, born=born)
        with walk.acting("officer"):
            self.reference = walk.referral.reference
        people["elsewhere"] = cast.there.user("coordinator")
        cast.there.user("lead")
        sessions = {who: Pages().sign_in(user).cookies["sessionid"].value for who, user in people.items()}
        self.stage = Stage(lambda: windows(1280 if script else 375, script=script), sessions)


def begin(story: Story, *, child: bool) -> str:
    """From triage to the case that the referral under section 36 opens."""
    stage = story.stage
    first_half.officer_takes(stage, story.reference, SURNAME)
    first_half.officer_finds_out(stage, child=child)
    first_half.officer_asks(stage, story.reference, "clinic")
    first_half.officer_sends_to_police(stage, story.reference)
    first_half.police_assess(stage, story.reference)
    first_half.police_refer(stage, SURNAME)
    return first_half.case_of(stage)


def panel_adopts(stage: Stage, case: str, dissent: str) -> str:
    """From the panel’s first day to the signed minutes; the reference of the panel."""
    panel = panels.coordinator_sets_up(stage)
    meeting = panels.coordinator_calls(stage, panel, case, "first")
    panels.coordinator_adds_a_paper(stage, case)
    panels.member_accepts(stage, "panel_health", panel, meeting, case, SURNAME, panels.PAPER)
    panels.member_takes_the_pack(stage, "panel_health", case, SURNAME, panels.PAPER)
    for who in ("panel_police", "chair"):
        panels.member_accepts(stage, who, panel, meeting, case, SURNAME)
    panels.no_decision_without_police(stage, panel, case, meeting)
    panels.coordinator_marks_who_came(stage, panel, meeting, "panel_police")
    panels.panel_decides(stage, case, meeting, "Adopted", dissent)
    stage.holds("Adopted")
    panels.minutes(stage, panel, meeting, case)
    return panel


def support_is_given(stage: Stage, case: str, lead: str) -> str:
    """The reference of the action."""
    action = support.mentor_takes_on(stage, SURNAME)
    support.lead_briefs(stage, case, action, lead)
    support.mentor_gives(stage, action)
    stage.enter(lead, "Channel cases", case)
    stage.holds("1 of 2")
    return action


def ends(stage: Stage, panel: str, case: str, lead: str, purpose: str) -> None:
    """The panel proposes it, and the chair signs; it stands in the story of the case."""
    panels.meets_again(stage, panel, case, purpose, "The end of support proposed")
    support.lead_ends(stage, case, lead)
    support.chair_signs(stage, case)
    stage.enter("lead", "Channel cases", case)
    stage.holds("What has happened", "Support ended")
    assert len(stage.played) > 8, stage.played


@pytest.mark.parametrize(
    "script",
    [pytest.param(True, id="with script"), pytest.param(False, id="without", marks=pytest.mark.long)],
)
def test_an_adults_case(windows: Callable[..., Window], script: bool) -> None:
    """The Prevent lead becomes the lead professional halfway; health does not agree that the case is adopted. Consent
    is taken back. The first review is late, the second looks for longer, and after the last one the case closes."""
    story = Story(windows, "1990-05-03", script=script)
    stage = story.stage
    case = begin(story, child=False)
    panel = panel_adopts(stage, case, dissent="He should be seen by the clinic before anything else.")
    support.adult_consents(stage, case)
    stage.enter("lead", "Channel cases", case)
    stage.click("Become the lead professional")
    support.plan_is_written(stage, case, "lead")
    action = support_is_given(stage, case, "lead")
    support.lead_pauses(stage, case, "lead")
    panels.meets_again(stage, panel, case, "review", "Goes on as it is")
    support.consent_is_taken_back(stage, case, action)
    ends(stage, panel, case, "lead", "reassess")
    after.first_review_is_late(stage, case, "lead", SURNAME)
    panels.meets(stage, panel, case, "after_exit")
    after.first_review_is_held(stage, case)
    after.looked_at_for_longer(stage, case)
    after.closes(stage, case)


@pytest.mark.parametrize(
    "script",
    [pytest.param(False, id="without script"), pytest.param(True, id="with", marks=pytest.mark.long)],
)
def test_a_childs_case(windows: Callable[..., Window], script: bool) -> None:
    """One parent refuses, the other agrees; the child is asked too. After its end the case opens again, the police keep
    it for a time, and it goes to another authority."""
    story = Story(windows, "2012-03-04", script=script)
    stage = story.stage
    case = begin(story, child=True)
    panel = panel_adopts(stage, case, dissent="")
    support.one_parent_refuses(stage, case)
    support.other_parent_agrees(stage)
    support.plan_is_written(stage, case)
    support_is_given(stage, case, "officer")
    support.risk_is_answered_for(stage, case, SURNAME)
    panels.meets_again(stage, panel, case, "review", "Goes on as it is")
    ends(stage, panel, case, "officer", "exit")
    after.opens_again(stage, case)
    after.police_keep_it(stage, case, story.reference)
    after.goes_to_another_authority(stage, case, SURNAME)
