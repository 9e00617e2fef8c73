from pathlib import Path

from django.db import migrations

from waymark.foundation.ledger.migrating import sql_file

SQL = Path(__file__).parent.parent / "sql"


class Migration(migrations.Migration):
    """The writers of the ledger refuse an authority that the context of the transaction does not name."""

    dependencies = [("ledger", "0003_seals")]
    operations = [sql_file(SQL / "writers.sql")]
