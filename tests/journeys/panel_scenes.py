"""Scenes of the panel: it is set up, meets, decides, and writes its minutes."""

from __future__ import annotations

import io
import re
from uuid import UUID

from pypdf import PdfReader

from waymark.pathway.panel.actions import packs

from .conftest import elsewhere
from .stage import Stage, as_the_worker, in_days, the_day_comes

PAPER = "He speaks openly to one teacher, who would go on seeing him."
WHY = "The person is drawn to those who praise violence, and would accept help."
RELIED_ON = "The assessment of the police, and what the school told the panel."
MEETING = re.compile(r"M-[0-9A-Z]{5}-[0-9A-Z]{5}")


def coordinator_sets_up(stage: Stage) -> str:
    """A panel with its terms and three seats; its reference."""
    stage.enter("coordinator", "Panels")
    stage.click("Set up a panel")
    stage.fill(name="Channel panel")
    stage.send()
    stage.refused("Choose what kind of panel it is", name="Channel panel")
    stage.fill(kind="standing", begins_on=in_days(0))
    stage.send()
    stage.holds("Nobody chairs this panel today", "No terms of reference hold today")
    stage.click("Enter terms of reference")
    stage.fill(
        words="The panel weighs how to help one person at a time.", meets="On the first Tuesday of each month",
        quorum=["health"], quorum_number="3", agreed_on=in_days(0), in_force_from=in_days(0), review_on=in_days(300),
    )  # fmt: skip
    stage.send()
    for sector, who, chairs in (
        ("Local authority", "chair of", "chair"), ("Police", "panel_police of", "no"), ("Health", "panel_health of", "no"),
    ):  # fmt: skip
        stage.click("Add a seat")
        stage.fill(sector=sector, who=who, chairs=chairs)
        stage.send()
    stage.lacks("What is missing")
    return stage.page.url.rstrip("/").rsplit("/", 1)[-1]


def coordinator_calls(stage: Stage, panel: str, case: str, purpose: str) -> str:
    """A meeting tomorrow, with the case on its agenda; its reference."""
    stage.enter("coordinator", "Panels", panel, "Call a meeting")
    stage.fill(day=in_days(1), starts="14:00", ends="13:00", place="Town hall, room 4")
    stage.send()
    stage.refused("The end must be after the beginning.", place="Town hall, room 4", starts="14:00")
    stage.fill(ends="16:00")
    stage.send()
    found = MEETING.search(stage.page.url)
    assert found, stage.page.url
    stage.click("Put on the agenda")
    if purpose == "first":
        stage.click(case)
        stage.send()
        stage.refused("Choose why it is on the agenda", reference=case)
    stage.fill(purpose=purpose, reference="C-00000-00000")
    stage.send()
    stage.refused("There is no", reference="C-00000-00000", purpose=purpose)
    stage.fill(reference=case)
    stage.send()
    stage.holds(case)
    return found.group()


def coordinator_adds_a_paper(stage: Stage, case: str) -> None:
    """To the item of the meeting whose page is open."""
    stage.begins_with(case)
    stage.click("Add a paper")
    stage.fill(title="From the school", words=PAPER)
    stage.send()
    stage.holds(PAPER)


def member_accepts(stage: Stage, who: str, panel: str, meeting: str, case: str, *reads: str) -> None:
    """Nothing of the agenda is seen before the statement is accepted."""
    stage.enter(who, "Panels", panel, meeting)
    stage.lacks(case)
    stage.click("Read the statement")
    stage.click("I accept this")
    stage.begins_with(case)
    stage.holds(*reads)


def member_takes_the_pack(stage: Stage, who: str, *reads: str) -> None:
    """From an item back to its meeting: asked for, waited for, read. Whose copy it is stands on every page of it."""
    stage.back()
    stage.click("Make my papers (PDF)")
    stage.holds("Your papers are being made.")
    elsewhere(_packs_are_made)
    stage.click("Look again")
    stage.window.look()
    pages = PdfReader(io.BytesIO(stage.download("Download the papers"))).pages
    said = ["".join(page.extract_text().split()) for page in pages]
    assert all(f"{who}ofHereshire,Hereshireclinic" in page for page in said), said
    for words in reads:
        assert "".join(words.split()) in "".join(said), said


def _packs_are_made() -> None:
    """Those that stand in the queue, as the worker makes them."""
    kept = ("pack_id", "user_id", "organisation_id")
    asked = ", ".join(f"args ->> '{name}'" for name in kept)
    for pack, user, organisation in as_the_worker(
        f"SELECT {asked} FROM procrastinate_jobs WHERE task_name = '{packs.MAKE}'"
    ):
        packs.make_as_reader(UUID(pack), UUID(user), int(organisation))


def coordinator_marks_who_came(stage: Stage, panel: str, meeting: str, *names: str) -> None:
    stage.enter("coordinator", "Panels", panel, meeting, "Mark who came")
    for name in names:
        stage.tick(f"{name} of Hereshire came")
    stage.send()


def panel_decides(stage: Stage, case: str, meeting: str, outcome: str, dissent: str = "") -> None:
    """Written down by the coordinator; with a dissent by majority, and health is who did not agree."""
    stage.enter("coordinator", "Channel cases", case)
    stage.click(f"Write down: {outcome} ({meeting})")
    _says(stage, dissent)
    stage.send()


def _says(stage: Stage, dissent: str) -> None:
    stage.fill(method="majority" if dissent else "unanimous", reason=WHY, relied_on=RELIED_ON)
    against = stage.page.locator("main").get_by_label(
        "Why Health, Hereshire clinic, did not agree", exact=True
    )
    if dissent:
        against.fill(dissent)


def no_decision_without_police(stage: Stage, panel: str, case: str, meeting: str) -> None:
    """The day has come, and the police are not marked present: the law says no, and what was typed stays."""
    the_day_comes(meeting)
    coordinator_marks_who_came(stage, panel, meeting, "chair", "panel_health")
    stage.holds("in the seat “Police”")
    panel_decides(stage, case, meeting, "Adopted")
    stage.refused(
        "not marked present for Hereshire: Police", reason=WHY, relied_on=RELIED_ON, method="unanimous"
    )


def minutes(stage: Stage, panel: str, meeting: str, case: str) -> None:
    """The coordinator writes them; the chair signs."""
    stage.enter("coordinator", "Panels", panel, meeting)
    stage.begins_with(case)
    stage.click("Write the minutes of this item")
    stage.fill(actions="The coordinator asks for consent this week.")
    stage.send()
    stage.refused("Write what was weighed", actions="The coordinator asks for consent this week.")
    stage.fill(risk="A wish to hurt others, and a teacher who is trusted.")
    stage.send()
    stage.enter("chair", "Panels", panel, meeting)
    stage.begins_with(case)
    stage.click("Sign the minutes")
    stage.lacks("Sign the minutes")


def meets(stage: Stage, panel: str, case: str, purpose: str) -> str:
    """A later meeting of the same people about the same case; its reference."""
    meeting = coordinator_calls(stage, panel, case, purpose)
    the_day_comes(meeting)
    coordinator_marks_who_came(stage, panel, meeting, "chair", "panel_police", "panel_health")
    return meeting


def meets_again(stage: Stage, panel: str, case: str, purpose: str, outcome: str) -> None:
    """And what it decides."""
    panel_decides(stage, case, meets(stage, panel, case, purpose), outcome)
    stage.holds(outcome)
