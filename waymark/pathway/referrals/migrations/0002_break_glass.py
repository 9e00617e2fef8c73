from pathlib import Path

from django.db import migrations

from waymark.foundation.access.migrating import breakable
from waymark.foundation.ledger.migrating import sql_file

SQL = Path(__file__).parent.parent / "sql"


class Migration(migrations.Migration):

    dependencies = [("referrals", "0001_referrals"), ("access", "0004_glass")]
    operations = [
        breakable("referrals.referral", "referrals_referral"),
        sql_file(SQL / "break_glass.sql", "DROP FUNCTION gate.sealed_behind(uuid)"),
    ]
