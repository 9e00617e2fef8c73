"""What is drawn once and kept, and rows of tables that no template draws: the same as drawn anew, and escaped."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy, override

from waymark.foundation.interface import components
from waymark.foundation.interface.tables import Column, Table, link


@pytest.fixture(autouse=True)
def _nothing_kept():
    components._kept.cache_clear()


def select(text):
    return {"id": "a", "name": "a", "label": {"text": "A"}, "items": [{"value": "1", "text": text}]}


def test_what_is_kept_is_what_is_drawn():
    once, again = (components.draw_kept("select", select("Leeds & York")) for _each in range(2))
    assert once == again == components.draw("select", select("Leeds & York"))
    assert components._kept.cache_info().hits == 1


def test_equal_words_that_are_html_and_that_are_not_are_kept_apart():
    marked = components.draw_kept("select", select(mark_safe("<b>")))
    typed = components.draw_kept("select", select("<b>"))
    assert "<b>" in marked and "<b>" not in typed and "&lt;b&gt;" in typed


def test_each_language_has_its_own():
    skip = gettext_lazy("Yes")
    drawn = set()
    for language in ("en", "cy"):
        with override(language):
            drawn.add(components.draw_kept("select", select(skip)))
    assert len(drawn) == 2


def test_cells_are_escaped_once():
    columns = [
        Column("Who & where", lambda row: link("/a?b=1&c", row)),
        Column("On", lambda row: date(2026, 6, 14), number=True),
    ]
    body = Table("A", columns, ["<script>"]).body
    assert format_html('href="{}">{}</a>', "/a?b=1&c", "<script>") in body
    assert "Who &amp; where" in body and "<script>" not in body and "&amp;amp;" not in body
    assert body.count("<th ") == 1 and "govuk-table__cell--numeric" in body
