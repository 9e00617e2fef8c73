import uuid
from pathlib import Path

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import waymark.foundation.kernel.clock
import waymark.foundation.vault.fields
import waymark.pathway.support.states
from waymark.foundation.access.migrating import enforce_states, protect
from waymark.foundation.ledger.migrating import record, sql_file
from waymark.foundation.retention.migrating import goes_with, not_by_hand
from waymark.pathway.support.states import SESSIONS

SQL = Path(__file__).resolve().parents[1] / "sql"
PLAIN = {
    "support_briefing": ["checked_on", "sessions", "sent_at", "read_at"],
    "support_session": ["planned_on", "state", "held_on", "minutes", "mode", "reported_at", "covered"],
    "support_report": ["due_on", "received_at", "seen_on"],
}
# What goes with its referral.
PARTS = {
    table: f"SELECT u.id FROM {table} u JOIN support_supportaction a ON a.id = u.action_id "
    "JOIN support_plan p ON p.id = a.plan_id JOIN channel_case c ON c.id = p.case_id WHERE c.referral_id = $1"
    for table in PLAIN
}


class Migration(migrations.Migration):

    dependencies = [
        ('places', '0004_one_directory'),
        ('support', '0002_given'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Briefing',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('checked_on', models.DateField()),
                ('checked_by', models.CharField(max_length=200)),
                ('words', waymark.foundation.vault.fields.SealedText(within='action')),
                ('sessions', models.PositiveSmallIntegerField()),
                ('sent_at', models.DateTimeField()),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('action', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='briefings', to='support.supportaction')),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('read_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('sent_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['sent_at', 'recorded_at'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('words', ''), _negated=True), models.Q(('checked_by', ''), _negated=True), ('sessions__gte', 1)), name='support_briefing_whole'), models.CheckConstraint(condition=models.Q(models.Q(('read_at__isnull', True), ('read_by__isnull', True)), models.Q(('read_at__isnull', False), ('read_by__isnull', False)), _connector='OR'), name='support_briefing_read_whole')],
            },
        ),
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('due_on', models.DateField()),
                ('words', waymark.foundation.vault.fields.SealedText(blank=True, default='', within='action')),
                ('received_at', models.DateTimeField(blank=True, null=True)),
                ('seen_on', models.DateField(blank=True, null=True)),
                ('action', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reports', to='support.supportaction')),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('seen_said_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('written_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['due_on', 'recorded_at'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('received_at__isnull', True), ('seen_on__isnull', True), ('words', ''), ('written_by__isnull', True)), models.Q(('received_at__isnull', False), ('written_by__isnull', False), models.Q(('words', ''), _negated=True)), _connector='OR'), name='support_report_whole'), models.CheckConstraint(condition=models.Q(models.Q(('seen_on__isnull', True), ('seen_said_by__isnull', True)), models.Q(('seen_on__isnull', False), ('seen_said_by__isnull', False)), _connector='OR'), name='support_report_seen_whole')],
            },
        ),
        migrations.CreateModel(
            name='Session',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('planned_on', models.DateField()),
                ('state', models.CharField(default=waymark.pathway.support.states.SessionState['PLANNED'], max_length=10)),
                ('held_on', models.DateField(blank=True, null=True)),
                ('minutes', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('mode', models.CharField(blank=True, choices=[('in_person', 'In person'), ('video', 'By video'), ('telephone', 'By telephone')], default='', max_length=10)),
                ('reason', waymark.foundation.vault.fields.SealedText(blank=True, default='', within='action')),
                ('reported_at', models.DateTimeField(blank=True, null=True)),
                ('covered', models.BooleanField(blank=True, null=True)),
                ('action', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sessions', to='support.supportaction')),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('planned_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('reported_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['planned_on', 'recorded_at', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('reported_by__isnull', True), ('state', waymark.pathway.support.states.SessionState['PLANNED'])), models.Q(('held_on__isnull', False), ('minutes__gte', 1), ('reported_by__isnull', False), ('state', waymark.pathway.support.states.SessionState['HELD']), models.Q(('mode', ''), _negated=True)), models.Q(('held_on__isnull', True), ('reported_by__isnull', False), ('state', waymark.pathway.support.states.SessionState['NOT_HELD']), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='support_session_whole', violation_error_message='Say when, how long and how it was held, or why it was not.')],
            },
        ),
        *[protect(table) for table in PLAIN],
        *[record(table, plain) for table, plain in PLAIN.items()],
        enforce_states(SESSIONS, "support_session"),
        sql_file(SQL / "providers.sql"),
        goes_with("referrals.referral", PARTS),
        *[not_by_hand(table) for table in PLAIN],
    ]
