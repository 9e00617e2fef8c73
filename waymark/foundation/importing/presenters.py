"""What the pages of an import show: headings with examples, faults in words, the list to mend."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from waymark.foundation.interface import downloads
from waymark.foundation.interface.tables import Column, Table

from .kinds import Importable
from .models import Import

SHOWN = 100


def columns(held: Import) -> list[tuple[str, str]]:
    """Each column by its place, with the first thing that stands in it."""
    rows = held.table["rows"][:200]
    found = []
    for place, heading in enumerate(held.table["columns"]):
        example = next((row[place + 1] for row in rows if row[place + 1]), "")
        name = heading or _("Column %(number)s") % {"number": place + 1}
        found.append((str(place), f"{name} ({example[:40]})" if example else name))
    return found


def faults(kind: Importable, held: Import) -> Table:
    """Of the first rows, each fault in a line of its own; the list to mend has all."""
    labels = _labels(kind)
    found = held.faults.get("found", [])[:SHOWN]
    lines = [(number, field, sentence) for number, wrong in found for field, sentence in wrong]
    shown = (
        Column(_("Row"), lambda fault: str(fault[0])),
        Column(_("What"), lambda fault: labels.get(fault[1], "–")),
        Column(_("What is wrong"), lambda fault: fault[2]),
    )
    return Table(_("Rows that cannot be taken"), shown, lines)


def to_mend(kind: Importable, held: Import) -> bytes:
    """The rows with a fault as they came, with all that is wrong with each: CSV that a spreadsheet opens as text."""
    labels = _labels(kind)
    wrong = dict(held.faults.get("found", []))
    rows = (
        (*cells, _in_words(labels, wrong[number])) for number, *cells in held.table["rows"] if number in wrong
    )
    return downloads.as_csv((*held.table["columns"], _("What is wrong")), rows)


def _labels(kind: Importable) -> dict[str, Any]:
    return {one.code: one.label for one in kind.fields}


def _in_words(labels: dict[str, Any], wrong: list[list[str]]) -> str:
    """Each fault as a sentence that says its column."""
    said = (f"{labels[field]}: {sentence}" if field in labels else sentence for field, sentence in wrong)
    return " ".join(f"{one.rstrip('.')}." for one in said)


def progress(held: Import) -> dict[str, Any]:
    return {"done": held.done, "all": held.rows}
