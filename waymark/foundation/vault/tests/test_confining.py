"""The process that looks into files: without network, programs and files of its own, with little memory and time."""

from __future__ import annotations

import subprocess
import sys
import textwrap

import pytest
from django.conf import settings

from waymark.foundation.vault.inspecting import confining

MAIN = "import waymark.foundation.vault.inspecting.__main__ as m, io, sys; sys.stdin = io.TextIOWrapper(io.BytesIO(b'x'))"
TRIES = {
    "network": "import socket; socket.socket()",
    "network by name": "import socket; socket.create_connection(('127.0.0.1', 9), 1)",
    "program": "import subprocess; subprocess.run(['/bin/true'])",
    "file": "import tempfile; f = tempfile.TemporaryFile(); f.write(b'x' * 10_000); f.flush()",
    "memory": "bytearray(3_000_000_000)",
    "many files": "kept = [open('/dev/null') for _ in range(200)]",
}
NEEDS_KERNEL = ("network", "network by name", "program")


def run(code: str) -> subprocess.CompletedProcess[str]:
    """In a process of its own, its output through pipes, as `apart` runs it."""
    words = [sys.executable, "-c", textwrap.dedent(code)]
    return subprocess.run(words, cwd=settings.ROOT, capture_output=True, text=True, timeout=60, check=False)


def tried(what: str, *, confined: bool = True) -> bool:
    """Did it succeed?"""
    first = (
        "from waymark.foundation.vault.inspecting.confining import confine; confine()" if confined else "pass"
    )
    return run(f"{first}\n{TRIES[what]}\n").returncode == 0


@pytest.fixture(scope="module")
def held() -> set[str]:
    said = run(
        "from waymark.foundation.vault.inspecting.confining import confine; print(*confine(), sep='|')"
    )
    return set(said.stdout.strip().split("|"))


@pytest.mark.parametrize("what", [name for name in TRIES if name not in NEEDS_KERNEL])
def test_limits_hold_everywhere(what):
    assert not tried(what)


@pytest.mark.parametrize("what", NEEDS_KERNEL)
def test_the_kernel_takes_network_and_programs_away(held, what):
    wall = "no programs" if what == "program" else "no network"
    if wall not in held:
        pytest.skip(f"this kernel does not: it says {sorted(held)}")
    assert not tried(what)


@pytest.mark.parametrize("what", ["network", "program", "file", "many files"])
def test_planted_without_the_walls_each_succeeds(what):
    assert tried(what, confined=False)


def test_time_runs_out():
    code = """
        from waymark.foundation.vault.inspecting import confining
        confining.MOST_SECONDS = 1
        confining.confine()
        while True: pass
    """
    assert run(code).returncode < 0


def test_the_look_itself_is_confined_before_it_reads_anything(held):
    """Whoever takes `confine()` out of the process fails here."""
    if "no network" not in held:
        pytest.skip("this kernel takes no network away")
    tries = f"{MAIN}; import socket; m.clean = lambda kind, content: socket.socket() and b''; sys.exit(m.main('png'))"
    said = run(tries)
    assert said.returncode == 1 and "PermissionError" in said.stderr
    planted = tries.replace("m.clean", "m.confine = lambda: {'no network'}; m.clean", 1)
    assert run(planted).returncode == 0


def test_a_kernel_without_such_walls_is_told_of():
    said = run(
        f"{MAIN}; m.confine = lambda: {{'limits'}}; m.clean = lambda kind, content: content; sys.exit(m.main('txt'))"
    )
    assert said.returncode == 0 and said.stderr.startswith("unconfined")


def test_calls_of_another_machine_end_the_process():
    words = confining.program(0xC000003E, (41, 59))
    assert len(words) == 6 + 2 + 2 and all(len(word) == 8 for word in words)
