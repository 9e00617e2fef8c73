"""The progress on the screen: one line that moves where there is a terminal, a line for each step elsewhere."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

WIDTH = 32


class Bar:
    """Steps one after another; each says how far it is."""

    def __init__(self) -> None:
        self.began = time.monotonic()
        self.moves = sys.stderr.isatty()
        self.words = ""
        self.seconds: dict[str, float] = {}

    @contextmanager
    def step(self, words: str) -> Iterator[None]:
        self.words, began = words, time.monotonic()
        over = threading.Event()
        teller = threading.Thread(target=self._tick, args=(over, began), daemon=True)
        self._show(0.0)
        teller.start()
        try:
            yield
        finally:
            over.set()
            teller.join()
        self.seconds[words] = time.monotonic() - began
        self._show(1.0, end="\n")

    def at(self, done: int, whole: int) -> None:
        self.part = done / whole if whole else 1.0

    part = 0.0

    def _tick(self, over: threading.Event, began: float) -> None:
        self.part = 0.0
        while not over.wait(0.5):
            if self.moves:
                self._show(self.part)

    def _show(self, part: float, end: str = "") -> None:
        if not self.moves and not end:
            return
        filled = round(part * WIDTH)
        passed = time.monotonic() - self.began
        line = f"[{'#' * filled}{'.' * (WIDTH - filled)}] {part:4.0%} {passed:6.0f} s  {self.words}"
        sys.stderr.write(("\r" if self.moves else "") + line.ljust(96) + end)
        sys.stderr.flush()
