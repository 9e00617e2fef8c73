from pathlib import Path

from django.db import migrations

from waymark.foundation.ledger.migrating import sql_file

SQL = Path(__file__).parent.parent / "sql"


class Migration(migrations.Migration):
    """What the application may do with tables, narrowed to what it does."""

    initial = True
    dependencies = [
        ("access", "0003_rows_stay_home"),
        ("accounts", "0002_recorded"),
        ("auth", "0001_initial"),
        ("contenttypes", "0001_initial"),
        ("outbox", "0001_outbox"),
        ("places", "0003_link_kinds_in_full"),
        ("retention", "0001_retention"),
        ("tasks", "0001_tasks"),
    ]
    operations = [sql_file(SQL / "rights.sql")]
