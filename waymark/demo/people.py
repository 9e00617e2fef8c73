"""The invented people who sign in to the demonstration, with their role and where they work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

DOMAIN = "westmarch.example"


@dataclass(frozen=True)
class Player:
    """`key` is how the stories call them, `place` the key of their organisation (`places.ORGANISATIONS`)."""

    key: str
    name: str
    role: str
    place: str
    sentence: Any

    @property
    def email(self) -> str:
        return f"{self.key.replace('_', '.')}@{DOMAIN}"


PLAYERS = (
    Player("teacher", "Bryony Thackwell", "partner", "school", _("Teacher: refers a concern and follows it.")),
    Player(
        "dsl", "Odette Farrowgate", "dsl", "school",
        _("Designated safeguarding lead of the school: reads referrals before they are sent."),
    ),
    Player("nurse", "Imran Castleby", "partner", "nhs", _("Nurse: refers a patient and asks for advice.")),
    Player(
        "college_dsl", "Perpetua Vaneley", "dsl", "college",
        _("Designated safeguarding lead of the college: answers requests for information."),
    ),
    Player(
        "officer", "Nadia Wrenfield", "prevent_officer", "council",
        _("Prevent officer: works on referrals in triage."),
    ),
    Player(
        "second_officer", "Joel Hartsmere", "prevent_officer", "council",
        _("Second Prevent officer: takes over work that is offered."),
    ),
    Player(
        "lead", "Gareth Hollowpike", "prevent_lead", "council",
        _("Prevent lead: gives out work and approves closures as the second person."),
    ),
    Player(
        "police", "Sunil Marchbeck", "police_coordinator", "police",
        _("Police Channel coordinator: assesses what was sent to the police."),
    ),
    Player(
        "supervisor", "Leonie Stackwell", "police_supervisor", "police",
        _("Police Prevent supervisor: approves closures of police assessments."),
    ),
    Player(
        "front_door", "Tess Okonlow", "front_door", "children",
        _("Front door worker: answers redirects made to children’s social care."),
    ),
    Player(
        "trainer", "Merrin Oakshaw", "trainer", "council",
        _("Trainer: teaches at training sessions and takes attendance."),
    ),
    Player(
        "councillor", "Osric Penhallow", "councillor", "council",
        _("Councillor: reads signed reports, and nothing about any person."),
    ),
    Player(
        "panel_coordinator", "Hetty Quillmarsh", "panel_coordinator", "council",
        _("Panel coordinator: arranges the Channel panel, its seats and its terms."),
    ),
    Player(
        "east_coordinator", "Sorrel Underhay", "panel_coordinator", "neighbour",
        _("Panel coordinator of the next authority: takes over cases that Westmarch hands over."),
    ),
    Player(
        "panel_chair", "Aurelia Fenwright", "panel_chair", "council",
        _("Panel chair: chairs the Channel panel for the council."),
    ),
    Player(
        "panel_health", "Tobias Ellerdale", "panel_member", "nhs",
        _("Panel member: sits on the Channel panel for the health service."),
    ),
    Player(
        "panel_police", "Mina Stavelock", "panel_member", "police",
        _("Panel member: sits on the Channel panel for the police."),
    ),
    Player(
        "panel_deputy", "Alder Wickstead", "panel_member", "police",
        _("Deputy on the panel: stands in for the police where their member may not."),
    ),
    Player(
        "mentor", "Lucan Hathersby", "intervention_provider", "charity",
        _("Intervention provider: gives mentoring, and sees nothing else of the case."),
    ),
    Player(
        "tenancies", "Merit Sandacre", "support_provider", "housing",
        _("Support provider: helps with housing, and sees nothing else of the case."),
    ),
    Player(
        "ig_lead", "Ruth Amblekerr", "ig_lead", "council",
        _("Information governance lead: reads who opened records; cannot open a referral."),
    ),
    Player(
        "administrator", "Callum Stonebeck", "administrator", "council",
        _("System administrator: invites people and gives roles; cannot open a referral."),
    ),
    Player(
        "neighbour", "Dilys Orrowby", "prevent_officer", "neighbour",
        _("Prevent officer of the neighbouring authority: sees nothing of Westmarch."),
    ),
)  # fmt: skip
