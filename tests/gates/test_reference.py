"""The papers in docs/reference are what the declarations say today."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from waymark.foundation.retention import reference

PAPERS = settings.ROOT / "docs" / "reference"


def test_the_papers_are_fresh():
    assert reference.stale(PAPERS) == [], "Run `./run manage write_reference` and read the difference."


def test_every_paper_is_written():
    expected = {"map.md", "states.md", "roles.md", "fields.md", "retention.md", "measures.md"}
    assert expected <= set(reference.SECTIONS)


def test_a_planted_difference_is_found(tmp_path: Path):
    shutil.copytree(PAPERS, tmp_path, dirs_exist_ok=True)
    with (tmp_path / "roles.md").open("a") as paper:
        paper.write("planted\n")
    assert reference.stale(tmp_path) == ["roles.md"]
    with pytest.raises(CommandError, match=r"roles\.md"):
        call_command("write_reference", "--check", "--into", str(tmp_path))
