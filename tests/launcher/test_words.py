"""The words after ./run and ./check, and the ceilings that ./check holds."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bench.__main__ import MEASURES
from launcher import checking, running, sizes
from launcher.serving import Address
from launcher.trouble import Trouble

from .service import ROOT, environment


def test_plain_run_serves_the_usual_place():
    options, verb, rest = running.understand([])
    assert (options.port, options.host, verb, rest) == (8000, "127.0.0.1", "serve", [])


def test_options_stand_before_the_verb_and_the_rest_is_the_verbs():
    options, verb, rest = running.understand(["--data", "demo", "import", "places", "a.csv", "--dry-run"])
    assert options.data.name == "demo"
    assert (verb, rest) == ("import", ["places", "a.csv", "--dry-run"])


def test_data_may_follow_reset():
    options, verb, rest = running.understand(["reset", "--yes", "--data", "/tmp/here"])
    assert (str(options.data), verb, rest) == ("/tmp/here", "reset", ["--yes"])


@pytest.mark.parametrize(
    "words", [["--port", "0"], ["--port", "²"], ["--port", "none"], ["--prot", "1"], ["sevre"], ["--port"]]
)
def test_words_it_does_not_know_are_said(words):
    with pytest.raises(Trouble) as told:
        running.understand(words)
    assert told.value.code == 2


@pytest.mark.parametrize("rest", [[], ["nonsense"], ["--help"]])
def test_what_to_import_is_asked_before_anything_is_started(tmp_path, rest):
    with pytest.raises(Trouble, match="Import what") as told:
        running.run(["--data", str(tmp_path / "new"), "import", *rest])
    assert told.value.code == 2 and not (tmp_path / "new").exists()


@pytest.mark.parametrize("host", ["256.1.1.1", "nowhere.invalid", "192.0.2.1"])
def test_a_host_that_is_not_of_this_machine_is_said(host):
    with pytest.raises(Trouble, match=f"{host} is not an address of this machine"):
        Address(host, 8000).see_free()


def test_help_names_every_verb():
    done = subprocess.run(
        [sys.executable, "-m", "launcher", "run", "--help"],
        cwd=ROOT, env=environment(), capture_output=True, text=True, check=True,
    )  # fmt: skip
    for verb in set(running.VERBS) - {"serve"}:
        assert f"./run {verb}" in done.stdout


@pytest.mark.parametrize("words", [["--help"], *([name, "--help"] for name in MEASURES), ["ledger", "-h"]])
def test_help_of_a_measurement_measures_nothing(tmp_path, words):
    done = subprocess.run(
        [sys.executable, "-m", "launcher", "run", "--data", str(tmp_path / "new"), "bench", *words],
        cwd=ROOT, env=environment(), capture_output=True, text=True, check=True, timeout=60,
    )  # fmt: skip
    assert "./run bench" in done.stdout and not (tmp_path / "new").exists()


def test_an_unknown_check_is_said():
    with pytest.raises(Trouble, match="no check"):
        checking.run(["spelling"])


def test_the_address_is_a_name():
    assert Address("127.0.0.1", 8000).url == "http://localhost:8000"
    assert Address("::", 80).hosts().startswith("localhost,")
    assert Address("::1", 80).hosts().count("[::1]") == 1


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("waymark/long.py", "x = 1\n" * 401, "a file of 401 lines"),
        ("waymark/part/tests/test_long.py", "x = 1\n" * 501, "a file of 501 lines"),
        ("waymark/part/templates/long.html", "<p>\n" * 121, "a template of 121 lines"),
        ("waymark/deed.py", "def deed():\n" + "    x = 1\n" * 40, "deed() has 41 lines"),
        ("waymark/utils.py", "", "says nothing"),
    ],
)
def test_each_ceiling_finds_a_planted_fault(tmp_path, name, text, words):
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.write_text(text)
    assert [fault for fault in sizes.faults(tmp_path) if words in fault]


def test_the_house_is_within_its_ceilings():
    assert list(sizes.faults()) == []


def test_what_is_within_the_ceilings_passes(tmp_path):
    for name, text in {
        "waymark/part.py": "def deed():\n" + "    x = 1\n" * 39,
        "waymark/settings/base.py": "x = 1\n" * 400,
        "waymark/migrations/0001_part.py": "x = 1\n" * 900,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        Path(tmp_path / name).write_text(text)
    assert list(sizes.faults(tmp_path)) == []
