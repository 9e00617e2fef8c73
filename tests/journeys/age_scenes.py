"""Scenes of a child’s consent: one parent objects, the person turns 18 and is asked again. And a plan saved by two."""

from __future__ import annotations

from waymark.foundation.interface.moments import day
from waymark.pathway.consent.actions import watching
from waymark.pathway.support.actions import stopping

from . import support_scenes as support
from .conftest import elsewhere
from .stage import Stage, in_days, waited

TURNS_18 = "UPDATE people_person SET born_on = (%(today)s::date - interval '18 years')::date"
FATHER = "I was never asked, and do not want this."
HEARD = "The father has heard what it is, and does not stand in the way."
BEGINS, NO_CONSENT = "It begins today", "No consent covers this today"
HERS, HIS = "The aunt is asked to come along.", "On Thursday, by telephone."


def other_parent_objects(stage: Stage, case: str, action: str) -> None:
    """Nothing begins while they disagree."""
    stage.enter("officer", "Channel cases", case, "Say that somebody objects")
    stage.fill(grounds="other_parent", said_on=in_days(0), words=FATHER)
    stage.send()
    stage.refused("Enter who does not agree, and how they are related to the child", words=FATHER)
    assert stage.page.locator(".govuk-error-summary a[href='#id_said_by']").count() == 1
    stage.fill(said_by="The father")
    stage.send()
    stage.holds("Given, and disputed: nothing is covered until the objection is resolved.", FATHER)
    stage.enter("mentor", "Support to give", action)
    stage.holds(NO_CONSENT)
    stage.lacks(BEGINS, FATHER)


def lead_resolves(stage: Stage, case: str, action: str, ends: str) -> None:
    """After asking those who know the law; then support begins, until the day on which the person turns 18."""
    stage.enter("officer", "Channel cases", case, "Resolve the objection")
    stage.fill(
        stands="yes", asked=["children", "legal"], asked_words="Both, this week.", decided_on=in_days(0)
    )
    stage.send()
    stage.refused("Give the reason in at least one whole sentence.", asked_words="Both, this week.")
    stage.fill(reason=HEARD)
    stage.send()
    stage.holds(f"Given. It ends on {ends}.", HEARD)
    stage.enter("mentor", "Support to give", action)
    stage.click(BEGINS)
    stage.lacks(NO_CONSENT)


def turns_18(stage: Stage, case: str, action: str) -> None:
    """It stood on My day before; on the birthday support stops by itself."""
    elsewhere(watching.watch_everywhere)
    stage.enter("officer")
    stage.holds("Ask for consent again before it ends")
    waited(TURNS_18, today=in_days(0))
    elsewhere(watching.watch_everywhere)
    elsewhere(stopping.look_everywhere)
    stage.enter("officer", "Channel cases", case)
    stage.holds("Consent has ended, to be asked again", f"Given, and over since {day(in_days(0))}")
    stage.enter("mentor", "Support to give", action)
    stage.holds("Stopped", NO_CONSENT)
    stage.lacks("It goes on today")


def parent_is_not_enough(stage: Stage, case: str) -> None:
    """The page says from which day on who is asked, and takes no parent’s answer of that day."""
    stage.enter("officer", "Channel cases", case, "Record that consent was given")
    stage.holds(f"They turned 18 on {day(in_days(0))}")
    stage.lacks("The record does not tell for sure.")
    stage.tick_all("told")
    explained = "In plain words, and with time for questions."
    stage.fill(
        **support.ASKED, asked_on=in_days(0), giver="parent", giver_name="The mother", explained_as=explained,
        notice_version="Privacy notice 4", scope=["mentoring"], manner="signed", expires_on=in_days(200),
    )  # fmt: skip
    stage.send()
    stage.refused(
        "The person was 18 or over on that day: only they can give consent.", explained_as=explained
    )


def person_agrees(stage: Stage, case: str, action: str) -> None:
    """On the page that came back: of what it asks of a child alone nothing is kept. Then support goes on."""
    stage.fill(giver="person", giver_name="", capacity="presumed", child_view="agrees")
    stage.send()
    stage.holds("Given. It ends on", "Given: The person")
    stage.enter("officer", "Channel cases", case)
    stage.holds("Supported")
    stage.enter("mentor", "Support to give", action)
    stage.click("It goes on today")
    stage.lacks(NO_CONSENT, "Stopped")


def two_save_the_same_plan(stage: Stage, case: str) -> None:
    """The second sees what the first has saved meanwhile, and what they typed themselves; then saves both."""
    write = ("Channel cases", case, "The support plan", "Write in the draft")
    stage.enter("officer", *write)
    stage.enter("lead", *write)
    stage.fill(nature=HERS)
    stage.send()
    stage.comes_back("officer")
    stage.fill(delivery=HIS)
    stage.send()
    stage.refused("Somebody else changed this record while you had it open.", delivery=HIS)
    stage.holds("What somebody else saved meanwhile", HERS)
    stage.fill(nature=HERS)
    stage.send()
    stage.holds(HERS, HIS)
    stage.lacks("There is a problem")
