from pathlib import Path

from django.db import migrations

from waymark.foundation.ledger.migrating import sql_file

SQL = Path(__file__).parent.parent / "sql"


class Migration(migrations.Migration):

    dependencies = [("people", "0001_people"), ("ledger", "0001_ledger"), ("access", "0001_access")]

    operations = [sql_file(SQL / "seen_before_walls.sql")]
