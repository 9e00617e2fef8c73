"""A record and rows that hang on it, of the tests’ own: their tables are made as the owner, and go with the test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps.registry import Apps
from django.db import connection, models

from waymark.foundation.access.migrating import protect
from waymark.foundation.access.models import Protected
from waymark.foundation.ledger.migrating import record as recorded
from waymark.foundation.places.models import Authority
from waymark.foundation.vault.fields import SealedJSON, SealedText
from waymark.foundation.vault.migrating import keyed

ELSEWHERE = Apps()


class Folder(Protected):
    """A record with a sealed text of its own."""

    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="+")
    words = SealedText(default="")
    answers = SealedJSON(default=dict)
    plain = models.TextField(default="")

    class Meta:
        apps = ELSEWHERE
        app_label = "vault_tests"
        db_table = "vault_tests_folder"


class Note(Protected):
    """A row that hangs on it, sealed with its key; a reason is demanded by the database."""

    authority = models.ForeignKey(Authority, on_delete=models.PROTECT, related_name="+")
    folder = models.ForeignKey(Folder, on_delete=models.CASCADE, related_name="notes")
    words = SealedText(within="folder")

    class Meta:
        apps = ELSEWHERE
        app_label = "vault_tests"
        db_table = "vault_tests_note"
        constraints = [models.CheckConstraint(condition=~models.Q(words=""), name="tests_note_says")]


@pytest.fixture
def tables(db: None, everything: Any) -> Iterator[None]:
    """The two tables, guarded as those of the house are."""
    with everything(), connection.schema_editor(atomic=False) as editor, connection.cursor() as cursor:
        cursor.execute("SET ROLE waymark_owner")
        for model in (Folder, Note):
            editor.create_model(model)
            table = model._meta.db_table
            for operation in (protect(table), recorded(table, ["plain"]), keyed(table)):
                sql = operation.sql if isinstance(operation.sql, (list, tuple)) else [operation.sql]
                for line in sql:
                    cursor.execute(line)
        for statement in editor.deferred_sql:
            cursor.execute(str(statement))
        editor.deferred_sql.clear()
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    yield


@pytest.fixture
def make(cast: Any, tables: None) -> Any:
    """A folder of the officer’s authority."""

    def make_folder(words: str = "", side: Any = None, **given: Any) -> Folder:
        side = side or cast.here
        pk = side.authority.pk
        grants = [f"authority:{pk}:triage", f"system:{pk}"]
        return Folder.objects.create(authority=side.authority, grants=grants, words=words, **given)

    return make_folder


@pytest.fixture
def data(settings: Any, tmp_path: Path) -> Path:
    settings.WAYMARK_DOCUMENTS = tmp_path / "documents"
    settings.WAYMARK_MASTER_FILE = str(tmp_path / "keys" / "master.json")
    return tmp_path
