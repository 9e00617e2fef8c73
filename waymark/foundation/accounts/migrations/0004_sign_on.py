import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from waymark.foundation.ledger.migrating import record


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_typed_text"), ("ledger", "0001_ledger")]

    operations = [
        migrations.CreateModel(
            name="SignOn",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("identity", models.CharField(max_length=64, unique=True)),
                ("linked_at", models.DateTimeField()),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sign_on",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        record("accounts_signon", plain=["linked_at"]),
    ]
