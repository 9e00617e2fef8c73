"""*Seen before?* by keys: what a person can be found by is kept beside them, and found by what two have in common."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db import migrations

from waymark.foundation.ledger.migrating import sql_file
from waymark.pathway.people import name_forms

SQL = Path(__file__).parent.parent / "sql"
OLD = """
DROP FUNCTION IF EXISTS gate.earlier_records(uuid);
DROP FUNCTION IF EXISTS gate.name_reason(text, text);
DROP FUNCTION IF EXISTS gate.birth_reason(date, text, date, text);
"""


def learn(apps: Any, editor: Any) -> None:
    with editor.connection.cursor() as cursor:
        name_forms.load(cursor)
        name_forms.learn_everybody(cursor)


class Migration(migrations.Migration):

    dependencies = [("people", "0002_owner_questions")]

    operations = [
        migrations.RunSQL(OLD, migrations.RunSQL.noop),
        *[sql_file(SQL / f"{name}.sql") for name in ("names", "comparing", "keys", "searching", "search_rights")],
        migrations.RunPython(learn, migrations.RunPython.noop),
    ]
