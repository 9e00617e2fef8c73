"""A list that somebody sends, as rows of text: CSV, Excel (xlsx) or OpenDocument (ods). What came is thrown away; only
the text of its cells goes on. A formula is what it last showed, or the text that stands in a CSV: never worked out.

The answer is JSON: `columns`, the headings, and `rows`, each its number in the file and its cells.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from . import Unacceptable
from .text import CONTROL, decoded

MOST_ROWS = 200_000
MOST_COLUMNS = 200
LONGEST_CELL = 10_000
SEPARATORS = ",;\t|"
Rows = Iterator[tuple[int, list[str]]]


def of_csv(content: bytes) -> bytes:
    text = decoded(content)
    if CONTROL.search(text):
        raise Unacceptable("not-text")
    first = text.lstrip("\r\n").split("\n", 1)[0]
    separator = max(SEPARATORS, key=first.count)
    # The limit is the whole program’s, and others read files with it.
    before = csv.field_size_limit(len(text) + 1)
    try:
        return _answer(_numbered(csv.reader(io.StringIO(text, newline=""), delimiter=separator)))
    except csv.Error as problem:
        raise Unacceptable("damaged") from problem
    finally:
        csv.field_size_limit(before)


def of_sheet(content: bytes) -> bytes:
    """The first sheet that has anything in it."""
    from python_calamine import CalamineError, PasswordError, ZipError, load_workbook

    try:
        book = load_workbook(io.BytesIO(content))
        for place in range(len(book.sheet_names)):
            rows = book.get_sheet_by_index(place).to_python(skip_empty_area=False)
            if any(any(row) for row in rows):
                return _answer(_numbered([_text(cell) for cell in row] for row in rows))
    except PasswordError as problem:
        raise Unacceptable("password") from problem
    except (CalamineError, ZipError, ValueError, OSError) as problem:
        raise Unacceptable("damaged") from problem
    raise Unacceptable("empty")


def _numbered(rows: Iterable[list[str]]) -> Rows:
    """Rows with anything in them, by their place among all rows from 1 on."""
    for number, row in enumerate(rows, start=1):
        cells = [cell.strip() for cell in row]
        if any(cells):
            yield number, cells


def _answer(rows: Rows) -> bytes:
    first = next(rows, None)
    if first is None:
        raise Unacceptable("empty")
    columns = first[1]
    while columns and not columns[-1]:
        columns.pop()
    if len(columns) > MOST_COLUMNS:
        raise Unacceptable("too-much")
    found: list[list[Any]] = []
    for number, cells in rows:
        if len(found) >= MOST_ROWS:
            raise Unacceptable("too-much")
        kept = cells[: len(columns)]
        if any(len(cell) > LONGEST_CELL for cell in kept):
            raise Unacceptable("too-much")
        found.append([number, *kept, *[""] * (len(columns) - len(kept))])
    return json.dumps({"columns": columns, "rows": found}, ensure_ascii=False).encode("utf-8", "replace")


def _text(cell: Any) -> str:
    """As somebody would type it: 5 and not 5.0, 2026-01-31 and not a moment."""
    if isinstance(cell, str):
        return CONTROL.sub("", cell)
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 10**15:
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
    if isinstance(cell, (date, time)):
        return cell.isoformat()
    return str(cell) if isinstance(cell, (int, float, timedelta)) else ""
