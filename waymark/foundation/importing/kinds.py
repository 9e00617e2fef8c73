"""What can be imported: a place that the rooms above fill.

    importing.declare(Importable(
        code="contacts", title=_("Contacts"), fields=(Field("name", _("Name"), required=True), ...),
        may=policy, begin=what_is_known, check=row_of, take=save, page=where_one_comes_from))

`begin` reads once whatever the checks need to know; `check` looks at one row without asking the database, so that a
hundred thousand take seconds; `take` saves all good rows at once.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.decisions import Decision
from waymark.foundation.kernel.text import Unclean, clean_line, fold

# Field code → the place of its column, or what stands in every row.
Matching = Mapping[str, int | str]


# The question that goes with a field which no column has is the field’s, with this before its code.
EVERY = "every_"
UNSAID = gettext_lazy("Choose the column that says it, or answer yes if it is so for every row")


class Fault(ValueError):
    """Why a row is not taken: a sentence, and the code of the field it is about."""

    def __init__(self, sentence: Any, field: str = "") -> None:
        self.field = field
        super().__init__(str(sentence))


def unchosen(one: Field) -> str:
    """Which column is still to be chosen."""
    return _("Choose the column for “%(field)s”") % {"field": one.label}


@dataclass(frozen=True)
class Field:
    """`names`: other headings by which files call it, in small letters. `required`: no row is good without it.

    `every` is asked where no column has it: a yes stands for `yes` in every row, and anything else is refused.
    """

    code: str
    label: Any
    names: Sequence[str] = ()
    required: bool = False
    hint: Any = ""
    every: Any = ""
    yes: str = "yes"


@dataclass(frozen=True)
class Checked:
    """A good row. `key`: what makes two rows the same; `there`: it has been saved before, and is left alone."""

    key: Hashable
    values: Any
    there: bool = False


@dataclass(frozen=True)
class Importable:
    """`about` is what the rows belong to (a reference; often empty). `may` decides for whoever asks and the authority
    whose rows they are; `page` leads back.

    Whoever holds the grant `team` of the authority finds the columns of the next such list as they were matched before.
    `already(actor, authority_id, about, keys)` says which keys have been saved before, where there may be millions: one
    query. `take(by=, at=, authority_id=, about=, known=, rows=)` gets the rows that are not there yet, and says how
    many it saved. `looks` are the single things that `check` asks of a row: all are asked again of a row with a fault,
    so that everything wrong with it is said at once.
    """

    code: str
    title: Any
    lead: Any
    fields: Sequence[Field]
    may: Callable[[Actor, int, str], Decision]
    begin: Callable[[Actor, int, str], Any]
    check: Callable[[Any, Mapping[str, str]], Checked]
    take: Callable[..., int]
    page: Callable[[str], str]
    team: str
    already: Callable[[Actor, int, str, Sequence[Any]], set[Any]] | None = None
    looks: Sequence[Callable[[Any, Mapping[str, str]], Any]] = ()


KINDS: dict[str, Importable] = {}


def declare(kind: Importable) -> None:
    """For AppConfig.ready. ValueError when the code is another’s."""
    if kind.code in KINDS and KINDS[kind.code].check is not kind.check:
        raise ValueError(f"{kind.code} is declared twice")
    KINDS[kind.code] = kind


def find(code: str) -> Importable:
    """Http404 when there is none."""
    if code not in KINDS:
        raise Http404
    return KINDS[code]


# What a check says of cells

DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%d/%m/%y")


def line(cells: Mapping[str, str], field: str, most: int = 200) -> str:
    """A cell as one clean line. Fault when it is too long or has characters that cannot be kept."""
    text = cells.get(field, "")
    try:
        text = (
            text.strip() if text.isascii() and text.isprintable() and "  " not in text else clean_line(text)
        )
    except Unclean as problem:
        raise Fault(_("A character that cannot be kept"), field) from problem
    if len(text) > most:
        raise Fault(_("Longer than %(most)s characters") % {"most": most}, field)
    return text


def day(cells: Mapping[str, str], field: str) -> date | None:
    """A date as people and spreadsheets write it (31/12/2026, 2026-12-31, 31 December 2026); None when empty."""
    text = line(cells, field).removesuffix(" 00:00:00")
    if not text:
        return None
    found = _day(text)
    if found is None:
        raise Fault(_("“%(text)s” is not a date like 31/12/2026") % {"text": text[:40]}, field)
    return found


@lru_cache(maxsize=10_000)
def folded(text: str) -> str:
    """As names are compared. Lists say the same courses, roles and places again and again."""
    return fold(text)


@lru_cache(maxsize=10_000)
def _day(text: str) -> date | None:
    for form in DAYS:
        try:
            found = datetime.strptime(text, form).date()  # noqa: DTZ007  (a date has no zone)
        except ValueError:
            continue
        if 1900 <= found.year <= 2200:
            return found
    return None


def whole(cells: Mapping[str, str], field: str, most: int) -> int | None:
    """A whole number from 0 to `most`; None when empty."""
    text = line(cells, field).replace(",", "")
    if not text:
        return None
    if not (text.isascii() and text.isdigit()) or len(text) > 9 or int(text) > most:
        words = {"text": text[:40], "most": f"{most:,}"}
        raise Fault(_("“%(text)s” is not a whole number up to %(most)s") % words, field)
    return int(text)
