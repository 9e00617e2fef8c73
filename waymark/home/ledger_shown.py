"""Entries of the ledger as plain rows: who, what and about which record in words; runs of one deed as one line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import groupby
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from waymark.foundation.accounts.models import User
from waymark.foundation.ledger.models import Read

from .ledger_kinds import KINDS
from .ledger_words import DEEDS

LOOKED = _("Looked at it")
OTHERS = {
    "visitor": _("A professional without an account"),
    "job": _("The system"),
    "nobody": _("Somebody who was not signed in"),
}
GLASS = _("Under break-glass")
GONE = _("An account of another authority")


def lines(
    entries: Iterable[Any], people: Mapping[str, User], references: Mapping[str, str]
) -> list[dict[str, Any]]:
    """`who`, `what`, `kind`, `record`, `short`, `why`, `first`, `last`, `times` for each run, newest first.

    `short` is the record’s reference, where it has one and is still there, or the end of its key. A run is the same
    deed by the same account about the same record, with nothing between.
    """
    return [_line(list(run), people, references) for _same, run in groupby(entries, key=_same_deed)]


def short(key: str) -> str:
    """The end of a record’s key: enough to tell two records apart, and nobody’s name."""
    return key[-6:] if key else ""


def purpose(entry: Any) -> str:
    """What for, in words: the roles, or break-glass, whose opening stands behind it by its key."""
    said = (word for word in entry.purpose.split(", ") if word)
    return ", ".join(str(GLASS) if word.startswith("break-glass ") else gettext(word) for word in said)


def _same_deed(entry: Any) -> tuple[str, ...]:
    return entry.actor, str(_what(entry)), entry.about_kind, entry.about_id


def _what(entry: Any) -> Any:
    return LOOKED if isinstance(entry, Read) else DEEDS.get(entry.deed, entry.deed)


def _when(entry: Any) -> datetime:
    """When it was done. An entry also holds when it was written down, which nobody can choose."""
    return entry.at if isinstance(entry, Read) else entry.happened_at


def _line(run: list[Any], people: Mapping[str, User], references: Mapping[str, str]) -> dict[str, Any]:
    newest, oldest = run[0], run[-1]
    return {
        "who": _who(newest.actor, people),
        "what": _what(newest),
        "kind": KINDS.get(newest.about_kind, ""),
        "record": newest.about_id,
        "short": references.get(newest.about_id) or short(newest.about_id),
        "why": purpose(newest),
        "first": _when(oldest),
        "last": _when(newest),
        "times": len(run),
    }


def _who(actor: str, people: Mapping[str, User]) -> Any:
    """The name of the account, which the entry itself does not hold."""
    if actor in people:
        return people[actor].full_name or people[actor].email
    return OTHERS.get(actor.partition(":")[0], GONE)
