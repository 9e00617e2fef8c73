"""What is done before the first page."""

from __future__ import annotations

from pathlib import Path

import pytest

from launcher import preparing
from launcher.folder import Folder
from launcher.trouble import Trouble


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Folder:
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path / "bytecode"))
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    made = Folder(tmp_path / "data")
    made.open()
    return made


def test_only_a_new_folder_begins_ahead_of_its_database(
    folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = preparing.begin(folder)
    assert begun is not None and begun.end() == 0, begun and begun.log.read_text()
    compiled = [file.name.split(".")[0] for file in (tmp_path / "bytecode").rglob("waymark/urls.*.pyc")]
    assert compiled == ["urls"]
    monkeypatch.setenv("DATABASE_URL", "postgres://somebody@elsewhere/waymark")
    assert preparing.begin(folder) is None, "how it is reached is not known before it answers"
    monkeypatch.delenv("DATABASE_URL")
    preparing.Stamps(folder).keep("migrate", "done")
    assert preparing.begin(folder) is None


def test_it_runs_one_command_after_the_other_and_says_what_was_wrong(
    folder: Folder,
) -> None:
    begun = preparing.begin(folder)
    assert begun is not None
    begun.run(["check"], "The checks failed.")
    with pytest.raises(Trouble) as told:
        begun.run(["open_vault", "--planted"], "It could not be loaded.")
    assert "It could not be loaded." in str(told.value) and "unrecognized arguments: --planted" in str(
        told.value
    )
