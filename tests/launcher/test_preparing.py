"""What is done before the first page."""

from __future__ import annotations

from pathlib import Path

import pytest

from launcher import preparing
from launcher.folder import Folder


def test_only_a_new_folder_compiles_ahead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = tmp_path / "bytecode"
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(compiled))
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    folder = Folder(tmp_path / "data")
    folder.open()
    ahead = preparing.compile_ahead(folder)
    assert ahead is not None and ahead.wait(300) == 0
    assert [file.name.split(".")[0] for file in compiled.rglob("waymark/urls.*.pyc")] == ["urls"]
    preparing.Stamps(folder).keep("migrate", "done")
    assert preparing.compile_ahead(folder) is None
