from pathlib import Path

from django.db import migrations

from waymark.foundation.ledger.migrating import sql_file

SQL = Path(__file__).parent.parent / "sql"


class Migration(migrations.Migration):
    """Seals over ranges of entries, and the one way by which entries go when their time is over."""

    dependencies = [("ledger", "0002_disclosure_has_actor")]
    operations = [sql_file(SQL / "seals.sql")]
