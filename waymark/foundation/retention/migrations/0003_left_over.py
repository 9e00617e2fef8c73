from pathlib import Path

from django.db import migrations, models

from waymark.foundation.ledger.migrating import sql_file

SQL = Path(__file__).parent.parent / "sql"
GROUNDS = [
    ("expired", "Its time was over"),
    ("two-people", "Two people agreed"),
    ("ceiling", "It reached the longest time it may be kept"),
    ("left-over", "Nothing needed it any more"),
]


class Migration(migrations.Migration):
    """What nothing holds any more goes; so does a refused proposal, in its time."""

    dependencies = [("retention", "0002_lives")]

    operations = [
        migrations.AlterField(
            model_name="erasure", name="ground", field=models.CharField(choices=GROUNDS, max_length=12)
        ),
        sql_file(SQL / "left_over.sql"),
    ]
