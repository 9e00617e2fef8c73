from pathlib import Path

from django.db import migrations

from waymark.foundation.access.migrating import home
from waymark.foundation.ledger.migrating import sql_file

SQL = Path(__file__).parent.parent / "sql"
PROTECTED = (
    "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'grants' "
    "WHERE c.relkind = 'r' AND c.relforcerowsecurity AND c.relnamespace = 'public'::regnamespace"
)


def tables_made_before(apps, schema_editor):
    """Tables protected later get the trigger from `protect` itself."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(PROTECTED)
        for (table,) in cursor.fetchall():
            cursor.execute(home(table))


class Migration(migrations.Migration):
    """A row stays in its authority, in databases made before that was so."""

    dependencies = [("access", "0002_promised_role")]
    operations = [
        sql_file(SQL / "stays_home.sql"),
        migrations.RunPython(tables_made_before, migrations.RunPython.noop),
    ]
