"""A report as a tagged PDF: what its page shows, each chart as a picture above its table."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _

from waymark.foundation import papers
from waymark.foundation.interface import chart_pictures
from waymark.foundation.interface.doors import MARKING
from waymark.foundation.interface.moments import day
from waymark.foundation.papers import Block, Facts, Heading, Paper, Picture, Points, Table, Words

from . import disclosure, figures
from .models import Release, Report
from .page import Page, PartShown, Passage


def of(report: Report, page: Page) -> bytes:
    """In the language that is active. A draft says at the top of every page that it is one."""
    blocks: list[Block] = [Words(str(settings.WAYMARK_BRAND["name"])), Points(page.state)]
    blocks += _passage(page.opening, 1)
    for part in page.parts:
        blocks += _part(part)
    blocks += _passage(page.closing, 1)
    level = " – ".join((MARKING, _("restricted"))) if report.is_restricted else "OFFICIAL"
    mark = level if report.signed_at else _("%(level)s – draft") % {"level": level}
    return papers.pdf(Paper(title=report.title, blocks=blocks, mark=mark))


def released(release: Release) -> bytes:
    """What leaves: the figures that were chosen, and that something was held back. No page of the report itself."""
    report = release.report
    days = {"first": day(report.from_on), "last": day(report.until_on)}
    state = [
        _("Period: %(first)s to %(last)s.") % days,
        _("For %(recipient)s: %(purpose)s") % {"recipient": release.recipient, "purpose": release.purpose},
        _("Approved for release on %(day)s.") % {"day": day(release.answered_at or release.asked_at)},
        _("[c]: held back. It is fewer than 10, or would tell a number that is."),
    ]
    blocks: list[Block] = [Words(str(settings.WAYMARK_BRAND["name"])), Points(state)]
    for kept, rows in disclosure.tables(release.copy):
        title = figures.said(kept["title"])
        blocks += [Heading(title), Words(figures.said(kept["definition"]))]
        blocks.append(Table([_("Of these"), _("Number")], rows, title=title, widths=[3, 1], numbers=True))
    return papers.pdf(Paper(title=_("Channel figures"), blocks=blocks, mark="OFFICIAL"))


def _part(part: PartShown) -> list[Block]:
    blocks: list[Block] = [Heading(part.title), *map(Words, part.says)]
    for grid in part.grids:
        if grid.chart:
            alt = f"{grid.chart.title}. {grid.chart.description}"
            called = f"{grid.title}: {grid.chart.title}"
            blocks.append(Picture(chart_pictures.svg(grid.chart), alt, title=called))
        shares = [2] + [1] * (len(grid.columns) - 1)
        blocks.append(Table(grid.columns, grid.rows, title=grid.title, widths=shares, numbers=True))
    if part.compares:
        blocks.append(Words(part.compares))
    if part.holds_back:
        blocks.append(Words(_("[c]: not shown, so that nobody can be recognised from a small number.")))
    for one in part.quotes:
        blocks.append(Words("\n".join(filter(None, (f"“{one.words}”", one.about, one.note)))))
    if part.defined:
        blocks.append(Heading(_("How these figures are counted"), 2))
        blocks.append(Facts([(one.title, f"{one.definition} {one.how}") for one in part.defined]))
    return blocks + _passage(part.passage, 2)


def _passage(passage: Passage | None, level: int) -> list[Block]:
    return [Heading(passage.heading, level), Words(passage.words)] if passage else []
