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

SQL = Path(__file__).resolve().parents[1] / "sql"
TABLE = "support_fundrequest"
PLAIN = ["asked_on", "amount", "entered_at", "decision", "decided_on", "granted", "decision_at"]
# What goes with its referral.
PARTS = {
    TABLE: f"SELECT f.id FROM {TABLE} f JOIN support_supportaction a ON a.id = f.action_id "
    "JOIN support_plan p ON p.id = a.plan_id JOIN channel_case c ON c.id = p.case_id WHERE c.referral_id = $1"
}


class Migration(migrations.Migration):

    dependencies = [
        ('places', '0005_register_in_background'),
        ('support', '0003_providers'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='FundRequest',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('asked_of', models.CharField(max_length=200)),
                ('amount', models.DecimalField(decimal_places=2, max_digits=9)),
                ('asked_on', models.DateField()),
                ('reference', models.CharField(blank=True, default='', max_length=60)),
                ('entered_at', models.DateTimeField()),
                ('decision', models.CharField(blank=True, choices=[('granted', 'Granted'), ('refused', 'Refused'), ('withdrawn', 'Taken back')], default='', max_length=10)),
                ('decided_on', models.DateField(blank=True, null=True)),
                ('decided_by', models.CharField(blank=True, default='', max_length=200)),
                ('granted', models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True)),
                ('decision_at', models.DateTimeField(blank=True, null=True)),
                ('action', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='fund_requests', to='support.supportaction')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('decision_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['asked_on', 'recorded_at', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('amount__gt', 0), models.Q(('asked_of', ''), _negated=True)), name='support_fund_asked_whole'), models.CheckConstraint(condition=models.Q(models.Q(('decided_by', ''), ('decided_on__isnull', True), ('decision', ''), ('decision_at__isnull', True), ('decision_by__isnull', True)), models.Q(models.Q(('decision', ''), _negated=True), models.Q(('decided_by', ''), _negated=True), ('decided_on__gte', models.F('asked_on')), ('decision_at__isnull', False), ('decision_by__isnull', False)), _connector='OR'), name='support_fund_decided_whole'), models.CheckConstraint(condition=models.Q(models.Q(('granted__isnull', True), models.Q(('decision', 'granted'), _negated=True)), models.Q(('decision', 'granted'), ('granted__gt', 0), ('granted__isnull', False), ('granted__lte', models.F('amount'))), _connector='OR'), name='support_fund_granted', violation_error_message='Enter how much was granted: no more than was asked for.')],
            },
        ),
        protect(TABLE),
        record(TABLE, PLAIN),
        sql_file(SQL / "funds.sql"),
        goes_with("referrals.referral", PARTS),
        not_by_hand(TABLE),
    ]
