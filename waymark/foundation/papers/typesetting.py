"""From the data of a paper to its PDF, by Typst (paper.typ). Decision 0038."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .blocks import Block, Facts, Heading, Lines, NewPage, Paper, Picture, Points, Table, Words

HERE = Path(__file__).parent
FONTS = HERE / "fonts"
UNPRINTABLE = re.compile(r"the text `\"(?P<text>.*?)\"` could not be displayed", re.S)
PARAGRAPH = re.compile(r"\n\s*\n")
ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
# Writings that our fonts hold, but for rare letters. Each other writing in a paper costs one more run.
OURS = frozenset({"LATIN", "GREEK", "CYRILLIC", "ARABIC", "HEBREW", "COMBINING", "?"})
MOST_RUNS = 30


def pdf(paper: Paper) -> bytes:
    """The paper in the language that is active. A letter that no font of ours has stands as its number in Unicode,
    for a paper with a name in it is better than none."""
    import typst  # 34 MB that a page without a paper does not need

    data = json.dumps(_data(paper), ensure_ascii=False)
    for _run in range(MOST_RUNS):
        try:
            made: bytes = typst.compile(
                str(HERE / "paper.typ"),
                root=str(HERE),
                font_paths=[str(FONTS)],
                ignore_system_fonts=True,
                format="pdf",
                pdf_standards="ua-1",
                sys_inputs={"paper": data},
            )
            return made
        except typst.TypstError as fault:
            missing = UNPRINTABLE.search(str(fault))
            if missing is None:
                raise
            data = _without(data, missing["text"])
    raise ValueError("a paper in too many writings that cannot be printed")


def _without(data: str, text: str) -> str:
    """The data with the letters that no font has as their numbers: of a writing that is ours only these, of another
    writing every letter, so that it takes one run. ASCII is in every font, and holds the data together."""
    lacking = {
        letter for letter in ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if ord(letter) > 127
    }
    if not lacking:
        raise ValueError("a paper that cannot be printed")
    foreign = {_writing(letter) for letter in lacking} - OURS
    gone = lacking | {letter for letter in set(data) if ord(letter) > 127 and _writing(letter) in foreign}
    return data.translate({ord(letter): f"[U+{ord(letter):04X}]" for letter in gone})


def _writing(letter: str) -> str:
    """CJK, BENGALI, LATIN: the first word of its name in Unicode."""
    return unicodedata.name(letter, "?").split(maxsplit=1)[0]


def _data(paper: Paper) -> dict[str, Any]:
    return {
        "title": str(paper.title),
        "lang": (get_language() or "en").partition("-")[0],
        "mark": str(paper.mark),
        "reader": str(paper.reader),
        "of": _("Page {page} of {pages}"),
        "blocks": [_block(block) for block in paper.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    match block:
        case Heading():
            return {"kind": "heading", "text": str(block.text), "level": block.level}
        case Words():
            return {"kind": "words", "paragraphs": PARAGRAPH.split(str(block.text).strip())}
        case Facts():
            return {"kind": "facts", "rows": [[str(key), str(value)] for key, value in block.rows]}
        case Points():
            return {"kind": "points", "items": [str(item) for item in block.items]}
        case Table() | Lines():
            return _rows(block)
        case Picture():
            return _picture(block)
        case NewPage():
            return {"kind": "page"}


def _picture(block: Picture) -> dict[str, Any]:
    if not str(block.alt).strip():
        raise ValueError("a picture says in words what it shows")
    return {"kind": "picture", "svg": block.svg, "alt": str(block.alt), "title": str(block.title)}


def _rows(block: Table | Lines) -> dict[str, Any]:
    if isinstance(block, Lines):
        empty = [[""] * len(block.columns)] * block.count
        return _table(Table(block.columns, empty, block.title), tall=True)
    return _table(block, tall=False)


def _table(block: Table, *, tall: bool) -> dict[str, Any]:
    if any(len(row) != len(block.columns) for row in block.rows):
        raise ValueError("every row of a table has as many cells as it has columns")
    return {
        "kind": "table", "title": str(block.title), "columns": [str(column) for column in block.columns],
        "rows": [[str(cell) for cell in row] for row in block.rows],
        "widths": list(block.widths) or [1] * len(block.columns), "tall": tall, "numbers": block.numbers,
    }  # fmt: skip
