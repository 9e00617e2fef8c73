from pathlib import Path

from django.db import migrations

from waymark.foundation.ledger.migrating import sql_file

UNDO = (
    "DROP TRIGGER access_recovery_standing ON access_recovery; DROP FUNCTION gate.stands_in_recovery(); "
    "DROP FUNCTION gate.has_standing(uuid, bigint); DROP FUNCTION gate.vouching_since(bigint); DROP TABLE gate.vouches"
)


class Migration(migrations.Migration):
    """Who helps somebody back in has had their role for 14 days."""

    dependencies = [("access", "0006_interest")]

    operations = [sql_file(Path(__file__).parent.parent / "sql" / "standing.sql", UNDO)]
