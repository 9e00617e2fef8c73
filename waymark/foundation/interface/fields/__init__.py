"""Typed fields: each knows its component, its good input, and the words of its errors.

`label`, `hint`, `heading` (the label is the page’s H1), `required`: a sentence shown when the answer is missing
(`_("Enter the person’s name")`), or False when the answer may be left out: the label then says “(optional)”. `UNMARKED`
where another answer decides whether it is asked for.
"""

from .asking import UNMARKED
from .choosing import Choice, Choices, Pick, YesNo
from .dates import Day, Part
from .numbers import Pounds, Whole
from .text import Email, Hidden, Line, Telephone, Words

__all__ = [
    "UNMARKED",
    "Choice",
    "Choices",
    "Day",
    "Email",
    "Hidden",
    "Line",
    "Part",
    "Pick",
    "Pounds",
    "Telephone",
    "Whole",
    "Words",
    "YesNo",
]
