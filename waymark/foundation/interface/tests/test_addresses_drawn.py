"""An email address breaks after its @ or a dot, wherever it stands in a page."""

from __future__ import annotations

import pytest
from lxml import html

from waymark.foundation.interface.addresses_drawn import breaking

ADDRESS = "front.desk@school-9.invented.example"


def test_an_address_in_the_text_may_break_after_its_at_and_its_dots():
    drawn = breaking(f"<td>Write to {ADDRESS}, or <a href='mailto:{ADDRESS}'>{ADDRESS}</a>.</td>")
    pieces = "front.<wbr>desk@<wbr>school-9.<wbr>invented.<wbr>example"
    assert drawn.count(f'<span class="waymark-address">{pieces}</span>') == 2
    assert f"href='mailto:{ADDRESS}'" in drawn
    assert html.fromstring(drawn).text_content() == f"Write to {ADDRESS}, or {ADDRESS}."


@pytest.mark.parametrize(
    "page",
    [
        f"<input value='{ADDRESS}'>",
        f"<textarea>{ADDRESS}</textarea>",
        f"<select><option>{ADDRESS}</option></select>",
        "<p>@ noon, a@b, @home.example</p>",
        "<p>nothing</p>",
    ],
)
def test_what_is_no_text_or_no_address_stays_as_it_was(page):
    assert breaking(page) == page


def test_it_ends_where_the_address_does():
    assert breaking("<p>a.b@c.example.</p>").endswith("example</span>.</p>")
    assert breaking("<p>&lt;a@c.example&gt;</p>").startswith('<p>&lt;<span class="waymark-address">a@')
