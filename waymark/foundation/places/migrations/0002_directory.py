import uuid

from django.db import migrations, models

# Contacts are the only people in this part: without somebody who acts (a person with an account, or a job), no row.
SEEN = "coalesce(current_setting('waymark.actor', true), '') ~ '^(user|job)'"


class Migration(migrations.Migration):
    dependencies = [("places", "0001_places"), ("ledger", "0001_ledger")]

    operations = [
        migrations.AddIndex(
            model_name="institution",
            index=models.Index(fields=["name", "id"], name="institution_by_name"),
        ),
        migrations.CreateModel(
            name="RegisterUpload",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=200)),
                ("content", models.BinaryField(default=b"")),
                ("shown", models.JSONField(default=dict)),
                ("recorded_at", models.DateTimeField()),
                ("applied_at", models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.RunSQL(
            f"ALTER TABLE places_contact ENABLE ROW LEVEL SECURITY;"
            f"ALTER TABLE places_contact FORCE ROW LEVEL SECURITY;"
            f"CREATE POLICY contact_seen ON places_contact USING ({SEEN}) WITH CHECK ({SEEN});",
            "DROP POLICY contact_seen ON places_contact;"
            "ALTER TABLE places_contact NO FORCE ROW LEVEL SECURITY;"
            "ALTER TABLE places_contact DISABLE ROW LEVEL SECURITY;",
        ),
    ]
