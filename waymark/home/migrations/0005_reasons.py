from django.db import migrations

from waymark.foundation.vault.migrating import keyed


class Migration(migrations.Migration):
    """What is typed about keeping and erasing is sealed, and its key goes with its row.

    It stands here because retention and the vault stand beside each other.
    """

    dependencies = [("home", "0004_own_data"), ("retention", "0003_left_over"), ("vault", "0001_vault")]

    operations = [keyed(table) for table in ("retention_hold", "retention_review", "retention_proposal")]
