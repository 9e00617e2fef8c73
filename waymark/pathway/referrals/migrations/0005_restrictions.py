import uuid
from pathlib import Path

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import waymark.foundation.kernel.clock
from waymark.foundation.access.migrating import protect
from waymark.foundation.ledger.migrating import record, sql_file
from waymark.foundation.retention.migrating import goes_with, not_by_hand
from waymark.foundation.vault import fields as vault

SQL = Path(__file__).resolve().parents[1] / "sql"


class Migration(migrations.Migration):
    """A referral may be kept to named people."""

    dependencies = [
        ("referrals", "0004_lives"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Restriction",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("grants", django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ("version", models.PositiveIntegerField(default=1)),
                ("recorded_at", models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ("salt", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("people", django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None)),
                ("reason", vault.SealedText(within="referral")),
                ("restricted_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("ended_because", vault.SealedText(blank=True, default="", within="referral")),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.authority")),
                ("ended_by", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("referral", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="restrictions", to="referrals.referral")),
                ("restricted_by", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "ordering": ["restricted_at"],
                "constraints": [
                    models.UniqueConstraint(condition=models.Q(("ended_at__isnull", True)), fields=("referral",), name="restriction_one_in_force"),
                    models.CheckConstraint(condition=models.Q(models.Q(("ended_at__isnull", True), ("ended_by__isnull", True)), models.Q(("ended_at__isnull", False), ("ended_by__isnull", False)), _connector="OR"), name="restriction_ended_whole"),
                ],
            },
        ),
        protect("referrals_restriction"),
        record("referrals_restriction", plain=["restricted_at", "ended_at"]),
        sql_file(SQL / "restrictions.sql"),
        goes_with(
            "referrals.referral",
            {"referrals_restriction": "SELECT id FROM referrals_restriction WHERE referral_id = $1"},
        ),
        not_by_hand("referrals_restriction"),
    ]
