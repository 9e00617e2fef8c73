"""A small table: caption, columns, rows. On phones each row becomes a card whose cells say their column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.formats import localize
from django.utils.functional import Promise
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import template_localtime  # type: ignore[attr-defined]

MOST_COLUMNS = 7


@dataclass(frozen=True)
class Column:
    """`label` over the column; `of`: the key, attribute or function that gives a row’s cell. `number` is set right."""

    label: Any
    of: str | Callable[[Any], Any]
    number: bool = False


@dataclass(frozen=True)
class Cell:
    label: Any
    value: Any
    number: bool
    heads_row: bool


@dataclass
class Table:
    """`rows` are dicts or objects. The first column heads its row. `empty` is the sentence for no rows.

    ValueError over seven columns: more cannot be read on a screen.
    """

    caption: Any
    columns: Sequence[Column]
    rows: Iterable[Any]
    empty: Any = ""
    caption_size: str = "m"
    stacked: bool = True
    drawn: list[list[Cell]] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        if len(self.columns) > MOST_COLUMNS:
            raise ValueError(f"A table has at most {MOST_COLUMNS} columns.")
        for row in self.rows:
            self.drawn.append(
                [
                    Cell(c.label, _value(row, c.of), c.number, place == 0)
                    for place, c in enumerate(self.columns)
                ]
            )

    @property
    def body(self) -> SafeString:
        """The rows as HTML. Put together here, cell by cell escaped: a template takes five times as long for it."""
        labels = [conditional_escape(column.label) for column in self.columns]
        return mark_safe("\n    ".join(_row(labels, cells) for cells in self.drawn))  # noqa: S308  (escaped)


def _row(labels: Sequence[str], cells: Sequence[Cell]) -> str:
    return f'<tr class="govuk-table__row">{"".join(map(_cell, labels, cells))}</tr>'


def _cell(label: str, cell: Cell) -> str:
    words = (
        f'<span class="waymark-table__label" aria-hidden="true">{label}</span>'
        f"<span>{_shown(cell.value)}</span>"
    )
    if cell.heads_row:
        return f'<th scope="row" class="govuk-table__header">{words}</th>'
    number = " govuk-table__cell--numeric" if cell.number else ""
    return f'<td class="govuk-table__cell{number}">{words}</td>'


def _shown(value: Any) -> str:
    if isinstance(value, SafeString):
        return value
    return conditional_escape(localize(template_localtime(value)))


def link(href: str, text: Any) -> SafeString:
    """A cell that leads to a page."""
    words = conditional_escape(text)
    return mark_safe(f'<a class="govuk-link" href="{conditional_escape(href)}">{words}</a>')  # noqa: S308  (escaped)


def reference(href: str, text: Any) -> SafeString:
    """A cell that leads to a record by its reference, which never breaks over two lines."""
    return format_html('<a class="govuk-link waymark-reference" href="{}">{}</a>', href, text)


def _value(row: Any, of: str | Callable[[Any], Any]) -> Any:
    if callable(of) and not isinstance(of, (str, Promise)):
        return of(row)
    value = row[of] if isinstance(row, dict) else getattr(row, str(of))
    return "–" if value is None or value == "" else value
