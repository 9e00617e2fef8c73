from pathlib import Path

from django.db import migrations

from waymark.foundation.ledger.migrating import sql_file

SQL = Path(__file__).resolve().parents[1] / "sql"


class Migration(migrations.Migration):
    initial = True
    dependencies = [("training", "0004_waiting"), ("places", "0005_register_in_background")]
    operations = [sql_file(SQL / "tally.sql")]
