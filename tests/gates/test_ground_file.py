"""A new database begins with one file; it holds what the migrations make, to the letter."""

from __future__ import annotations

from pathlib import Path

import pytest

from launcher import ground, postgres, testing


@pytest.fixture(scope="module")
def text() -> str:
    return testing.ground_text()


@pytest.mark.slow
def test_the_file_is_what_the_migrations_make_now(text):
    assert ground.FILE.read_text(encoding="utf-8") == text, (
        "Write it anew: .venv/bin/python -m launcher ground"
    )


def given_away(text: str) -> list[str]:
    return sorted(
        line for line in text.splitlines() if line.startswith(("GRANT ", "REVOKE ", "ALTER DEFAULT"))
    )


def test_what_is_laid_gives_no_right_that_the_file_does_not():
    """What a new database gives to everything by itself must not be added to what the file gives."""
    with testing.throw_away_cluster() as server:
        place = Path(server.host).parent
        cluster = postgres.Cluster(place / "data", Path(server.host), place / "log")
        laid = given_away(ground.dumped(cluster, "template1"))
    assert len(laid) > 500
    assert laid == given_away(ground.FILE.read_text(encoding="utf-8"))


def test_without_the_same_migrations_or_postgresql_it_is_not_used(tmp_path, monkeypatch):
    cluster = postgres.Cluster(tmp_path / "data", tmp_path / "s", tmp_path / "log")
    monkeypatch.setattr(ground, "FILE", tmp_path / "ground.sql")
    assert not ground.is_fresh(cluster)
    ground.FILE.write_text(ground.heading(postgres.major(cluster.bin)) + "SELECT 1;\n", encoding="utf-8")
    assert ground.is_fresh(cluster)
    ground.FILE.write_text(ground.heading(17) + "SELECT 1;\n", encoding="utf-8")
    assert not ground.is_fresh(cluster)
    fresh = ground.heading(postgres.major(cluster.bin))
    monkeypatch.setattr(ground, "sources", lambda: [*ground.ROOT.glob("waymark/**/sql/*.sql")])
    ground.FILE.write_text(fresh, encoding="utf-8")
    assert not ground.is_fresh(cluster)
