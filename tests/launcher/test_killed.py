"""Small versions of `./run bench kill` and `./run bench pages`, on a small country that is really served."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bench.kill import kill
from bench.serving import ROOT, environment, small_country

pytestmark = [pytest.mark.slow, pytest.mark.alone]


@pytest.fixture
def country():
    """One for each test: so many people signing in twice within minutes would be kept waiting."""
    with small_country("--authorities", "1", "--people", "40", "--entries", "1500") as folder:
        yield folder


def nothing_lost(found, times: int) -> None:
    assert not found.wrong, found.wrong
    assert sum(found.kills.values()) == times
    assert found.answered


def test_what_was_acknowledged_survives_kills_in_the_midst_of_work(country):
    nothing_lost(kill(country, times=10, seed=1), 10)


@pytest.mark.long
def test_two_hundred_kills(country):
    nothing_lost(kill(country, times=200, seed=2), 200)


def test_a_working_day_on_the_real_server(country):
    command = [sys.executable, "-m", "launcher", "run", "--data", str(country), "bench", "pages"]
    done = subprocess.run(
        [*command, "--seconds", "6", "--rounds", "1", "--pause", "0.2"],
        cwd=ROOT, env=environment(), capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    assert "WRONG" not in done.stdout
    # Which pages come up in a few seconds is left to chance; these come up nearly every second.
    for page in ("home", "queue", "triage page", "most restricted role"):
        assert page in done.stdout
