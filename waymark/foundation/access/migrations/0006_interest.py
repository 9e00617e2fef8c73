from pathlib import Path

from django.db import migrations

from waymark.foundation.ledger.migrating import sql_file

UNDO = "DROP POLICY access_glass_interest ON access_glass; DROP POLICY access_interest_interest ON access_interest"


class Migration(migrations.Migration):
    """Whoever declared an interest in a record sees nothing of its openings either."""

    dependencies = [("access", "0005_recovery")]

    operations = [sql_file(Path(__file__).parent.parent / "sql" / "interest.sql", UNDO)]
