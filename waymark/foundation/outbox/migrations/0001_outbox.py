import datetime
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.expressions
import waymark.foundation.kernel.clock
import uuid
import waymark.foundation.kernel.clock
import waymark.foundation.outbox.models.message
from django.db import migrations, models

from pathlib import Path

from waymark.foundation.access.migrating import enforce_states, protect
from waymark.foundation.ledger.migrating import record, sql_file
from waymark.foundation.outbox.states import STATES

SQL = Path(__file__).parent.parent / "sql"


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0001_access'),
        ('procrastinate', '0041_post_retry_failed_job'),
        ('places', '0001_places'),
    ]

    operations = [
        migrations.CreateModel(
            name='MailHealth',
            fields=[
                ('id', models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ('last_sent_at', models.DateTimeField(blank=True, null=True)),
                ('last_failed_at', models.DateTimeField(blank=True, null=True)),
                ('last_error', models.CharField(blank=True, default='', max_length=80)),
                ('worker_seen_at', models.DateTimeField(blank=True, null=True)),
                ('waiting', models.PositiveIntegerField(default=0)),
                ('gave_up', models.PositiveIntegerField(default=0)),
                ('oldest_queued_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('pk', 1)), name='mail_health_one_row')],
            },
        ),
        migrations.CreateModel(
            name='Message',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('code', models.CharField(max_length=80)),
                ('language', models.CharField(max_length=2)),
                ('reference', models.CharField(blank=True, default='', max_length=20)),
                ('key', models.CharField(max_length=200)),
                ('state', models.CharField(choices=[('queued', 'queued'), ('sending', 'sending'), ('sent', 'sent'), ('failed', 'failed'), ('gave_up', 'gave_up')], default='queued', max_length=10)),
                ('attempts', models.PositiveIntegerField(default=0)),
                ('last_error', models.CharField(blank=True, default='', max_length=80)),
                ('queued_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now)),
                ('next_try_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now)),
                ('taken_at', models.DateTimeField(blank=True, null=True)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('gave_up_at', models.DateTimeField(blank=True, null=True)),
                ('keep_until', models.DateTimeField(default=waymark.foundation.outbox.models.message.last_keeping)),
                ('authority', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
            ],
            options={
                'indexes': [
                    models.Index(fields=['state', 'next_try_at'], name='message_due'),
                ],
                'constraints': [
                    models.UniqueConstraint(fields=('authority', 'key'), name='message_once', nulls_distinct=False),
                    models.CheckConstraint(condition=models.Q(models.Q(('sent_at__isnull', False), ('state', 'sent')), models.Q(models.Q(('state', 'sent'), _negated=True), ('sent_at__isnull', True)), _connector='OR'), name='message_sent_has_time'),
                    models.CheckConstraint(condition=models.Q(('sent_at__isnull', True), ('keep_until__lte', django.db.models.expressions.CombinedExpression(models.F('sent_at'), '+', models.Value(datetime.timedelta(days=30)))), _connector='OR'), name='message_goes'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Envelope',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('user_id', models.UUIDField(blank=True, null=True)),
                ('address', models.EmailField(blank=True, default='', max_length=254)),
                ('link', models.CharField(blank=True, default='', max_length=2000)),
                ('subject', models.CharField(blank=True, default='', max_length=300)),
                ('body', models.TextField(blank=True, default='')),
                ('authority', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('message', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='envelope', to='outbox.message')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('address', ''), ('user_id__isnull', False)), models.Q(('user_id__isnull', True), models.Q(('address', ''), _negated=True)), _connector='OR'), name='envelope_one_recipient'),
                ],
            },
        ),
        protect("outbox_message"),
        protect("outbox_envelope"),
        record("outbox_envelope"),
        enforce_states(STATES, "outbox_message"),
        sql_file(SQL / "queue.sql"),
    ]
