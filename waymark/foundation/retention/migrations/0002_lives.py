from pathlib import Path

import django.contrib.postgres.fields
import django.db.models.deletion
import uuid
import waymark.foundation.kernel.clock
import waymark.foundation.kernel.sealed_fields
from django.conf import settings
from django.db import migrations, models

from waymark.foundation.access.migrating import protect
from waymark.foundation.ledger.migrating import record, sql_file
from waymark.foundation.retention.migrating import classes

SQL = Path(__file__).parent.parent / "sql"
DATES = ["class_code", "came_on", "began_on", "sealed_on", "seal_on", "review_on", "erase_on", "ceiling_on"]
PLAIN = {
    "retention_life": ["kind", *DATES],
    "retention_hold": ["review_on", "ended_on"],
    "retention_review": ["due_on", "decision", "keep_until"],
    "retention_proposal": ["counts", "approved"],
    "retention_erasure": ["kind", "class_code", "erased_on", "ground"],
}


class Migration(migrations.Migration):

    dependencies = [
        ('places', '0003_link_kinds_in_full'),
        ('retention', '0001_retention'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Erasure',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('kind', models.CharField(max_length=80)),
                ('record_id', models.UUIDField()),
                ('class_code', models.CharField(max_length=40)),
                ('erased_on', models.DateField()),
                ('ground', models.CharField(choices=[('expired', 'Its time was over'), ('two-people', 'Two people agreed'), ('ceiling', 'It reached the longest time it may be kept')], max_length=12)),
                ('proposal_key', models.UUIDField(null=True)),
                ('rows', models.JSONField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('kind', 'record_id'), name='erasure_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Hold',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('life_key', models.UUIDField()),
                ('kind', models.CharField(max_length=80)),
                ('reference', models.CharField(max_length=40)),
                ('reason', waymark.foundation.kernel.sealed_fields.SealedText()),
                ('placed_on', models.DateField()),
                ('review_on', models.DateField()),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('ended_because', waymark.foundation.kernel.sealed_fields.SealedText(blank=True, default='')),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('placed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='hold_has_reason'),
                    models.CheckConstraint(condition=models.Q(('review_on__gt', models.F('placed_on'))), name='hold_review_is_later'),
                    models.CheckConstraint(condition=models.Q(models.Q(('ended_because', ''), ('ended_by__isnull', True), ('ended_on__isnull', True)), models.Q(('ended_by__isnull', False), ('ended_on__isnull', False), models.Q(('ended_because', ''), _negated=True)), _connector='OR'), name='hold_ended_whole'),
                    models.UniqueConstraint(condition=models.Q(('ended_on__isnull', True)), fields=('life_key',), name='hold_in_force_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Life',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('kind', models.CharField(max_length=80)),
                ('record_id', models.UUIDField()),
                ('class_code', models.CharField(max_length=40)),
                ('came_on', models.DateField()),
                ('began_on', models.DateField(null=True)),
                ('sealed_on', models.DateField(null=True)),
                ('seal_on', models.DateField(null=True)),
                ('review_on', models.DateField(null=True)),
                ('erase_on', models.DateField()),
                ('ceiling_on', models.DateField(null=True)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
            ],
            options={
                'indexes': [
                    models.Index(fields=['authority', 'class_code', 'erase_on'], name='life_ends'),
                ],
                'constraints': [
                    models.UniqueConstraint(fields=('kind', 'record_id'), name='life_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('lives', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None)),
                ('counts', models.JSONField()),
                ('proposed_at', models.DateTimeField()),
                ('approved', models.BooleanField(blank=True, null=True)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('proposed_as', models.CharField(max_length=200)),
                ('decided_as', models.CharField(blank=True, default='', max_length=200)),
                ('reason', waymark.foundation.kernel.sealed_fields.SealedText(blank=True, default='')),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('proposed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('approved__isnull', True), ('decided_at__isnull', True), ('decided_by__isnull', True)), models.Q(('approved__isnull', False), ('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='proposal_decided_whole'),
                    models.CheckConstraint(condition=models.Q(('decided_by__isnull', True), models.Q(('decided_by', models.F('proposed_by')), _negated=True), _connector='OR'), name='proposal_two_people'),
                    models.UniqueConstraint(condition=models.Q(('approved__isnull', True)), fields=('authority',), name='proposal_one_open'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('life_key', models.UUIDField()),
                ('kind', models.CharField(max_length=80)),
                ('record_id', models.UUIDField()),
                ('due_on', models.DateField()),
                ('asked_on', models.DateField()),
                ('decision', models.CharField(blank=True, choices=[('erase', 'It is not necessary any more: erase it'), ('keep', 'It is still necessary: keep it until a day that I give')], default='', max_length=5)),
                ('keep_until', models.DateField(blank=True, null=True)),
                ('reason', waymark.foundation.kernel.sealed_fields.SealedText(blank=True, default='')),
                ('decided_on', models.DateField(blank=True, null=True)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('life_key', 'due_on'), name='review_once'),
                    models.CheckConstraint(condition=models.Q(models.Q(('decided_by__isnull', True), ('decided_on__isnull', True), ('decision', '')), models.Q(models.Q(('decision', ''), _negated=True), ('decided_by__isnull', False), ('decided_on__isnull', False), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='review_answer_whole'),
                    models.CheckConstraint(condition=models.Q(models.Q(('decision', 'keep'), ('keep_until__isnull', False)), models.Q(models.Q(('decision', 'keep'), _negated=True), ('keep_until__isnull', True)), _connector='OR'), name='review_keeps_until'),
                ],
            },
        ),
        migrations.AddField(
            model_name='disposal',
            name='ground',
            field=models.CharField(default='expired', max_length=12),
        ),
        migrations.AddField(
            model_name='disposal',
            name='proposal_key',
            field=models.UUIDField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='retentionsetting',
            name='review_months',
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='retentionsetting',
            name='seal_months',
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name='retentionsetting',
            constraint=models.CheckConstraint(condition=models.Q(('review_months__isnull', True), ('review_months__gte', 1), _connector='OR'), name='retention_review_some_day'),
        ),
        *[protect(table) for table in PLAIN],
        *[record(table, plain) for table, plain in PLAIN.items()],
        sql_file(SQL / "lives.sql", "DROP SCHEMA retention CASCADE"),
        classes(),
        sql_file(SQL / "erasing.sql"),
    ]
