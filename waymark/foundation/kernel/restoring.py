"""What must happen between a restored database and its first page, and what the backup needs to know for it.

A backup brings back what was erased after it was made. So every part that erases for good declares a register here:
the keys of all it ever erased (which are kept beside the backups, for a restored database may not know them), and
how it erases them again. And every part with records worth opening declares how a sample of them is opened.
It stands in the kernel because parts on every floor fill it, in `AppConfig.ready`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Listed = Callable[[], Sequence[str]]
Again = Callable[[Sequence[str]], int]
Open = Callable[[int], "Opened"]


@dataclass(frozen=True)
class Register:
    """`listed` gives the keys of everything erased: random identifiers, never a name. `again` erases those of the
    keys that are there once more, and returns how many; run twice, it returns 0 the second time."""

    name: str
    listed: Listed
    again: Again


@dataclass(frozen=True)
class Opened:
    """How many records were opened, of how many there are, and a sentence without names for each that was not."""

    opened: int
    of: int
    faults: tuple[str, ...] = ()


REGISTERS: dict[str, Register] = {}
SAMPLES: dict[str, Open] = {}


def declare_erased(name: str, *, listed: Listed, again: Again) -> None:
    """Declares a register of erasures. ValueError when the name is taken by another."""
    if name in REGISTERS and REGISTERS[name] != Register(name, listed, again):
        raise ValueError(f"{name} is declared twice")
    REGISTERS[name] = Register(name, listed, again)


def declare_sample(name: str, open_some: Open) -> None:
    """Declares how up to so many records of one kind are opened, every field read, after a restore."""
    if SAMPLES.get(name, open_some) != open_some:
        raise ValueError(f"{name} is declared twice")
    SAMPLES[name] = open_some
