"""`./check`: everything that can be said of the code without running it, in seconds."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from launcher.trouble import Trouble

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
COMMANDS: dict[str, list[str]] = {
    "lint": [str(BIN / "ruff"), "check", "--output-format", "concise", "."],
    "format": [str(BIN / "ruff"), "format", "--check", "--quiet", "."],
    "contracts": [str(BIN / "lint-imports"), "--no-logo"],
    "types": [str(BIN / "mypy")],
    "sizes": [sys.executable, "-m", "launcher.sizes"],
}


def run(words: Sequence[str]) -> int:
    """Runs the named checks, or all of them side by side; 0 when each passed."""
    unknown = [word for word in words if word not in COMMANDS]
    if unknown:
        raise Trouble(f"There is no check “{unknown[0]}”.", f"There are: {', '.join(COMMANDS)}.", code=2)
    with ThreadPoolExecutor() as pool:
        results = list(pool.map(_one, words or COMMANDS))
    return max(results, default=0)


def _one(name: str) -> int:
    began = time.monotonic()
    environ = os.environ | {"DJANGO_SETTINGS_MODULE": "waymark.settings.base"}
    done = subprocess.run(COMMANDS[name], cwd=ROOT, env=environ, capture_output=True, text=True, check=False)
    verdict = "passed" if done.returncode == 0 else "FAILED"
    said = "" if done.returncode == 0 else f"{done.stdout}{done.stderr}".rstrip() + "\n"
    print(f"{said}{name}: {verdict} ({time.monotonic() - began:.1f} s)", flush=True)
    return min(done.returncode, 1)
