"""Free text that looks as if it named a child is stopped; what only speaks of children and schools is not."""

from __future__ import annotations

import pytest

from waymark.foundation.interface import fields
from waymark.foundation.interface.childs_name import looks_like_one
from waymark.foundation.interface.forms import Form


class Asked(Form):
    words = fields.Words(label="What is it about?", no_child=True)


@pytest.mark.parametrize(
    "text",
    [
        "We have a pupil called Inventedly who draws flags.",
        "Student named Ada, please call.",
        "It is about the pupil Ada Inventedly.",
        "Ada Inventedly, aged 14, said it.",
        "Ada Inventedly (Year 9) said it.",
        "Ada Inventedly is 14 years old.",
        "DOB: 12/03/2012",
        "born on 3 May 2012",
        "Number A123456789012 of the register",
    ],
)
def test_what_looks_like_a_childs_name_is_stopped(text):
    form = Asked({"words": text})
    assert looks_like_one(text) in text and not form.is_valid()
    assert looks_like_one(text) in form.errors["words"][0]


@pytest.mark.parametrize(
    "text",
    [
        "A pupil in Year 9 draws flags, and our staff want to know what to do.",
        "Training for the staff of Hill Primary, Year 6 and Year 5.",
        "All Saints, Year 9 assembly. Child Protection Conference. Pupil Referral Unit.",
        "The head, Ada Inventedly, asks for a Tuesday. Children aged 11 to 16.",
        "Student Services Team and Young Person Advisers come, too.",
        "born of an idea; 12 years old is our youngest class",
        "",
    ],
)
def test_what_only_speaks_of_children_and_schools_is_not(text):
    assert looks_like_one(text) == "" and Asked({"words": text or "x"}).is_valid()


def test_a_long_text_takes_no_time():
    assert looks_like_one("Aa " * 20_000 + "year") == ""
