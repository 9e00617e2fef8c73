"""Progress on the screen: a line for each step, with the seconds since the command was given."""

from __future__ import annotations

import os
import sys
import time

BEGAN = float(os.environ.get("WAYMARK_BEGAN") or time.time())


def say(sentence: str) -> None:
    """One line of progress. A closed pipe (`./run | head`) is no reason to stop serving."""
    try:
        print(f"[{time.time() - BEGAN:5.1f} s] {sentence}", flush=True)
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115


def show(text: str) -> None:
    try:
        print(text, flush=True)
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115
