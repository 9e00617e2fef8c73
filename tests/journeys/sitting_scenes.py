"""Scenes at the panel’s table: a deputy with days, an interest, who has to be there, a decision and its correction."""

from __future__ import annotations

from typing import Any

from waymark.foundation.interface.moments import day

from . import panel_scenes as panels
from .stage import Stage, in_days, waited

# Everything of a meeting, and of the days for which somebody stands in, becomes a day older.
MEETING_AGES = """UPDATE meetings_meeting SET starts_at = (starts_at AT TIME ZONE 'Europe/London' - interval '1 day')
AT TIME ZONE 'Europe/London', ends_at = (ends_at AT TIME ZONE 'Europe/London' - interval '1 day')
AT TIME ZONE 'Europe/London' WHERE reference = %(reference)s"""
DEPUTY_AGES = "UPDATE panel_deputy SET from_on = from_on - 1, until_on = until_on - 1"
DISSENT = "The college has seen him change within a month, and would not wait."
CARE = "The clinic was asked whether what he fears is an illness, and will see him next week."
AGAIN = "What he said was said in anger, and nobody at the table has heard it since."
SLIP = "The first entry gave the reason of another case."
WHAT: dict[str, Any] = {"reason": panels.WHY, "relied_on": panels.RELIED_ON}


def coordinator_names_a_deputy(stage: Stage, panel: str, name: str) -> None:
    """For the police, on the day of the meeting alone, which is tomorrow."""
    stage.enter("coordinator", "Panels", panel)
    stage.begins_with("Name a deputy: Police")
    stage.fill(person=name, from_on=in_days(2), until_on=in_days(1))
    stage.send()
    stage.refused("The last day must not be before the first day.", **{"until_on-day": f"{in_days(1).day}"})
    stage.fill(from_on=in_days(1))
    stage.send()
    stage.holds(f"{name} of Hereshire stands in", day(in_days(1)))


def sees_no_panel(stage: Stage, who: str, *addresses: str) -> None:
    """Neither in the list nor by address: not before somebody is named, and not after their last day."""
    stage.enter(who, "Panels")
    assert not stage.page.locator("main a[href*='/N-']").count()
    for address in addresses:
        stage.go(address, status=404)
    stage.go("/my-day/")


def deputys_day_comes(stage: Stage, panel: str, meeting: str, case: str) -> None:
    waited(DEPUTY_AGES)
    stage.enter("deputy", "Panels", panel, meeting)
    stage.holds(case)


def a_day_passes(meeting: str) -> None:
    """The meeting was yesterday, and so was the day of the deputy."""
    waited(MEETING_AGES, reference=meeting)
    waited(DEPUTY_AGES)


def member_declares_an_interest(stage: Stage, who: str, panel: str, meeting: str, case: str) -> None:
    """After the item was read: from then on there is nothing of it, not even by its address."""
    panels.member_accepts(stage, who, panel, meeting, case)
    item = stage.page.url
    stage.click("I have an interest in this item")
    stage.send()
    stage.refused("Choose what your interest is")
    stage.fill(nature="knows")
    stage.send()
    stage.lacks(case)
    stage.holds("Nothing that you may read is on the agenda.")
    for address in (item, f"{item}interest/", f"{item}minutes/", f"/channel/{case}/"):
        stage.go(address, status=404)


def no_decision_without(stage: Stage, panel: str, case: str, meeting: str, missing: str, *came: str) -> None:
    """Only these are marked present: the law says no, names who is missing, and what was typed stays."""
    panels.coordinator_marks_who_came(stage, panel, meeting, *came)
    _begins_to_decide(stage, case, meeting)
    stage.fill(method="unanimous", care_considered=CARE, care_result="accepted", care_with="health", **WHAT)
    stage.send()
    stage.refused(f"not marked present for Hereshire: {missing} (", care_considered=CARE, **WHAT)


def _begins_to_decide(stage: Stage, case: str, meeting: str) -> None:
    stage.enter("coordinator", "Channel cases", case)
    stage.click(f"Write down: Not adopted ({meeting})")


def not_adopted(stage: Stage, case: str, meeting: str) -> None:
    """Health and social care is considered, with a result; whoever did not agree says why; the days stand there both."""
    _begins_to_decide(stage, case, meeting)
    assert not stage.page.locator("main").get_by_label("Why Health, Hereshire clinic, did not agree").count()
    against = "Why Education, Hereshire school, did not agree"
    stage.fill(method="unanimous", **WHAT)
    stage.page.locator("main").get_by_label(against, exact=True).fill(DISSENT)
    stage.send()
    stage.refused("Write what was considered of health and social care", **WHAT)
    stage.holds("Choose what came of it")
    stage.fill(care_considered=CARE, care_result="accepted", care_with="health")
    stage.send()
    stage.refused("All agreed: then nobody has a reason against it.", care_considered=CARE)
    stage.fill(method="majority")
    stage.send()
    stage.holds("Not adopted", "There is no support through Channel.")
    stage.click("Not adopted")
    stage.holds("Did not agree: Education, Hereshire school", DISSENT, CARE)
    stage.holds("Referred, and accepted", "Another health service")
    _both_days(stage, meeting)


def _both_days(stage: Stage, meeting: str) -> None:
    """The decision was made yesterday, and is written down today."""
    stage.holds(f"{day(in_days(-1))} ({meeting})", f"{day(in_days(0))}, coordinator of Hereshire")


def other_was_quicker(stage: Stage) -> None:
    """The chair had the same page open: what they wrote stands there, and nothing is signed a second time."""
    stage.comes_back("chair")
    stage.fill(care_considered=CARE, care_result="refused", care_with="health", method="unanimous", **WHAT)
    stage.send()
    stage.refused(
        "What was decided at this item is written down. It can be corrected.", care_considered=CARE, **WHAT
    )


def chair_opens_the_decision(stage: Stage, case: str, meeting: str) -> None:
    stage.enter("chair", "Channel cases", case, f"Write down: Not adopted ({meeting})")


def ended_case(stage: Stage, who: str, case: str) -> None:
    """It does not stand among the open ones: by its state it is found."""
    stage.enter(who, "Channel cases")
    stage.lacks(case)
    stage.holds("choose a state to see those that have ended")
    stage.page.locator("main summary").first.click()
    stage.fill(state="Not adopted")
    stage.click("Apply filters")
    stage.click(case)


def corrected(stage: Stage, case: str, meeting: str) -> None:
    """By a new entry that says why; each points at the other, and the old one reads as it did."""
    ended_case(stage, "coordinator", case)
    stage.click("Not adopted")
    stage.click("Not adopted (the same; only the words change)")
    stage.fill(reason=AGAIN)
    stage.send()
    stage.refused("Write why the entry is corrected", reason=AGAIN, care_considered=CARE)
    stage.fill(because=SLIP)
    stage.send()
    stage.holds("(corrected since)", "A decision of the panel was corrected")
    stage.follow(stage.page.locator("main").get_by_role("link", name="Not adopted", exact=True).nth(1))
    stage.holds(panels.WHY, "This entry was corrected.")
    stage.lacks(AGAIN, "Correct it by a new entry")
    _both_days(stage, meeting)
    stage.click("Read the newer entry")
    stage.holds(AGAIN, SLIP, DISSENT, CARE)
    stage.lacks(panels.WHY)
    _both_days(stage, meeting)
    stage.click("Read the entry that this one corrects")
    stage.holds(panels.WHY)
