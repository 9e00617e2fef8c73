"""Charts: the table and the drawing hold the same figures, and both can be read without seeing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from waymark.foundation.interface import charts, examples
from waymark.foundation.interface.marks import WIDTH, ceiling

DRAWERS = [charts.bars, charts.stacked, charts.line, charts.dots]
FIGURE = st.one_of(
    st.none(), st.integers(0, 10**7), st.floats(0, 1000, allow_nan=False).map(lambda f: round(f, 1))
)


@st.composite
def figures(draw):
    labels = draw(
        st.lists(st.sampled_from([f"Area {n}" for n in range(12)]), min_size=1, max_size=12, unique=True)
    )
    values = st.lists(FIGURE, min_size=len(labels), max_size=len(labels))
    count = draw(st.integers(1, 6))
    return labels, [charts.Series(f"Series {n}", draw(values)) for n in range(count)]


@pytest.mark.parametrize("drawer", DRAWERS)
@given(data=figures())
def test_the_drawing_and_the_table_hold_the_same_figures(drawer, data):
    labels, series = data
    tree = html.fromstring(str(drawer("A <title>", labels, series, about="Area")))
    in_table = {
        (row.xpath(".//th")[0].text, series[at].name): cell.text
        for row in tree.xpath("//tbody/tr")
        for at, cell in enumerate(row.xpath("./td"))
    }
    tips = [tip.text for tip in tree.xpath("//svg/*/title")]
    drawn = {tuple(re.fullmatch(r"(.*), (Series \d): .*", tip).groups()): tip.split(": ")[1] for tip in tips}
    assert drawn == {k: v for k, v in in_table.items() if k in drawn}
    held_back = {k for k, v in in_table.items() if v == "[c]"}
    assert set(in_table) - set(drawn) <= held_back
    assert len(in_table) == len(labels) * len(series)


@pytest.mark.parametrize("drawer", DRAWERS)
@given(data=figures())
def test_every_mark_stands_inside_the_drawing(drawer, data):
    labels, series = data
    chart = drawer("T", labels, series, about="Area")
    for shape in chart.shapes:
        at = {name: float(value) for name, value in shape.attributes if name != "points"}
        x = at.get("x", at.get("cx", 0)) + at.get("width", 0)
        y = at.get("y", at.get("cy", 0)) + at.get("height", 0)
        assert -0.1 <= x <= WIDTH + 0.1, shape
        assert -0.1 <= y <= chart.height, shape


@given(st.lists(st.one_of(st.none(), st.floats(0, 1e9)), max_size=20))
def test_the_scale_is_never_shorter_than_a_figure(values):
    shown = [value for value in values if value is not None]
    top = ceiling(values)
    assert top >= max(shown, default=1)
    assert top <= max(max(shown, default=1) * 2.5, 1)


def test_a_chart_says_what_it_is():
    tree = html.fromstring(
        str(charts.bars("Visits", ["May"], [charts.Series("Visits", [1204])], about="Month"))
    )
    (svg,) = tree.xpath("//svg")
    assert svg.get("role") == "img"
    named = [tree.xpath("//*[@id=$id]", id=one)[0].text for one in svg.get("aria-labelledby").split()]
    assert named[0] == "Visits" and "1,204 (May)" in named[1]
    assert not tree.xpath("//*[@style]")
    assert "1,204" in [text.text for text in tree.xpath("//svg/text")]


def test_a_figure_held_back_is_said_to_be():
    page = str(charts.line("T", ["May", "June"], [charts.Series("S", [None, 3])], about="Month"))
    assert "[c]: not shown" in page and "0" not in re.findall(r"<td[^>]*>([^<]*)</td>", page)


@pytest.mark.parametrize("series", [[], [charts.Series("S", [1, 2])], [charts.Series("S", [-1])]])
def test_figures_that_cannot_be_drawn_are_refused(series):
    with pytest.raises(ValueError, match=r"series|labels|negative"):
        charts.bars("T", ["May"], series, about="Month")


def test_ids_of_the_gallery_differ():
    ids = [chart.id for chart in examples.drawn()]
    assert len(set(ids)) == len(ids)


def test_a_name_is_cut_only_where_there_is_no_room_beside_its_figures():
    long = "I feel sure enough to challenge what people say"
    series = [charts.Series("Before", [14, 14]), charts.Series("Now", [86, 86])]
    drawn = charts.dots("Agreement", [long, long * 2], series, about="Statement")
    said = [shape.text for shape in drawn.shapes]
    assert long in said and any(one.endswith("…") and len(one) < 50 for one in said)
