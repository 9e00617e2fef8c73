"""State tables: the legal moves of a record, written once. Pages, triggers, diagrams and tests are made from them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Protocol

from .refusals import NotNow


class Stateful(Protocol):
    state: str


@dataclass(frozen=True)
class Move:
    """One legal move. `evidence`, `message` and `clock` name what the move needs, says and starts."""

    name: str
    source: str
    target: str
    permission: str
    label: Any = ""
    evidence: tuple[str, ...] = ()
    message: str = ""
    clock: str = ""


@dataclass(frozen=True)
class StateTable:
    """All moves of one kind of record. `first` is the only state a record may be born in."""

    name: str
    states: type[StrEnum]
    first: str
    moves: tuple[Move, ...] = field(default_factory=tuple)
    final: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        known = {str(state) for state in self.states}
        for move in self.moves:
            if not {move.source, move.target} <= known:
                raise ValueError(f"{self.name}: {move.name} names a state that does not exist")
            if move.source in self.final:
                raise ValueError(f"{self.name}: {move.name} leaves the final state {move.source}")
        stuck = known - self.final - {move.source for move in self.moves}
        if stuck:
            raise ValueError(f"{self.name}: no move leaves {sorted(stuck)}, and they are not final")

    def pairs(self) -> frozenset[tuple[str, str]]:
        """Every legal (source, target), for the database trigger and the all-pairs test."""
        return frozenset((str(m.source), str(m.target)) for m in self.moves)

    def open_to(self, state: str) -> Iterable[Move]:
        return (move for move in self.moves if move.source == state)

    def find(self, name: str, state: str) -> Move:
        """The move of that name from that state. NotNow when there is none."""
        for move in self.open_to(state):
            if move.name == name:
                return move
        raise NotNow()

    def move(self, record: Stateful, name: str) -> Move:
        """Sets `record.state`; the caller saves. NotNow when the move is not legal from where the record is."""
        step = self.find(name, record.state)
        record.state = str(step.target)
        return step

    def diagram(self) -> str:
        """The table as a Mermaid state diagram."""
        lines = ["stateDiagram-v2", f"    [*] --> {self.first}"]
        lines += [f"    {m.source} --> {m.target}: {m.name}" for m in self.moves]
        lines += [f"    {state} --> [*]" for state in sorted(self.final)]
        return "\n".join(lines)
