"""Tables to take away: CSV (UTF-8 with a mark that spreadsheets know it by) and OpenDocument.

A cell is text, a number, a day, or None. Text that a spreadsheet would work out is made text: with a mark in front
in CSV, by the type of the cell in OpenDocument. Headings are in the language that is active.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from django.http import Http404, HttpResponse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import get_language

FORMULA = ("=", "+", "-", "@", "\t", "\r")
TYPES = {"csv": "text/csv; charset=utf-8", "ods": "application/vnd.oasis.opendocument.spreadsheet"}
# Letters that XML cannot hold.
UNWRITABLE = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])

Rows = Iterable[Sequence[Any]]


def guarded(cell: Any) -> str:
    """A cell that a spreadsheet will not work out."""
    text = "" if cell is None else cell.isoformat() if isinstance(cell, date) else str(cell)
    return f"'{text}" if text.startswith(FORMULA) and not isinstance(cell, (int, float)) else text


def as_csv(headings: Sequence[Any], rows: Rows) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    for row in (headings, *rows):
        writer.writerow([guarded(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")


def as_ods(title: Any, headings: Sequence[Any], rows: Rows) -> bytes:
    """One sheet with that name."""
    from odfdo import Document, Element  # 30 MB that a page without a download does not need

    lines = "".join(
        f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in (headings, *rows)
    )
    document = Document("spreadsheet")
    document.body.clear()
    named = quoteattr(str(title).translate(UNWRITABLE)[:31])
    document.body.append(Element.from_tag(f"<table:table table:name={named}>{lines}</table:table>"))
    document.meta.language = get_language() or "en"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _cell(cell: Any) -> str:
    kind, text = 'office:value-type="string"', ""
    if isinstance(cell, (int, float)):
        kind, text = f'office:value-type="float" office:value="{cell}"', str(cell)
    elif isinstance(cell, date):
        kind, text = f'office:value-type="date" office:date-value="{cell:%Y-%m-%d}"', f"{cell:%Y-%m-%d}"
    elif cell is not None:
        text = escape(str(cell).translate(UNWRITABLE))
    return f"<table:table-cell {kind}><text:p>{text}</text:p></table:table-cell>"


def answer(
    ending: str, name: str, title: Any, headings: Sequence[Any], rows: Rows, mark: str = ""
) -> HttpResponse:
    """The download as a response. `name`: of the file, without its ending. `mark`: its marking, which goes with it in
    the name of the file, as a table has no place for it. Http404 for another ending."""
    if ending not in TYPES:
        raise Http404
    content = as_csv(headings, rows) if ending == "csv" else as_ods(title, headings, rows)
    response = HttpResponse(content, content_type=TYPES[ending])
    named = "-".join(filter(None, (name, mark.lower())))
    response["Content-Disposition"] = f'attachment; filename="{named}.{ending}"'
    add_never_cache_headers(response)
    return response
