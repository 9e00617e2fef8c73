"""What people call a field that may be taken out: whoever chooses what goes for ever reads no names of columns."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

WHY = _("the reason")
WORDS: dict[str, Any] = {
    "actions": _("the actions"),
    "age_basis": _("how the age is known"),
    "answer": _("the answer"),
    "answers": _("the answers"),
    "asked_words": _("who was asked before"),
    "assessment": _("the assessment"),
    "attendees": _("who took part"),
    "basis": _("the lawful basis"),
    "because": WHY,
    "capacity_by": _("who looked at whether they can decide"),
    "care_considered": _("what was thought about care"),
    "changed": _("what changed"),
    "child_words": _("what the child says"),
    "conclusion": _("the conclusion"),
    "consent_arrangements": _("how consent is kept in view"),
    "corrected_because": _("why it was corrected"),
    "correction_because": _("why it was corrected"),
    "council_view": _("what the council thinks"),
    "delivery": _("how it is given"),
    "destination_words": _("where it goes, in words"),
    "dissent": _("who did not agree, and why"),
    "done_about": _("what is done about it"),
    "dsl_note": _("the note of the safeguarding lead"),
    "ended_because": _("why it ended"),
    "explained_as": _("how it was explained"),
    "findings": _("what was found"),
    "grounds": _("the grounds"),
    "handed": _("what was handed over"),
    "interpreter": _("who interpreted"),
    "mark_note": _("the note on how it was marked"),
    "marked": _("which words were taken out"),
    "message": _("the message"),
    "missing": _("what the panel still needs"),
    "name": _("the file and its name"),
    "named_because": _("why somebody was named"),
    "nature": _("what kind of support"),
    "not_yet_because": _("why not yet"),
    "note": _("the note"),
    "options": _("the options"),
    "outcomes": _("what came of it"),
    "outstanding": _("what is still open"),
    "place": _("where it was"),
    "plan": _("the plan"),
    "protective": _("what protects the person"),
    "question": _("the question"),
    "reason": WHY,
    "relied_on": _("what it relies on"),
    "reply": _("the reply"),
    "response": _("what they said"),
    "responsibility": _("how parental responsibility is known"),
    "responsible": _("who is responsible"),
    "risk": _("the risk"),
    "safeguarding": _("what else keeps the person safe"),
    "shared": _("what was shared"),
    "source": _("where it comes from"),
    "task": _("the task"),
    "there": _("who was there"),
    "typed": _("what was typed"),
    "why": WHY,
    "why_none": _("why there is none"),
    "why_not": _("why not"),
    "withheld_because": _("why it was kept back"),
    "words": _("the words"),
}


def words(column: str) -> str:
    """A gate holds that each column of `purging.place` has its words. KeyError for another."""
    return str(WORDS[column])
