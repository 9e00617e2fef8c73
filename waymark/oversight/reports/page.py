"""What a report shows, whether on a page or on paper: plain parts, made once, with no query left in them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from django.utils.translation import gettext as _

from waymark.foundation.interface import charts
from waymark.foundation.interface.charts import Chart, Series, written
from waymark.foundation.interface.moments import day, moment
from waymark.foundation.interface.tables import Column, Table

from . import says
from .figures import Figures, Moved, Row, Shown, said, split_of
from .models import Report
from .parts import Grid, Part
from .quoting import Quoted
from .sections import CLOSING, COMPARED, FEEDBACK, OPENING, PARTS


@dataclass(frozen=True)
class Passage:
    """The writer’s own words at one place."""

    place: str
    heading: str
    words: str


@dataclass(frozen=True)
class Drawn:
    """A table as text: its column headings, and rows of as many cells."""

    title: str
    columns: list[str]
    rows: list[list[str]]
    chart: Chart | None

    @property
    def table(self) -> Table:
        """For a page, as every table of a page is drawn."""
        columns = [Column(label, itemgetter(at), number=at > 0) for at, label in enumerate(self.columns)]
        return Table(self.title, columns, self.rows, caption_size="s")


@dataclass(frozen=True)
class Defined:
    """How a figure is counted, in words; `href` leads to what it counts."""

    title: str
    definition: str
    how: str
    href: str


@dataclass(frozen=True)
class PartShown:
    code: str
    title: str
    says: list[str]
    grids: list[Drawn]
    defined: list[Defined]
    holds_back: bool
    compares: str
    passage: Passage | None
    quotes: list[Quoted]


@dataclass(frozen=True)
class Page:
    opening: Passage | None
    parts: list[PartShown]
    closing: Passage | None
    moved: Table
    state: list[str]

    @staticmethod
    def of(
        report: Report,
        figures: Figures,
        moved: list[Moved] | None = None,
        links: bool = False,
        quotes: Sequence[Quoted] = (),
    ) -> Page:
        """`links`: may whoever reads open what the figures count?"""
        said = {FEEDBACK: list(quotes)}
        parts = [_part(part, report, figures, links, said.get(part.code, [])) for part in PARTS[report.kind]]
        return Page(
            passage(report, OPENING),
            [part for part in parts if part.says or part.grids or part.passage or part.quotes],
            passage(report, CLOSING),
            _moved(moved or ()),
            state(report),
        )


def _moved(moved: Iterable[Moved]) -> Table:
    """What would be different today, figure by figure."""
    return Table(
        _("When signed, and now"),
        (
            Column(_("Figure"), "title"),
            Column(_("Of these"), lambda one: one.group or _("All")),
            Column(_("When signed"), lambda one: written(one.then), number=True),
            Column(_("Now"), lambda one: written(one.now), number=True),
        ),
        moved,
        caption_size="s",
    )


def passage(report: Report, place: str) -> Passage | None:
    stands = report.passages.get(place)
    return Passage(place, stands["heading"], stands["words"]) if stands else None


def state(report: Report) -> list[str]:
    """How it stands: a draft, or by whom it was signed; what it corrects and what corrects it."""
    period = {"first": day(report.from_on), "last": day(report.until_on)}
    found = [_("Period: %(first)s to %(last)s.") % period]
    if report.signed_at is None or report.signed_by is None:
        found.append(
            _("A draft. Its figures are counted each time it is opened, and stay when it is signed.")
        )
    else:
        words = {
            "name": report.signed_by.get_full_name(),
            "moment": moment(report.signed_at),
            "number": report.number,
        }
        found.append(
            _("Version %(number)s, signed by %(name)s on %(moment)s. Its figures are of that moment.") % words
        )
    if report.is_restricted:
        found.append(
            _("Restricted: these figures are exact, small numbers too. They leave the council only by a release that a "
              "second person approves.")
        )  # fmt: skip
    if report.because:
        found.append(_("It corrects the version before: %(because)s") % {"because": report.because})
    return found


def _part(part: Part, report: Report, figures: Figures, links: bool, quotes: list[Quoted]) -> PartShown:
    words = says.of(part.code, figures)
    keys = [(code, split_of(by)) for code, by in part.asked()]
    asked = [figures.by[key] for key in keys if key in figures.by]
    shows = bool(words or (part.listed and asked))
    compared = report.kind in COMPARED
    grids = [_list(part, figures, compared), *(_grid(grid, figures) for grid in part.grids)] if shows else []
    return PartShown(
        part.code, str(part.title), words,
        [grid for grid in grids if grid],
        _defined(asked, links) if shows else [],
        any(row.number is None for one in asked for row in (*one.rows, *(one.before or ()))),
        _compares(asked) if any(grids[1:]) else "",
        passage(report, part.code), quotes,
    )  # fmt: skip


def _compares(asked: list[Shown]) -> str:
    """What stands in brackets; empty where nothing does."""
    held = next((one.year_before for one in asked if one.split and one.before is not None), None)
    if held is None:
        return ""
    words = {"first": day(held.from_on), "last": day(held.until_on)}
    return _("In brackets: the year before, from %(first)s to %(last)s.") % words


def _list(part: Part, figures: Figures, compared: bool) -> Drawn | None:
    """The whole figures of a part, one under the other; those of a year before beside them."""
    codes = part.codes if part.listed or compared else ()
    found = [one for one in map(figures.whole, codes) if one and one.may]
    rows = [[said(one.title), written(one.number)] for one in found]
    if not rows:
        return None
    if not compared:
        return Drawn(str(part.title), [_("Figure"), _("Number")], rows, None)
    titles = [
        _("%(first)s to %(last)s") % {"first": day(held.from_on), "last": day(held.until_on)}
        for held in (found[0], found[0].year_before)
    ]
    for row, one in zip(rows, found, strict=True):
        row.append(_("no figure") if one.before is None else written(one.before[0].number))
    title = _("%(part)s: this period, and the same a year before") % {"part": part.title}
    return Drawn(title, [_("Figure"), *titles], rows, None)


def _grid(grid: Grid, figures: Figures) -> Drawn | None:
    """None where no figure is there, or there is nothing to split."""
    columns = [one for one in (figures.split(code, grid.by) for code in grid.codes) if one and one.may]
    labels = {row.group: row.label for one in columns for row in (*one.rows, *(one.before or ()))}
    years = [held for one in columns for held in (one.rows, one.before or ())]
    labels = {
        group: label for group, label in labels.items() if any(_cell(held, group) != 0 for held in years)
    }
    if not labels:
        return None
    cells = [[_cell(one.rows, group) for one in columns] for group in labels]
    rows = [[label, *(_both(one, group) for one in columns)] for group, label in labels.items()]
    titles = [said(one.title) for one in columns]
    if grid.share and len(columns) == len(grid.codes):
        titles.append(_("Share"))
        for row, group in zip(rows, labels, strict=True):
            row.append(_shares(grid, columns, group))
    charted = next((at for at, one in enumerate(columns) if one.code == grid.charted), None)
    chart = None
    if charted is not None and len(labels) > 1:
        series = [Series(titles[charted], [numbers[charted] for numbers in cells])]
        chart = charts.bars(titles[charted], list(labels.values()), series, about=grid.about)
    return Drawn(str(grid.title), [str(grid.about), *titles], rows, chart)


def _cell(rows: Iterable[Row], group: str) -> int | None:
    return next((row.number for row in rows if row.group == group), 0)


def _both(one: Shown, group: str) -> str:
    """The number of a group and, in brackets, that of the year before."""
    now = written(_cell(one.rows, group))
    return now if one.before is None else f"{now} ({written(_cell(one.before, group))})"


def _shares(grid: Grid, columns: list[Shown], group: str) -> str:
    """How many per cent one of two figures is of the other; nothing where one is held back."""
    part, whole = (columns[grid.codes.index(code)] for code in grid.share or ())
    now = says.share(_cell(part.rows, group), _cell(whole.rows, group))
    if part.before is None or whole.before is None:
        return now
    return f"{now} ({says.share(_cell(part.before, group), _cell(whole.before, group))})"


def _defined(asked: list[Shown], links: bool) -> list[Defined]:
    """Each measure of a part once."""
    return [
        Defined(
            said(one.title), said(one.definition),
            _("Counted on %(moment)s, from %(first)s to %(last)s. Source: %(source)s. Definition %(version)s.") % {
                "moment": moment(one.counted_at), "first": day(one.from_on), "last": day(one.until_on),
                "source": said(one.source), "version": one.version,
            },
            one.href if links else "",
        )
        for one in {shown.code: shown for shown in reversed(asked)}.values()
    ][::-1]  # fmt: skip
