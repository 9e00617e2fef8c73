"""Where the marks of a chart stand: bars, dots, lines, labels, each as a shape with its attributes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

Rows = Sequence[tuple[str, list[Any]]]
Write = Callable[[Any], str]

WIDTH = 480
LINE = 22  # of text
BAR = 20
GAP = 14
LETTER = 8.5  # about as wide as a letter is
LONGEST = 34  # characters of a label; the table has it whole


@dataclass(frozen=True)
class Shape:
    """One SVG element: its name, attributes, class, text inside, and the tooltip that says its figure."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    css: str = ""
    text: str = ""
    tip: str = ""


def shape(name: str, css: str = "", text: str = "", tip: str = "", **attributes: Any) -> Shape:
    pairs = tuple((key.replace("_", "-"), _tidy(value)) for key, value in attributes.items())
    return Shape(name, pairs, css, text, tip)


def _tidy(value: Any) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)


def label(text: str, x: float, y: float, css: str = "", most: int = LONGEST) -> Shape:
    short = text if len(text) <= most else text[: most - 1].rstrip() + "…"
    return shape("text", css, short, x=x, y=y)


def _named(name: str, figures: str, y: float) -> list[Shape]:
    """A name as long as there is room for it, and its figures at the other end of the line."""
    room = int(WIDTH / LETTER) - len(figures) - 2
    return [label(name, 0, y, most=max(LONGEST, room)), label(figures, WIDTH, y, "end")]


def tip(name: str, series: str, figure: str) -> str:
    return f"{name}, {series}: {figure}"


def legend(rows: Rows, *, squares: bool = False) -> tuple[list[Shape], int]:
    """Which mark is which series, one a line; nothing for one series. Bars have squares."""
    if len(rows) < 2:
        return [], 0
    shapes: list[Shape] = []
    for place, (name, _values) in enumerate(rows):
        y = place * LINE
        box = shape("rect", f"series-{place + 1}", x=2, y=y + 4, width=14, height=14)
        shapes += [box if squares else marker(place, 9.0, y + 11.0), label(name, 26, y + 17)]
    return shapes, len(rows) * LINE + GAP


def marker(place: int, x: float, y: float, tooltip: str = "") -> Shape:
    """A mark whose form, not only its colour, says which series it is."""
    css, r = f"series-{place + 1}", 6.5
    form = place % 4
    if form == 0:
        return shape("circle", css, tip=tooltip, cx=x, cy=y, r=r)
    if form == 1:
        return shape("rect", css, tip=tooltip, x=x - r, y=y - r, width=2 * r, height=2 * r)
    corners = (
        [(0, -1.2), (1.1, 0.9), (-1.1, 0.9)] if form == 2 else [(0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)]
    )
    return shape(
        "polygon",
        css,
        tip=tooltip,
        points=" ".join(f"{_tidy(x + a * r)},{_tidy(y + b * r)}" for a, b in corners),
    )


def ceiling(values: Iterator[Any] | Sequence[Any]) -> float:
    """The top of the scale: a round number not below any value, at least 1."""
    most = max([float(v) for v in values if v is not None], default=0.0)
    step = 1.0
    while True:
        for times in (1, 2, 4, 5, 10):
            if most <= step * times:
                return step * times
        step *= 10


def every(rows: Rows) -> list[Any]:
    return [value for _name, values in rows for value in values]


def bars(labels: list[str], rows: Rows, write: Write) -> tuple[list[Shape], int]:
    shapes, y = legend(rows, squares=True)
    scale = (WIDTH - 70) / ceiling(every(rows))
    for at, name in enumerate(labels):
        shapes.append(label(name, 0, y + 16, most=int(WIDTH / LETTER)))
        y += LINE
        for place, (series, values) in enumerate(rows):
            long = (values[at] or 0) * scale
            figure = write(values[at])
            shapes.append(
                shape(
                    "rect",
                    f"series-{place + 1}",
                    tip=tip(name, series, figure),
                    x=0,
                    y=y,
                    width=float(long),
                    height=BAR,
                )
            )
            shapes.append(label(figure, float(long) + 6, y + 16))
            y += BAR + 2
        y += GAP
    return shapes, y


def stacked(labels: list[str], rows: Rows, write: Write) -> tuple[list[Shape], int]:
    shapes, y = legend(rows, squares=True)
    totals = [sum(values[at] or 0 for _name, values in rows) for at in range(len(labels))]
    scale = WIDTH / ceiling(totals)
    for at, name in enumerate(labels):
        figures = [write(values[at]) for _name, values in rows]
        shapes += _named(name, " · ".join(figures), y + 16)
        y += LINE
        x = 0.0
        for place, (series, values) in enumerate(rows):
            long = (values[at] or 0) * scale
            # A white line of 2 parts the segments, so that they can be told apart without colour.
            drawn = max(long - 2, 0.0)
            told = tip(name, series, figures[place])
            shapes.append(
                shape("rect", f"series-{place + 1}", tip=told, x=x, y=y, width=float(drawn), height=BAR + 4)
            )
            x += long
        y += BAR + 4 + GAP
    return shapes, y


def dots(labels: list[str], rows: Rows, write: Write) -> tuple[list[Shape], int]:
    shapes, y = legend(rows)
    top = ceiling(every(rows))
    left, scale = 8, (WIDTH - 70) / top
    for at, name in enumerate(labels):
        figures = [write(values[at]) for _name, values in rows]
        shapes += _named(name, " · ".join(figures), y + 16)
        y += LINE + 8
        shapes.append(shape("line", "grid", x1=left, y1=y, x2=left + top * scale, y2=y))
        for place, (series, values) in enumerate(rows):
            if values[at] is not None:
                shapes.append(
                    marker(place, left + values[at] * scale, float(y), tip(name, series, figures[place]))
                )
        y += 8 + GAP
    shapes += [
        label(write(0), left, y + 12, "tick"),
        label(write(top), left + top * scale, y + 12, "tick end"),
    ]
    return shapes, y + LINE


def line(labels: list[str], rows: Rows, write: Write) -> tuple[list[Shape], int]:
    shapes, y = legend(rows)
    top, high = ceiling(every(rows)), 200
    left, right, floor = 52, WIDTH - 20, y + 24 + high
    steps = max(len(labels) - 1, 1)
    for part in (0, 0.5, 1):
        level = floor - part * high
        shapes.append(shape("line", "grid" if part else "axis", x1=left, y1=level, x2=right, y2=level))
        shapes.append(label(write(top * part), left - 8, level + 5, "tick end"))
    wide = (right - left - 24) / steps
    points = [left + 12 + at * wide for at in range(len(labels))]
    for at in _spread(len(labels)):
        shapes.append(label(labels[at], points[at], floor + 24, "tick " + _anchor(at, len(labels))))
    for place, (series, values) in enumerate(rows):
        heights: list[Any] = [None if v is None else floor - v / top * high for v in values]
        shapes += _runs(points, heights, place)
        for at, at_height in enumerate(heights):
            if at_height is not None:
                shapes.append(
                    marker(place, points[at], at_height, tip(labels[at], series, write(values[at])))
                )
        if len(rows) == 1:
            shapes += _figures(points, heights, values, write)
    return shapes, int(floor) + 34


def _figures(points: list[float], levels: list[Any], values: list[Any], write: Write) -> list[Shape]:
    few = len(points) <= 8
    return [
        label(write(values[at]), points[at], level - 12, "middle")
        for at, level in enumerate(levels)
        if level is not None and (few or at in (0, len(points) - 1))
    ]


def _runs(points: list[float], levels: list[Any], place: int) -> list[Shape]:
    """The line of one series, in as many pieces as missing figures make."""
    pieces: list[list[str]] = [[]]
    for x, level in zip(points, levels, strict=True):
        if level is None:
            pieces.append([])
        else:
            pieces[-1].append(f"{_tidy(x)},{_tidy(float(level))}")
    return [shape("polyline", f"line series-{place + 1}", points=" ".join(p)) for p in pieces if len(p) > 1]


def _spread(number: int) -> list[int]:
    """At most four places along the axis that get a label, the first and last among them."""
    if number <= 4:
        return list(range(number))
    return sorted({0, round((number - 1) / 3), round((number - 1) * 2 / 3), number - 1})


def _anchor(at: int, number: int) -> str:
    return "" if at == 0 and number > 1 else "end" if at == number - 1 and number > 1 else "middle"
