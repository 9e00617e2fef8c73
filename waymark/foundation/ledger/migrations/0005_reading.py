from pathlib import Path

from django.db import migrations

from waymark.foundation.ledger.migrating import sql_file

SQL = Path(__file__).parent.parent / "sql"


class Migration(migrations.Migration):
    """Whose entries somebody may read is asked once for a statement, and the newest are found by an index."""

    dependencies = [("ledger", "0004_writers")]
    operations = [sql_file(SQL / "reading.sql")]
