"""Every deed that the ledger can hold is said in words to whoever reads it."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path

from django.apps import apps

from waymark.foundation.access.checks import door_of, routes
from waymark.foundation.ledger.deeds import DEEDS
from waymark.home.ledger_kinds import KINDS
from waymark.home.ledger_words import DEEDS as WORDS
from waymark.home.page_words import PAGES

ROOT = Path(__file__).resolve().parents[2]


def test_each_deed_has_its_sentence_and_no_sentence_is_left_over():
    for path in sorted(ROOT.glob("waymark/**/*.py")):
        if "@deed(" in path.read_text(encoding="utf-8") and "tests" not in path.parts:
            import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    declared = {code for code, run in DEEDS.items() if ".tests." not in run.__module__} | of_the_database()
    assert sorted(declared - WORDS.keys()) == [], "say these in waymark/home/ledger_words.py"
    assert sorted(WORDS.keys() - declared) == [], "nobody does these any more"


def of_the_database() -> set[str]:
    """Deeds that functions of the database note themselves."""
    texts = (path.read_text(encoding="utf-8") for path in ROOT.glob("waymark/**/*.sql"))
    return {code for text in texts for code in re.findall(r"note_deed\('([a-z.-]+)'", text)}


def test_deeds_that_the_database_notes_are_found():
    assert "people.search" in of_the_database()


def test_each_kind_is_a_model():
    labels = {model._meta.label_lower for model in apps.get_models()}
    assert sorted(KINDS.keys() - labels) == []


def test_each_page_that_shows_a_record_is_said_in_words():
    """The read log shows them; without words it would show the name of a route."""
    shown = {name for name, _pattern, view in routes() if (door := door_of(name, view)) and door.shows}
    assert sorted(shown - PAGES.keys()) == [], "say these in waymark/home/page_words.py"
    assert sorted(PAGES.keys() - shown) == [], "these show no record any more"
