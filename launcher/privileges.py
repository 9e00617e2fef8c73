"""PostgreSQL refuses to run as root. Started by root, its programs run as `nobody` and its folder belongs to nobody."""

from __future__ import annotations

import ctypes
import hashlib
import os
import pwd
import shutil
import signal
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

VAR_LIB = Path("/var/lib/waymark")
PR_SET_PDEATHSIG = 1
# Loaded before any fork: loading a library between fork and exec can hang.
_LIBC = ctypes.CDLL(None, use_errno=True)


def is_root() -> bool:
    return os.geteuid() == 0


def _nobody() -> pwd.struct_passwd:
    return pwd.getpwnam("nobody")


def dropped() -> dict[str, Any]:
    """Arguments for `subprocess` that make a child run as nobody when we are root; none otherwise."""
    if not is_root():
        return {}
    nobody = _nobody()
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def hand_over(path: Path) -> None:
    """Gives a file or folder (not what is in it) to the user PostgreSQL runs as."""
    if is_root():
        os.chown(path, _nobody().pw_uid, _nobody().pw_gid)


def reachable(path: Path) -> bool:
    """Can the user PostgreSQL runs as walk down to `path`? Others are asked only when we are root."""
    if not is_root():
        return True
    nobody = _nobody()
    for folder in path.resolve().parents:
        if not folder.exists():
            continue
        found = folder.stat()
        allowed = stat.S_IXUSR if found.st_uid == nobody.pw_uid else stat.S_IXOTH
        if not found.st_mode & allowed:
            return False
    return True


def outside(path: Path, word: str) -> Path:
    """The place under /var/lib/waymark that stands in for a `path` which nobody cannot reach (/root, most often)."""
    digest = hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:12]
    return VAR_LIB / f"{word}-{digest}"


def reachable_copy(folder: Path, names: list[str], version: str) -> Path:
    """`folder` itself, or, where nobody cannot reach it, a folder with copies of `names` out of it."""
    if reachable(folder / names[0] / "inside"):
        return folder
    copy = outside(folder, f"postgresql-{version}")
    if not (copy / "complete").exists():
        unfinished = copy.with_name(f"{copy.name}.{os.getpid()}")
        for name in names:
            shutil.copytree(folder / name, unfinished / name, symlinks=True)
        (unfinished / "complete").touch()
        VAR_LIB.chmod(0o755)
        unfinished.chmod(0o755)
        try:
            unfinished.rename(copy)
        except OSError:  # another start was quicker
            shutil.rmtree(unfinished)
    return copy


def dies_with_parent(with_signal: signal.Signals) -> Callable[[], None]:
    """A `preexec_fn`: the child gets `with_signal` when the launcher dies, even by kill -9. Linux only."""

    def ask() -> None:
        _LIBC.prctl(PR_SET_PDEATHSIG, int(with_signal), 0, 0, 0)

    return ask
