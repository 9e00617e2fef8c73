"""Drafts walked to where a test needs them, by the deeds that people do. Pages are answered in order."""

from __future__ import annotations

from typing import Any

from waymark.foundation.access.actors import Actor
from waymark.pathway.concerns.actions import approving, drafting, sending
from waymark.pathway.concerns.form import versions
from waymark.pathway.concerns.models import Draft, Submission

NAME = "Quillon Ambrefeather"
RAISER = "Tamsin Overhollow"
WORDS = "Said in class: I will find a way to join them."
DAY = {"on": "2026-03-27", "precision": "day"}
ANSWERS: dict[str, Any] = {
    "name": {"forenames": "Quillon", "surname": "Ambrefeather", "others": "Quill"},
    "born": {"born": {"on": "2012-05-01", "precision": "month"}, "age": None},
    "gender": {"gender": "male"},
    "addresses": {"rows": [{"kind": "home", "lines": "1 Invented Row", "postcode": "ZZ1 1ZZ"}], "done": True},
    "contact": {"phone": "", "email": "", "online": "quill_online"},
    "learns": {"learns": "no"},
    "work": {"work": ""},
    "language": {"language": "Welsh", "interpreter": "no"},
    "household": {"rows": [], "done": True},
    "children": {"children": "not_known"},
    "concern": {
        "rows": [{"words": WORDS, "happened_on": DAY, "standing": "reported", "source": "Class teacher"}],
        "done": True,
    },
    "arose": {"on": {"on": "2026-02-01", "precision": "month"}},
    "needs": {"rows": [], "done": True},
    "around": {"words": "", "helps": "A youth club"},
    "ideas": {"ideas": "", "words": ""},
    "lead": {"talked": "yes", "result": ""},
    "agencies": {"rows": [], "done": True},
    "action": {"action": ""},
    "person": {"told": "not_yet"},
    "person_not_yet": {"because": "The parents are asked first."},
    "parent": {"told": "told"},
    "parent_told": {"on": "2026-04-01", "by": "Head of year", "response": ""},
    "referring": {
        "name": "Rowan Tillbrook",
        "job": "Teacher",
        "organisation": "Invented School",
        "relationship": "Form tutor",
        "phone": "01632 960 001",
    },
    "raiser": {"who": "other"},
    "raiser_other": {
        "name": RAISER,
        "job": "Dinner assistant",
        "organisation": "",
        "relationship": "Sees them at lunch",
        "email": "",
        "phone": "",
    },
    "anonymity": {"wanted": True},
    "other": {"words": ""},
}


def started(by: Actor) -> Draft:
    return drafting.start_draft(by=by)


def whole(by: Actor, **changes: Any) -> Draft:
    """A draft with every page answered. Call it in the actor’s context."""
    draft = started(by)
    answers = {code: held for code, held in (ANSWERS | changes).items() if held is not None}
    asked = versions.of(draft.form_version).asked(answers)
    drafting.save_pages(by=by, draft=draft, answers={page.code: answers[page.code] for page in asked})
    return Draft.objects.get(pk=draft.pk)


def page_by_page(by: Actor) -> Draft:
    """The same as a person writes it."""
    draft = started(by)
    for page in versions.of(draft.form_version).asked(ANSWERS):
        if page.rows is not None:
            for place, row in enumerate(ANSWERS[page.code]["rows"], start=1):
                seen = drafting.stamp(drafting.part_of(Draft.objects.get(pk=draft.pk), page), page)
                drafting.save_row(by=by, draft=draft, page=page, place=place, values=row, seen=seen)
            drafting.finish_rows(by=by, draft=draft, page=page)
        else:
            seen = drafting.stamp(drafting.part_of(draft, page), page)
            drafting.save_page(by=by, draft=draft, page=page, values=ANSWERS[page.code], seen=seen)
    return Draft.objects.get(pk=draft.pk)


def waiting(by: Actor, **changes: Any) -> Draft:
    """With the safeguarding lead of the author’s organisation."""
    return approving.ask_approval(by=by, draft=whole(by, **changes))


def sent(by: Actor, **changes: Any) -> Submission:
    """Sent directly by its author."""
    return sending.send(by=by, draft=whole(by, **changes))
