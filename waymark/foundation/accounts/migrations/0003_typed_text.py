import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

OWN = "'user:' || user_id::text = current_setting('waymark.actor', true)"


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_recorded")]

    operations = [
        migrations.CreateModel(
            name="TypedText",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("path", models.CharField(max_length=500)),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("ended", "the session had ended"),
                            ("step-up", "a proof was asked first"),
                            ("typing", "saved while typing"),
                        ],
                        max_length=10,
                    ),
                ),
                ("sealed", models.TextField()),
                ("kept_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField(db_index=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("user", "path", "why"), name="accounts_typed_once")
                ]
            },
        ),
        # The second wall: only its owner’s own request sees a row. One that is past its time may be deleted by any.
        migrations.RunSQL(
            [
                "ALTER TABLE accounts_typedtext ENABLE ROW LEVEL SECURITY",
                "ALTER TABLE accounts_typedtext FORCE ROW LEVEL SECURITY",
                f"CREATE POLICY accounts_typedtext_own ON accounts_typedtext USING ({OWN}) WITH CHECK ({OWN})",
                "CREATE POLICY accounts_typedtext_seen_to_go ON accounts_typedtext FOR SELECT "
                "USING (expires_at <= now())",
                "CREATE POLICY accounts_typedtext_old ON accounts_typedtext FOR DELETE USING (expires_at <= now())",
            ],
            "DROP POLICY accounts_typedtext_own ON accounts_typedtext; "
            "DROP POLICY accounts_typedtext_seen_to_go ON accounts_typedtext; "
            "DROP POLICY accounts_typedtext_old ON accounts_typedtext",
        ),
    ]
