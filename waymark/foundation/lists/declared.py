"""National lists: their entries are written in the program, as a part declares them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import models

# What a figure calls entries of an authority’s own: they differ, so figures put them together.
OWN = "own_"


@dataclass(frozen=True)
class ListDefault:
    """`fixed` are codes that other rules stand on: they are always offered. `hint`: what whoever adds must know."""

    code: str
    title: Any
    choices: type[models.TextChoices]
    fixed: frozenset[str] = frozenset()
    hint: Any = ""


LISTS: dict[str, ListDefault] = {}


def declare(*lists: ListDefault) -> None:
    """Called in AppConfig.ready. ValueError when a code is another’s."""
    for one in lists:
        if LISTS.setdefault(one.code, one).choices is not one.choices:
            raise ValueError(f"the list {one.code} is declared twice")
