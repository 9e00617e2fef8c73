from pathlib import Path

from django.db import migrations

from waymark.foundation.ledger.migrating import sql_file

SQL = Path(__file__).resolve().parents[1] / "sql"


class Migration(migrations.Migration):
    """What a closing is judged by stays as it was received."""

    dependencies = [("referrals", "0007_mistake_told"), ("people", "0003_seen_before")]

    operations = [sql_file(SQL / "facts.sql")]
