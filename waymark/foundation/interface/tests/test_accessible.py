"""The accessibility statement says what the last run found, and nothing when no run was kept."""

from __future__ import annotations

import json

import pytest

from waymark.foundation.interface import accessible

HELD = {"on": "2026-11-20", "tool": "axe 4.10.2", "pages": 31, "widths": [375, 1280], "failing": []}


def keep(tmp_path, monkeypatch, text: str) -> None:
    paper = tmp_path / "accessible.json"
    paper.write_text(text, encoding="utf-8")
    monkeypatch.setattr(accessible, "PAPER", paper)


def test_the_results_are_said(pages, db, tmp_path, monkeypatch):
    keep(tmp_path, monkeypatch, json.dumps(HELD))
    text = pages.open("/accessibility/").text
    assert "20 November 2026" in text and "31 pages" in text and "found nothing" in text


def test_what_fails_is_said(pages, db, tmp_path, monkeypatch):
    keep(tmp_path, monkeypatch, json.dumps(HELD | {"failing": ["My day: color-contrast"]}))
    text = pages.open("/accessibility/").text
    assert "My day: color-contrast" in text and "found nothing" not in text


@pytest.mark.parametrize("text", ["", "{}", "[1]", json.dumps(HELD | {"on": "yesterday"})])
def test_results_that_cannot_be_read_are_none(pages, db, tmp_path, monkeypatch, text):
    keep(tmp_path, monkeypatch, text)
    assert accessible.results() is None
    assert "are not kept here" in pages.open("/accessibility/").text


def test_each_cookie_that_is_set_is_on_the_page(pages, db):
    pages.get("/account/sign-in/"), pages.get("/language/cy", {"next": "/"})
    names = set(pages.cookies)
    pages.get("/language/en", {"next": "/"})
    text = pages.open("/cookies/").text
    assert names and all(name in text for name in names)
