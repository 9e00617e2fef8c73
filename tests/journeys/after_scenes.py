"""Scenes after the end of support: months pass, people are told, the panel looks back, and what that leads to."""

from __future__ import annotations

from typing import Any

from waymark.foundation.kernel import clock
from waymark.pathway.exits.actions import alarms

from .conftest import elsewhere
from .stage import Stage, in_days, letters, waited

# The end of support and all that hangs on its day, as many days earlier as bring this review to where it is wanted.
EARLIER = """WITH wanted AS (
    SELECT v.exit_id, v.due_on - %(due_on)s::date AS days
      FROM exits_review v JOIN exits_signoff s ON s.id = v.exit_id JOIN exits_closingreport r ON r.id = s.report_id
      JOIN channel_case c ON c.id = r.case_id WHERE c.reference = %(case)s AND v.kind = %(kind)s),
held AS (UPDATE exits_lookback b SET held_on = b.held_on - w.days FROM exits_review v JOIN wanted w USING (exit_id)
          WHERE b.review_id = v.id),
due AS (UPDATE exits_review v SET due_on = v.due_on - w.days FROM wanted w WHERE v.exit_id = w.exit_id)
UPDATE exits_signoff s SET ended_on = s.ended_on - w.days FROM wanted w WHERE s.id = w.exit_id"""
FINDINGS = "The school and the police have heard of nothing new."
FOUND: dict[str, Any] = {
    "attendees": "The chair, the police and the clinic.", "agencies": ["police", "health"], "findings": FINDINGS,
}  # fmt: skip
COUSIN = "A cousin who praises violence has come back to the town."
HANDED = {
    "reason": "The family has moved there.",
    "assessment": "Feels that nobody listens, and is drawn to those who praise violence.",
    "plan": "None since the case was opened again.",
}
ADDRESS = "{}@e06999001.example"
LATE = "A review after the end of support is more than two weeks late"


def months_pass(case: str, kind: str, late: int = 0) -> None:
    """Until this review of the case is so many days late; before it is due, the days are fewer than none."""
    waited(EARLIER, case=case, kind=kind, due_on=in_days(-late))


def looks_back(stage: Stage, case: str, who: str = "coordinator", **said: Any) -> None:
    """The review whose turn it is, up to the button."""
    stage.enter(who, "Channel cases", case, "Write down the review")
    stage.fill(**(FOUND | {"partners_checked_on": in_days(0), "police_checked_on": in_days(0)} | said))
    stage.send()


def first_review_is_late(stage: Stage, case: str, lead: str, surname: str) -> None:
    """Not before its time; then nobody holds it, and people are told: the lead professional, the Prevent lead, the chair."""
    months_pass(case, "six", -40)
    looks_back(stage, case, decision="nothing")
    stage.refused("It is too early for this review.", findings=FINDINGS, decision="nothing")
    for late, who, told in (
        (0, lead, "A review is due:"),
        (7, "lead", "A review is a week late:"),
        (14, "chair", "A review is two weeks late:"),
    ):
        months_pass(case, "six", late)
        elsewhere(alarms.give_everywhere)
        letter = letters(ADDRESS.format(who))[-1]
        assert letter.subject == f"{told} {case}", letter.subject
        assert surname not in str(letter.body)
    stage.enter("chair")
    stage.holds(LATE)


def first_review_is_held(stage: Stage, case: str) -> None:
    """Two weeks late; the chair’s task goes with it."""
    looks_back(stage, case, decision="nothing", findings="")
    stage.refused("Say what was found", attendees=FOUND["attendees"], decision="nothing")
    stage.fill(findings=FINDINGS)
    stage.send()
    stage.holds("Support ended, second review to come", "Nothing further", FINDINGS)
    stage.enter("chair")
    stage.lacks(LATE)


def looked_at_for_longer(stage: Stage, case: str) -> None:
    """At the second review, by the chair: with a reason, and for 24 months after the end of support at most."""
    months_pass(case, "twelve")
    looks_back(stage, case, "chair", decision="extend", longer_until=in_days(400))
    stage.refused("Say why.", findings=FINDINGS, decision="extend")
    stage.fill(reason=COUSIN)
    stage.send()
    stage.refused("The panel may look for 24 months after the end of support at most.", reason=COUSIN)
    stage.fill(longer_until=in_days(200))
    stage.send()
    stage.holds("Support ended, reviews extended", COUSIN, "Last review")


def closes(stage: Stage, case: str) -> None:
    """After the last review there is nothing more to do."""
    months_pass(case, "longer")
    looks_back(stage, case, decision="nothing")
    stage.holds("Closed after its reviews", "There is nothing more to do here.")
    stage.lacks("Write down the review")


def opens_again(stage: Stage, case: str) -> None:
    """A new concern does not wait for the day of the review."""
    months_pass(case, "six", -100)
    looks_back(stage, case, decision="reopen")
    stage.refused("Say why.", findings=FINDINGS, decision="reopen")
    stage.fill(reason=COUSIN)
    stage.send()
    stage.holds("Waiting for the panel", "Not held: the case has moved on.")


def police_keep_it(stage: Stage, case: str, referral: str) -> None:
    """And refer the person once more when they are done; this time the council does, which the law allows as well."""
    grounds = "The person is asked about what the cousin did, and nothing else may get in the way."
    stage.enter("police", "Keep with the police, outside Channel")
    stage.fill(relied_on="What the school told the police.", decided_on=in_days(0))
    stage.send()
    stage.refused("Give the grounds", relied_on="What the school told the police.")
    stage.fill(grounds=grounds)
    stage.send()
    stage.enter("coordinator", "Channel cases", case)
    stage.holds("Kept with the police", "The council keeps its safeguarding duties.")
    stage.enter("police", "Police assessment")
    # What they keep stands under its state.
    stage.go("/police-assessment/?state=held")
    stage.enter("police", referral)
    stage.click("Take the assessment up again")
    stage.click("Refer to the panel under section 36")
    stage.fill(
        referred_by="authority", grounds="Nothing is left to ask, and support would help as before.",
        relied_on="The referral, and the assessment.", decided_on=in_days(0),
    )  # fmt: skip
    stage.send()
    stage.holds("Referred under section 36")


def goes_to_another_authority(stage: Stage, case: str, surname: str) -> None:
    """Whoever hands it over answers for it until the others accept."""
    stage.enter("coordinator", "Channel cases", case, "Hand over to another authority")
    stage.fill(to="Thereshire", **HANDED)
    stage.send()
    stage.refused("Say what the risk is", reason=HANDED["reason"], plan=HANDED["plan"])
    stage.fill(risk="None that cannot wait. Hereshire answers for it.")
    stage.send()
    stage.holds("It waits for their answer. You answer for it.")
    stage.enter("elsewhere", "Cases handed over to us")
    stage.lacks(surname)
    stage.click(stage.found("X"))
    stage.holds(surname, HANDED["assessment"])
    stage.fill(accepts="no")
    stage.send()
    stage.refused("Say why you return it.", accepts="no")
    stage.fill(accepts="yes")
    stage.send()
    stage.holds("Nothing waits for you.")
    stage.enter("elsewhere", "Channel cases")
    stage.click(stage.found("C"))
    stage.holds("Waiting for the panel", "Taken over from", f"Hereshire, {clock.today().day} ")
    stage.enter("coordinator")
    stage.go(f"/channel/{case}/")
    stage.holds("Transferred to another authority")
