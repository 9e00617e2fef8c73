"""No reference breaks over two lines, wherever it stands in a page."""

from __future__ import annotations

import pytest
from lxml import html

from waymark.foundation.interface.references_drawn import unbroken
from waymark.foundation.kernel.references import Letter, new_reference

MADE = [new_reference(letter) for letter in Letter]


@pytest.mark.parametrize("made", MADE, ids=lambda made: made.partition("-")[0])
def test_a_reference_in_the_text_is_held_together(made):
    drawn = html.fromstring(unbroken(f"<h1>Issue {made}, and ({made}).</h1>"))
    assert drawn.xpath("//span[@class='waymark-reference']/text()") == [made, made]
    assert drawn.text_content() == f"Issue {made}, and ({made})."


@pytest.mark.parametrize(
    "said",
    [
        "<a href='/issues/{}/'>It</a>",
        "<input value='{}'>",
        "<textarea>\n{}</textarea>",
        "<select><option>{}</option></select>",
        "<svg><text>{}</text></svg>",
        "<a class='govuk-link waymark-reference' href='/{0}/'>{0}</a>",
        "<p>XX{}</p>",
        "<p>{}X</p>",
        "<p>nothing</p>",
    ],
)
def test_what_is_no_text_or_is_held_together_already_stays_as_it_was(said):
    page = said.format(MADE[0])
    assert unbroken(page) == page
