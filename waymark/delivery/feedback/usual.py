"""The questions that a new authority begins with; a new version changes them, and none is fixed in the program.

Fact sheet on delivery, section 3.5: five statements before and after, how useful it was, own words; after three months
whether it was used, told to others, and whether a concern was talked about. Both answers of a pair are given on one
form, after the session: so they belong together without anybody being known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from .models import Kind, Occasion


@dataclass(frozen=True)
class Usual:
    occasion: Occasion
    kind: Kind
    code: str
    words: Any


QUESTIONS = (
    Usual(Occasion.AFTER, Kind.PAIR, "know", _("I know what radicalisation is")),
    Usual(Occasion.AFTER, Kind.PAIR, "spot", _("I can spot a worry")),
    Usual(Occasion.AFTER, Kind.PAIR, "whom", _("I know whom to tell about a worry")),
    Usual(Occasion.AFTER, Kind.PAIR, "raise", _("I feel sure enough to raise a worry")),
    Usual(Occasion.AFTER, Kind.PAIR, "challenge", _("I feel sure enough to challenge what people say")),
    Usual(Occasion.AFTER, Kind.AGREE, "useful", _("The session was useful to me")),
    Usual(Occasion.AFTER, Kind.WORDS, "change", _("What was good, and what should change?")),
    Usual(Occasion.AFTER, Kind.WORDS, "do", _("What will you do differently?")),
    Usual(Occasion.LATER, Kind.YESNO, "used", _("Have you used what you learned?")),
    Usual(Occasion.LATER, Kind.YESNO, "told", _("Have you told others about it?")),
    Usual(Occasion.LATER, Kind.YESNO, "talked", _("Have you talked to somebody about a worry?")),
    Usual(Occasion.LATER, Kind.WORDS, "helped", _("What has helped, and what was missing?")),
)  # fmt: skip
CODES = {one.code: one.words for one in QUESTIONS if one.kind != Kind.WORDS}
SCALE = (_("Disagree a lot"), _("Disagree"), _("Not sure"), _("Agree"), _("Agree a lot"))
AGREES, YES, NO = 4, 5, 1
