"""Scenes from consent to the end of support: the lead professional, the mentor, the chair."""

from __future__ import annotations

from typing import Any

from .stage import Stage, in_days

ASKED: dict[str, Any] = {
    "method": "meeting", "place": "At home", "asked_by": "The Prevent officer of the council",
}  # fmt: skip
PLAN = {
    "nature": "Mentoring, and football on Saturdays.",
    "responsible": "The mentor of the youth service.",
    "delivery": "Six meetings at the youth centre, one a week.",
}
ARRANGED = "The lead professional asks at home, on Tuesday."
TASK = "Meet each week and talk about what is read."
BRIEF = "Proud of drawing, wary of officials. Call the lead professional if anything worries you."
RISK = "An older boy waits after school and asks for things to be carried."
DONE_ABOUT = "The school lets the person leave by the other gate."
REPORT = "Five of six meetings were held; there is trust now."


def agrees(stage: Stage, **said: Any) -> None:
    """Consent is given: everything was explained, mentoring is covered."""
    stage.click("Record that consent was given")
    stage.tick_all("told")
    stage.fill(
        **ASKED, asked_on=in_days(0), explained_as="In plain words, and with time for questions.",
        notice_version="Privacy notice 4", text_version="2026-11", scope=["mentoring"], manner="verbal",
        expires_on=in_days(200), **said,
    )  # fmt: skip
    stage.send()
    stage.refused("Enter who was the witness", explained_as="In plain words, and with time for questions.")
    stage.fill(witness="A youth worker")
    stage.send()


def adult_consents(stage: Stage, case: str) -> None:
    """Capacity first: where it was assessed, it is said when, by whom, and where that is kept."""
    stage.enter("officer", "Channel cases", case)
    stage.holds("Not asked yet. Nothing starts before consent is given.")
    agrees(
        stage, giver="person", capacity="assessed", capacity_on=in_days(0), capacity_by="A social worker",
        capacity_reference="MCA 12",
    )  # fmt: skip
    stage.holds("Given. It ends on")


def one_parent_refuses(stage: Stage, case: str) -> None:
    stage.enter("officer", "Channel cases", case)
    stage.click("Record that consent was refused or not obtained")
    stage.fill(
        **ASKED, asked_on=in_days(0), giver="parent", giver_name="The mother", answer="refused",
        because="She wants no more people in the house.", reassess_on=in_days(60),
    )  # fmt: skip
    stage.send()
    stage.refused("Choose what the child’s own view is", because="She wants no more people in the house.")
    stage.fill(child_view="agrees", child_words="I would like somebody to talk to.")
    stage.send()
    stage.holds("There is no consent, and so no support.", "The child agrees")


def other_parent_agrees(stage: Stage) -> None:
    """The mother does not: nothing is covered until that is resolved."""
    agrees(
        stage, giver="parent", giver_name="The father", responsibility="Birth certificate seen.",
        child_view="agrees", child_words="I would like somebody to talk to.", against="other_parent",
        against_by="The mother", against_words="She wants no more people in the house.",
    )  # fmt: skip
    stage.holds("Given, and disputed: nothing is covered until the objection is resolved.")
    stage.click("Resolve the objection")
    stage.fill(
        stands="yes", asked=["children", "legal"], asked_words="Both, this week.", reason="Agreed.",
        decided_on=in_days(0),
    )  # fmt: skip
    stage.send()
    stage.refused("Give the reason in at least one whole sentence.", asked_words="Both, this week.")
    stage.fill(reason="The mother has heard what it is, and does not stand in the way.")
    stage.send()
    stage.holds("Given. It ends on")


def plan_is_written(stage: Stage, case: str, lead: str = "officer") -> None:
    """By the lead professional: a draft, somebody asked, every need answered, then signed."""
    stage.enter(lead, "Channel cases", case, "The support plan")
    stage.click("Begin the plan")
    stage.fill(**PLAN)
    stage.send()
    stage.holds("What the plan does not say yet")
    stage.click("Ask somebody for support")
    stage.fill(kind="Other mentoring", task=TASK, due_on=in_days(90))
    stage.send()
    stage.refused("Choose who does it", task=TASK)
    stage.fill(who="mentor of")
    stage.send()
    stage.enter(lead, "Channel cases", case, "The support plan")
    stage.begins_with("Say why nothing is done")
    stage.fill(why_none="The mentor sees to it from the first meeting on.")
    stage.send()
    _signed(stage)


def _signed(stage: Stage) -> None:
    stage.click("Approve the plan")
    stage.fill(panel_on=in_days(0))
    stage.send()
    stage.holds("How, when and by whom consent is asked")
    stage.back()
    stage.click("Write in the draft")
    stage.fill(consent_arrangements=ARRANGED)
    stage.send()
    stage.click("Approve the plan")
    stage.fill(panel_on=in_days(0))
    stage.send()
    stage.holds("agreed by the panel on")


def risk_is_answered_for(stage: Stage, case: str, surname: str, lead: str = "officer") -> None:
    """Put down in words; somebody on the panel answers for it, and sees it alone; then it is closed, with a reason."""
    stage.enter(lead, "Channel cases", case, "Put down a risk")
    stage.fill(whom="from_others", words=RISK, done_about=DONE_ABOUT, review_on=in_days(30))
    stage.send()
    stage.refused("Choose who answers for it", words=RISK, done_about=DONE_ABOUT)
    stage.fill(who="panel_health of")
    stage.send()
    risk = stage.found("RK")
    stage.enter("panel_health", "Support to give", risk)
    stage.holds(RISK)
    stage.lacks(surname, case)
    stage.click("I take it on")
    stage.click("Look at it again")
    stage.fill(words="He was not there this week.", review_on=in_days(40))
    stage.send()
    stage.holds("He was not there this week.")
    stage.enter(lead, "Channel cases", case, "All risks, and what was done about them", risk, "Close it")
    stage.fill(because="The older boy has left the town.")
    stage.send()
    stage.holds("The older boy has left the town.", "Closed")


def lead_pauses(stage: Stage, case: str, lead: str) -> None:
    """In custody support stops, and the panel keeps the case; then it goes on."""
    remanded = "Remanded for another matter."
    stage.enter(lead, "Channel cases", case, "Pause the support")
    stage.fill(kind="custody", on=in_days(2), reason=remanded)
    stage.send()
    stage.refused("The date must be today or in the past", reason=remanded, kind="custody")
    stage.fill(on=in_days(0))
    stage.send()
    stage.holds("Support paused", "The person is in custody", remanded)
    stage.click("Let support go on")
    stage.fill(reason="At home again, and wants to go on.", on=in_days(0))
    stage.send()
    stage.holds("Supported")


def consent_is_taken_back(stage: Stage, case: str, action: str) -> None:
    """All support stops as this is signed; there is always a day on which the panel looks again."""
    words = "I can do the rest alone."
    stage.enter("officer", "Channel cases", case, "Record that consent was taken back")
    stage.fill(withdrawn_on=in_days(0), withdrawn_by="person", method="meeting", words=words)
    stage.send()
    stage.refused("Say what else was considered", words=words, withdrawn_by="person")
    stage.fill(safeguarding="The clinic goes on seeing the person.", reassess_on=in_days(20))
    stage.send()
    stage.enter("officer", "Channel cases", case)
    stage.holds("Consent withdrawn", "Support has stopped.", "The panel looks again")
    stage.enter("mentor", "Support to give", action)
    stage.holds("Stopped")


def mentor_takes_on(stage: Stage, surname: str) -> str:
    """They see what they are asked, and nothing else of the case. The reference of the action."""
    stage.enter("mentor", "Support to give")
    action = stage.found("A")
    stage.click(action)
    stage.holds(TASK)
    stage.lacks(surname)
    stage.click("I take it on")
    return action


def lead_briefs(stage: Stage, case: str, action: str, lead: str = "officer") -> None:
    stage.enter(lead, "Channel cases", case, "The support plan", action, "Send a written briefing")
    stage.fill(checked_on=in_days(1), checked_by="The Prevent lead", sessions="2", words=BRIEF)
    stage.send()
    stage.refused("The date must be today or in the past", words=BRIEF, sessions="2")
    stage.fill(checked_on=in_days(0))
    stage.send()
    stage.click("Ask for a report")
    stage.fill(due_on=in_days(30))
    stage.send()


def mentor_gives(stage: Stage, action: str) -> None:
    """Reads the briefing, begins, plans two meetings, holds one, misses one, reports."""
    stage.enter("mentor", "Support to give", action)
    stage.holds(BRIEF)
    stage.click("I have read this briefing")
    stage.click("It begins today")
    stage.click("Plan sessions")
    stage.fill(planned_on=in_days(0), number="2")
    stage.send()
    stage.begins_with("Say whether it was held")
    stage.fill(was_held="yes", held_on=in_days(2), minutes="50", mode="in_person")
    stage.send()
    stage.refused("The date must be today or in the past", minutes="50", was_held="yes")
    stage.fill(held_on=in_days(0))
    stage.send()
    stage.holds("1 of 2")
    stage.begins_with("Say whether it was held")
    stage.fill(was_held="no", reason="He was ill.")
    stage.send()
    stage.begins_with("Write it")
    stage.fill(words=REPORT)
    stage.send()
    stage.holds("1 of 2", REPORT)


def lead_ends(stage: Stage, case: str, lead: str = "officer") -> None:
    """The closing report: first with nothing of what has changed."""
    stage.enter(lead, "Channel cases", case, "Write the closing report")
    stage.page.locator("main [name='assessment']").first.check()
    stage.fill(
        reason="risk_reduced", outcomes="The mentor is trusted.", outstanding="None is left.",
        destination="none",
    )  # fmt: skip
    stage.send()
    stage.refused("Say what has changed since the case was adopted.", outcomes="The mentor is trusted.")
    stage.fill(changed="Goes to school again.", conclusion="Support can end.")
    stage.send()
    stage.holds("It waits for the chair.")


def chair_signs(stage: Stage, case: str) -> None:
    """With the signature the two reviews are there."""
    stage.enter("chair", "Channel cases", case, "Sign the end of support")
    stage.fill(signs="yes", ended_on=in_days(1))
    stage.send()
    stage.refused("The date must be today or in the past", signs="yes")
    stage.fill(ended_on=in_days(0))
    stage.send()
    stage.holds("Support ended", "First review", "Second review", "The panel looks back 6 months")
