from pathlib import Path

import django.contrib.postgres.fields
from django.db import migrations, models

from waymark.foundation.ledger.migrating import sql_file

SQL = Path(__file__).parent.parent / "sql"
T = models.TextField
COMMON = [
    ("id", models.BigIntegerField(primary_key=True, serialize=False)),
    ("at", models.DateTimeField()),
    ("txid", models.BigIntegerField()),
    ("request", T()),
    ("actor", T()),
    ("authority_id", models.IntegerField(null=True)),
]


def entry(name: str, fields: list) -> migrations.CreateModel:
    return migrations.CreateModel(
        name=name,
        fields=COMMON + fields,
        options={"db_table": f'"ledger"."{name.lower()}"', "abstract": False, "managed": False},
    )


class Migration(migrations.Migration):
    initial = True
    dependencies: list = []
    operations = [
        sql_file(SQL / "ledger.sql", "DROP SCHEMA ledger CASCADE"),
        entry("Deed", [("organisation", T()), ("purpose", T()), ("deed", T()), ("about_kind", T()),
                       ("about_id", T()), ("happened_at", models.DateTimeField())]),
        entry("Change", [("login", T()), ("deed", T()), ("relation", T()), ("row_id", T()), ("op", T()),
                         ("columns", django.contrib.postgres.fields.ArrayField(base_field=T(), size=None)),
                         ("plain", models.JSONField()), ("digest", models.BinaryField())]),
        entry("Read", [("organisation", T()), ("purpose", T()), ("page", T()), ("about_kind", T()),
                       ("about_id", T())]),
        entry("Disclosure", [("organisation", T()), ("about_kind", T()), ("about_id", T()), ("recipient", T()),
                             ("what", T()), ("basis", T())]),
    ]
