"""A report as a tagged PDF: what its page shows, each chart as its table."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext as _

from waymark.foundation import papers
from waymark.foundation.papers import Block, Facts, Heading, Paper, Points, Table, Words

from .models import Report
from .page import Page, PartShown, Passage


def of(report: Report, page: Page) -> bytes:
    """In the language that is active. A draft says at the top of every page that it is one."""
    blocks: list[Block] = [Words(str(settings.WAYMARK_BRAND["name"])), Points(page.state)]
    blocks += _passage(page.opening, 1)
    for part in page.parts:
        blocks += _part(part)
    blocks += _passage(page.closing, 1)
    mark = "OFFICIAL" if report.signed_at else _("OFFICIAL – draft")
    return papers.pdf(Paper(title=report.title, blocks=blocks, mark=mark))


def _part(part: PartShown) -> list[Block]:
    blocks: list[Block] = [Heading(part.title), *map(Words, part.says)]
    for grid in part.grids:
        shares = [2] + [1] * (len(grid.columns) - 1)
        blocks.append(Table(grid.columns, grid.rows, title=grid.title, widths=shares))
    if part.holds_back:
        blocks.append(Words(_("[c]: not shown, so that nobody can be recognised from a small number.")))
    if part.defined:
        blocks.append(Heading(_("How these figures are counted"), 2))
        blocks.append(Facts([(one.title, f"{one.definition} {one.how}") for one in part.defined]))
    return blocks + _passage(part.passage, 2)


def _passage(passage: Passage | None, level: int) -> list[Block]:
    return [Heading(passage.heading, level), Words(passage.words)] if passage else []
