"""Runs the inspection of a file in a process of its own: no keys, no settings, no network, little memory and time.

What breaks there (or is made to break by whoever sent the file) breaks nothing here: the file is refused.
"""

from __future__ import annotations

import os
import subprocess
import sys

import structlog
from django.conf import settings

from .inspecting import Unacceptable

SECONDS = 45
REFUSED = 3
log = structlog.get_logger(__name__)


def clean(kind: str, content: bytes) -> bytes:
    """The file made anew. Raises Unacceptable."""
    words = [sys.executable, "-m", f"{__package__}.inspecting", kind]
    environ = {"PATH": os.defpath, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "LANG": "C.UTF-8"}
    try:
        done = subprocess.run(
            words,
            input=content,
            env=environ,
            cwd=settings.ROOT,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as problem:
        raise Unacceptable("too-much") from problem
    if done.stderr.startswith(b"unconfined"):
        # Memory and time are limited all the same; the network of the machine can be reached (docs/operate).
        log.warning("vault.inspection-not-confined")
    if done.returncode == 0:
        return done.stdout
    if done.returncode == REFUSED:
        raise Unacceptable(done.stderr.decode("ascii", "replace").strip().splitlines()[-1])
    log.warning("vault.inspection-broke", kind=kind, code=done.returncode)
    raise Unacceptable("damaged")
