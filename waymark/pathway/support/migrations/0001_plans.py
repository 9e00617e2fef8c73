import uuid
from pathlib import Path

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import waymark.foundation.kernel.clock
import waymark.foundation.vault.fields
from waymark.foundation.access.migrating import protect
from waymark.foundation.ledger.migrating import record, sql_file
from waymark.foundation.retention.migrating import goes_with, not_by_hand

SQL = Path(__file__).resolve().parents[1] / "sql"
PLAIN = {
    "support_plan": ["number", "panel_on", "begun_at", "approved_at"],
    "support_planneed": ["came_from", "noted_at", "explained_at"],
}
# What goes with its referral.
PARTS = {
    table: f"SELECT s.id FROM {table} s JOIN channel_case c ON c.id = s.case_id WHERE c.referral_id = $1"
    for table in PLAIN
}


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('channel', '0001_cases'),
        ('places', '0003_link_kinds_in_full'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Plan',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('consent_arrangements', waymark.foundation.vault.fields.SealedText(blank=True, default='', within='case.referral')),
                ('nature', waymark.foundation.vault.fields.SealedText(blank=True, default='', within='case.referral')),
                ('responsible', waymark.foundation.vault.fields.SealedText(blank=True, default='', within='case.referral')),
                ('delivery', waymark.foundation.vault.fields.SealedText(blank=True, default='', within='case.referral')),
                ('changed', waymark.foundation.vault.fields.SealedText(blank=True, default='', within='case.referral')),
                ('why', waymark.foundation.vault.fields.SealedText(blank=True, default='', within='case.referral')),
                ('begun_at', models.DateTimeField()),
                ('panel_on', models.DateField(blank=True, null=True)),
                ('approved_as', models.CharField(blank=True, default='', max_length=200)),
                ('approved_at', models.DateTimeField(blank=True, null=True)),
                ('approved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('begun_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='plans', to='channel.case')),
            ],
            options={
                'ordering': ['number'],
                'constraints': [models.UniqueConstraint(fields=('case', 'number'), name='plan_number_once'), models.UniqueConstraint(condition=models.Q(('approved_at__isnull', True)), fields=('case',), name='plan_one_draft'), models.CheckConstraint(condition=models.Q(('consent_arrangements', ''), ('delivery', ''), ('nature', ''), ('responsible', ''), _negated=True), name='plan_says_something', violation_error_message='Write in at least one of the boxes.'), models.CheckConstraint(condition=models.Q(models.Q(('approved_at__isnull', True), ('approved_by__isnull', True)), models.Q(('approved_at__isnull', False), ('approved_by__isnull', False), ('panel_on__isnull', False), models.Q(('consent_arrangements', ''), _negated=True), models.Q(('nature', ''), _negated=True), models.Q(('responsible', ''), _negated=True), models.Q(('delivery', ''), _negated=True)), _connector='OR'), name='plan_approved_whole', violation_error_message='A plan is approved when it says all that the law asks for.'), models.CheckConstraint(condition=models.Q(('approved_at__isnull', True), ('number', 1), models.Q(models.Q(('changed', ''), _negated=True), models.Q(('why', ''), _negated=True)), _connector='OR'), name='plan_says_what_changed', violation_error_message='Say what changed in the plan, and why.')],
            },
        ),
        migrations.CreateModel(
            name='PlanNeed',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('came_from', models.CharField(choices=[('assessment', 'The assessment'), ('triage', 'Triage'), ('added', 'Added to the plan')], max_length=10)),
                ('source_id', models.UUIDField(blank=True, null=True)),
                ('place', models.CharField(blank=True, default='', max_length=10)),
                ('question', models.CharField(blank=True, default='', max_length=300)),
                ('words', waymark.foundation.vault.fields.SealedText(within='case.referral')),
                ('noted_at', models.DateTimeField()),
                ('why_none', waymark.foundation.vault.fields.SealedText(blank=True, default='', within='case.referral')),
                ('explained_at', models.DateTimeField(blank=True, null=True)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='support_needs', to='channel.case')),
                ('explained_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('noted_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['noted_at', 'place', 'recorded_at'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('source_id__isnull', False)), fields=('case', 'source_id', 'place'), name='plan_need_once'), models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='plan_need_worded'), models.CheckConstraint(condition=models.Q(models.Q(('explained_at__isnull', True), ('explained_by__isnull', True), ('why_none', '')), models.Q(('explained_at__isnull', False), ('explained_by__isnull', False), models.Q(('why_none', ''), _negated=True)), _connector='OR'), name='plan_need_reason_whole')],
            },
        ),
        *[protect(table) for table in PLAIN],
        *[record(table, plain) for table, plain in PLAIN.items()],
        sql_file(SQL / "plans.sql", "DROP SCHEMA support CASCADE"),
        goes_with("referrals.referral", PARTS),
        *[not_by_hand(table) for table in PLAIN],
    ]
