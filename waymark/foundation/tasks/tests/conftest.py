"""Planted kinds and clocks, and records that tasks can be about."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.utils.translation import gettext_lazy as _

from waymark.foundation import tasks
from waymark.foundation.tasks import ClockDefault, Kind, Unit, declared
from waymark.foundation.tasks.actions import reminding


@pytest.fixture(autouse=True)
def planted() -> Iterator[None]:
    """Two kinds of task with their clocks, gone after the test."""
    kinds, clocks = dict(declared.KINDS), dict(declared.CLOCKS)
    tasks.declare(
        Kind("tests.look", _("Look at a record"), "measures:list", clock="tests.look", url_takes="nothing"),
        Kind("tests.call", _("Call somebody back"), "measures:list", clock="tests.call", url_takes="nothing"),
    )
    tasks.declare_clock(
        ClockDefault("tests.look", _("A look"), 2, Unit.WORKING_DAYS, source="to be confirmed locally"),
        ClockDefault("tests.half-year", _("Half a year"), 6, Unit.MONTHS, source="a published rule"),
        ClockDefault("tests.call", _("A call"), 72, Unit.HOURS, source="a published rule", confirmed=True),
    )
    yield
    for registry, before in ((declared.KINDS, kinds), (declared.CLOCKS, clocks)):
        registry.clear()
        registry.update(before)


@pytest.fixture
def told() -> Iterator[list[tuple[str, list[str]]]]:
    """What people were reminded of: kind, and to whom."""
    said: list[tuple[str, list[str]]] = []
    before = reminding._remind[:]
    reminding.remind_with(lambda task, kind, people: said.append((str(kind), [p.email for p in people])))
    yield said
    reminding._remind[:] = before


class Record:
    """What the actions ask of a record: a label, a key, an authority and a reference."""

    class _meta:
        label_lower = "tests.record"

    def __init__(self, authority_id: int, pk: str = "a1", reference: str = "R-7K2M9-QXD4C") -> None:
        self.authority_id, self.pk, self.reference = authority_id, pk, reference


@pytest.fixture
def record(cast: Any) -> Record:
    return Record(cast.here.authority.pk)
