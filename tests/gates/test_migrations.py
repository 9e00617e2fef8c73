"""The migrations make the tables that the models describe."""

from __future__ import annotations

import re
from pathlib import Path

from django.apps import apps
from django.core.management import call_command


def test_no_migration_is_missing(db, capsys):
    call_command("makemigrations", check_changes=True, dry_run=True, verbosity=1)
    assert "No changes detected" in capsys.readouterr().out


def test_a_planted_difference_is_found(db, capsys, monkeypatch):
    field = apps.get_model("concerns.Enquiry")._meta.get_field("name")
    monkeypatch.setattr(field, "max_length", 7)
    try:
        call_command("makemigrations", check_changes=True, dry_run=True, verbosity=1)
    except SystemExit:
        assert "Alter field name on enquiry" in capsys.readouterr().out
    else:
        raise AssertionError("the difference was not found")


def test_migrations_have_names():
    for config in apps.get_app_configs():
        if config.name.startswith("waymark."):
            for path in (Path(config.path) / "migrations").glob("0*.py"):
                assert re.fullmatch(r"\d{4}_[a-z_]+", path.stem) and "_auto_" not in path.stem, path
