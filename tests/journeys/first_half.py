"""Scenes of a case up to the referral under section 36: triage, a partner who is asked, the police."""

from __future__ import annotations

from .stage import Stage, in_days

BASIS = "Counter-Terrorism and Security Act 2015, section 38"
ANSWER = "She comes to her appointments, and has spoken of feeling alone."
OPTIONS = "Advice to the school, no further action, or police assessment."
REASON = "What was said names a wish to hurt others, and the school cannot explain it."


def officer_takes(stage: Stage, reference: str, surname: str) -> None:
    """Nobody is named before somebody has taken it."""
    stage.enter("officer", "Referrals in triage")
    stage.lacks(surname)
    stage.click(reference)
    stage.click("Take this referral")
    stage.holds(surname)


def officer_finds_out(stage: Stage, *, child: bool) -> None:
    """Who was told, and social care. Told in the future is not told."""
    for hearer in ("person", "parent") if child else ("person",):
        stage.click("Say whether the person was told")
        stage.fill(hearer=hearer, told="yes", told_on=in_days(3), told_by="The head of year")
        stage.send()
        stage.refused("The date must be today or in the past", told_by="The head of year", hearer=hearer)
        stage.fill(told_on=in_days(0))
        stage.send()
    stage.click("Say whether social care was told")
    stage.fill(service="children" if child else "adults", told="no", why_not="They know the family.")
    stage.send()


def officer_asks(stage: Stage, reference: str, organisation: str) -> None:
    stage.click("Ask for information")
    stage.fill(question="Does the person come to appointments?", basis=BASIS)
    stage.send()
    stage.refused("Choose whom you ask", question="Does the person come to appointments?", basis=BASIS)
    stage.fill(asked=organisation)
    stage.send()
    stage.enter("other_dsl", "Asked of us")
    stage.lacks(reference)
    stage.click(stage.found("Q"))
    stage.fill(can_answer="yes")
    stage.send()
    stage.refused("Write your answer.", can_answer="yes")
    stage.fill(reply=ANSWER, handling="Not for onward disclosure")
    stage.send()


def officer_sends_to_police(stage: Stage, reference: str) -> None:
    stage.enter("officer", "Referrals in triage", reference)
    stage.holds(ANSWER)
    stage.click("Sign a decision")
    stage.fill(outcome="to-police", options=OPTIONS)
    stage.send()
    stage.refused("Give your reason", options=OPTIONS, outcome="to-police")
    stage.fill(
        reason=REASON, relied_on="The referral, and the clinic’s answer.", note="Thank you. Keep in touch."
    )
    stage.send()
    stage.holds("With police assessment")


def police_assess(stage: Stage, reference: str) -> None:
    stage.enter("police", "Police assessment", reference)
    stage.click("Take this assessment")
    stage.click("Record a result of de-confliction")
    stage.fill(result="clear", result_on=in_days(2), result_reference="DC/2041-7")
    stage.send()
    stage.refused("The date must be today or in the past", result_reference="DC/2041-7", result="clear")
    stage.fill(result_on=in_days(0))
    stage.send()
    stage.click("Write an assessment")
    stage.send()
    stage.fill(answer_0_0="Feels that nobody listens.", protective="An aunt who comes each Sunday.")
    stage.send()
    stage.refused("Write what you conclude", protective="An aunt who comes each Sunday.")
    stage.fill(conclusion="Support would help.")
    stage.send()


def police_refer(stage: Stage, surname: str) -> None:
    """Under section 36; the case that opens."""
    grounds = "The person named whom they want to hurt, and has begun to find out how."
    stage.click("Refer to the panel under section 36")
    stage.fill(grounds=grounds, relied_on="The referral, and the assessment.")
    stage.send()
    stage.refused("Choose who refers the person to the panel", grounds=grounds)
    stage.fill(referred_by="police", decided_on=in_days(0))
    stage.send()
    stage.holds("Referred under section 36")


def case_of(stage: Stage, who: str = "coordinator") -> str:
    """The reference of the one case that is open."""
    stage.enter(who, "Channel cases")
    case = stage.found("C")
    stage.click(case)
    stage.holds("Lead professional", "The referral under section 36")
    return case
