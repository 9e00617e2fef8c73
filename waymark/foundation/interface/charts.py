"""Charts as SVG of our own: title, description, value labels, and the same figures in a table under each.

All geometry is worked out here and written as attributes; colours are classes of our style sheet. Give a chart only
figures that may be shown: None is a figure that is held back, drawn as nothing and written `[c]`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.text import slugify
from django.utils.translation import gettext as _

from . import marks
from .marks import Shape

Number = int | float
MOST_SERIES = 6
HELD_BACK = "[c]"


@dataclass(frozen=True)
class Series:
    """One row of figures, as many as the chart has labels."""

    name: Any
    values: Sequence[Number | None]


@dataclass
class Chart:
    """A drawn chart. `str(chart)` or `{{ chart }}` is its HTML."""

    kind: str
    title: Any
    description: Any
    about: Any
    labels: list[str]
    series: list[Series]
    height: int
    shapes: list[Shape] = field(default_factory=list)
    width: int = marks.WIDTH

    @property
    def id(self) -> str:
        return f"chart-{self.kind}-{slugify(str(self.title))}"

    @property
    def rows(self) -> list[dict[str, Any]]:
        """The table: a label and its figures as text."""
        return [
            {"label": label, "values": [written(one.values[at]) for one in self.series]}
            for at, label in enumerate(self.labels)
        ]

    @property
    def holds_back(self) -> bool:
        return any(value is None for one in self.series for value in one.values)

    def __str__(self) -> SafeString:
        return render_to_string("interface/chart.html", {"chart": self})

    __html__ = __str__


def written(value: Number | None) -> str:
    """A figure as people read it, 1,234 or 12.5; `[c]` when it is held back."""
    if value is None:
        return HELD_BACK
    if isinstance(value, float) and not value.is_integer():
        return f"{value:,.1f}"
    return f"{int(value):,}"


def bars(
    title: Any, labels: Sequence[Any], series: Sequence[Series], *, about: Any, description: Any = ""
) -> Chart:
    """Bars from nought, side by side where there are several series. `about` says what the labels are (Month, Ward)."""
    return _chart("bars", marks.bars, title, labels, series, about, description)


def stacked(
    title: Any, labels: Sequence[Any], series: Sequence[Series], *, about: Any, description: Any = ""
) -> Chart:
    """Parts of a whole, one bar for each label."""
    return _chart("stacked", marks.stacked, title, labels, series, about, description)


def line(
    title: Any, labels: Sequence[Any], series: Sequence[Series], *, about: Any, description: Any = ""
) -> Chart:
    """Change over time, from nought. A figure held back breaks the line."""
    return _chart("line", marks.line, title, labels, series, about, description)


def dots(
    title: Any, labels: Sequence[Any], series: Sequence[Series], *, about: Any, description: Any = ""
) -> Chart:
    """Figures compared on one scale, a row for each label."""
    return _chart("dots", marks.dots, title, labels, series, about, description)


def _chart(
    kind: str,
    draw: Any,
    title: Any,
    labels: Sequence[Any],
    series: Sequence[Series],
    about: Any,
    description: Any,
) -> Chart:
    names = [str(label) for label in labels]
    if not series or len(series) > MOST_SERIES:
        raise ValueError(f"A chart has 1 to {MOST_SERIES} series.")
    if any(len(one.values) != len(names) for one in series):
        raise ValueError("Every series has as many values as there are labels.")
    if any(value is not None and value < 0 for one in series for value in one.values):
        raise ValueError("Counts are not negative.")
    shapes, height = draw(names, [(str(one.name), list(one.values)) for one in series], written)
    said = description or _summary(names, list(series), str(about))
    return Chart(kind, title, said, about, names, list(series), height, shapes)


def _summary(labels: list[str], series: list[Series], about: str) -> str:
    """What the chart shows, in a sentence: for those who hear it rather than see it."""
    parts = []
    for one in series:
        shown = [(value, label) for value, label in zip(one.values, labels, strict=True) if value is not None]
        if shown:
            most, least = max(shown, key=lambda pair: pair[0]), min(shown, key=lambda pair: pair[0])
            words = {
                "name": one.name,
                "least": written(least[0]),
                "where": least[1],
                "most": written(most[0]),
                "top": most[1],
            }
            parts.append(_("%(name)s: from %(least)s (%(where)s) to %(most)s (%(top)s).") % words)
    return " ".join(
        [_("By %(about)s.") % {"about": about.lower()}, *parts, _("All figures are in the table.")]
    )
