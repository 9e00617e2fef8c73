from django.db import migrations


class Migration(migrations.Migration):
    """That something was given out is never entered without who gave it."""

    dependencies = [("ledger", "0001_ledger")]
    operations = [
        migrations.RunSQL(
            "ALTER TABLE ledger.disclosure ADD CONSTRAINT disclosure_has_actor CHECK (actor <> '')",
            "ALTER TABLE ledger.disclosure DROP CONSTRAINT disclosure_has_actor",
        )
    ]
