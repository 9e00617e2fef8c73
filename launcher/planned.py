"""A restore while it goes on: what was asked for, and how long each step took."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import pyrage

from launcher.depot import Base, Depot
from launcher.folder import Folder
from launcher.screen import say


@dataclass
class Plan:
    """What was asked for, and what is found on the way."""

    depot: Depot
    identity: pyrage.x25519.Identity
    folder: Folder
    at: datetime | None
    base: Base
    keys: Path | None
    verify: bool
    samples: int
    roots: list[Path]
    steps: list[dict[str, Any]] = field(default_factory=list)

    @contextmanager
    def step(self, name: str) -> Iterator[dict[str, Any]]:
        """One step, timed; what it puts into the dictionary is told and kept."""
        told: dict[str, Any] = {"step": name}
        began = time.monotonic()
        yield told
        told["seconds"] = round(time.monotonic() - began, 1)
        self.steps.append(told)
        say(name + (f": {told['found']}" if told.get("found") else ""))
