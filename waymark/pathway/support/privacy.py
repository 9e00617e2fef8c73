"""What each field of a support plan is: personal or not, why it is needed, how long it is kept."""

from __future__ import annotations

from waymark.foundation.kernel.privacy import FieldSays, declare_fields, personal, plain

KEEP = "referral-child"


def person(why: str) -> FieldSays:
    return personal(why=why, basis="safeguarding", stage="channel", keep=KEEP, risk="wrong-label")


def staff(why: str) -> FieldSays:
    return personal(
        why=why, basis="public-task", stage="channel", keep=KEEP, subject_access=False, risk="staff-exposed"
    )


KEY = plain("Which record it belongs to")
WHEN = plain("When it was done")

declare_fields(
    "support.Plan",
    {
        "case": KEY,
        "number": plain("Which version it is"),
        "consent_arrangements": person("How, when and by whom consent is asked: section 36(5)(a)"),
        "nature": person("What support is given: section 36(5)(b)"),
        "responsible": person("Who is responsible for giving it: section 36(5)(c)"),
        "delivery": person("How and when it is given: section 36(5)(d)"),
        "changed": person("What this version changes, so that nobody has to compare"),
        "why": person("Why the plan was changed"),
        "begun_by": staff("Who began this version"),
        "begun_at": WHEN,
        "panel_on": plain("The day of the panel that agreed it"),
        "approved_by": staff("Who answers for the plan"),
        "approved_as": plain("In which role they signed"),
        "approved_at": WHEN,
    },
)
declare_fields(
    "support.PlanNeed",
    {
        "case": KEY,
        "came_from": plain("Where it was taken from"),
        "source_id": KEY,
        "place": plain("Which question of the assessment it answers"),
        "question": plain("The question, as the framework words it"),
        "words": person("What the person needs, so that no need is left without an answer"),
        "noted_by": staff("Who noted it"),
        "noted_at": WHEN,
        "why_none": person("Why nothing is done about it"),
        "explained_by": staff("Who answers for that reason"),
        "explained_at": WHEN,
    },
)
declare_fields(
    "support.SupportAction",
    {
        "reference": plain("What people call it; it names nobody"),
        "plan": KEY,
        "kind": plain("What kind of support it is, as consent covers kinds"),
        "task": person("What somebody is asked to do for the person, and needs to know for it"),
        "needs": KEY,
        "person": staff("So that one person answers for it"),
        "organisation": plain("For which organisation they do it"),
        "due_on": plain("By when it is done"),
        "asked_by": staff("Who asked them"),
        "asked_at": WHEN,
        "answer_due_at": plain("By when they answer"),
        "state": plain("Where it stands"),
        "answered_at": WHEN,
        "started_on": plain("The day it began, or went on: consent must cover it"),
        "stopped_by": plain("What stopped it"),
        "stopped_at": WHEN,
        "because": person("Why it is not done"),
        "ended_at": WHEN,
    },
)
declare_fields(
    "support.Update",
    {
        "action": KEY,
        "words": person("How the support goes, so that the panel can review it"),
        "written_by": staff("Who said so"),
        "written_at": WHEN,
    },
)
declare_fields(
    "support.Briefing",
    {
        "action": KEY,
        "checked_on": plain("When it was checked that the provider is approved"),
        "checked_by": staff("Who checked that the provider is approved"),
        "words": person("What the provider needs to know before they meet the person"),
        "sessions": plain("How many sessions are authorised"),
        "sent_by": staff("Who sent it"),
        "sent_at": WHEN,
        "read_by": staff("Who says that they read it"),
        "read_at": WHEN,
    },
)
declare_fields(
    "support.Session",
    {
        "action": KEY,
        "planned_on": plain("For which day it was planned"),
        "planned_by": staff("Who planned it"),
        "state": plain("Whether it was held"),
        "held_on": plain("When it was held"),
        "minutes": plain("How long it took"),
        "mode": plain("How it was held"),
        "reason": person("Why it was not held"),
        "reported_by": staff("Who says so"),
        "reported_at": WHEN,
        "covered": plain("Whether consent covered that day"),
    },
)
declare_fields(
    "support.Report",
    {
        "action": KEY,
        "due_on": plain("By when it is due"),
        "asked_by": staff("Who asked for it"),
        "words": person("What the provider reports to the panel"),
        "written_by": staff("Who wrote it"),
        "received_at": WHEN,
        "seen_on": plain("When the panel saw it"),
        "seen_said_by": staff("Who says that the panel saw it"),
    },
)
declare_fields(
    "support.FundRequest",
    {
        "action": KEY,
        "asked_of": plain("Which fund or office was asked for money"),
        "amount": plain("How much was asked for"),
        "asked_on": plain("When it was asked for"),
        "reference": plain("What the fund calls the request"),
        "asked_by": staff("Who wrote down the request"),
        "entered_at": WHEN,
        "decision": plain("What was decided"),
        "decided_on": plain("When it was decided"),
        "decided_by": staff("Who decided about the money"),
        "granted": plain("How much was granted"),
        "decision_by": staff("Who wrote down the decision"),
        "decision_at": WHEN,
    },
)
declare_fields(
    "support.Risk",
    {
        "reference": plain("What people call it; it names nobody"),
        "case": KEY,
        "whom": person("Whom it could harm, so that nobody is forgotten; never how much"),
        "words": person("What the risk is, so that the panel can weigh it"),
        "done_about": person("What is done about it"),
        "person": staff("So that one person answers for it"),
        "organisation": plain("For which organisation they answer"),
        "review_on": plain("When it is looked at again"),
        "state": plain("Whether somebody answers for it, and whether it is closed"),
        "raised_by": staff("Who put it down"),
        "raised_at": WHEN,
    },
)
declare_fields(
    "support.RiskEntry",
    {
        "risk": KEY,
        "kind": plain("What happened to it"),
        "words": person("How it stood, or why it was closed or given to somebody else"),
        "owner": staff("Who was asked to answer for it"),
        "review_on": plain("When it is looked at again"),
        "written_by": staff("Who wrote it"),
        "written_at": WHEN,
    },
)
