import django.contrib.postgres.fields
import django.db.models.deletion
import functools
import uuid
import waymark.foundation.kernel.clock
import waymark.foundation.kernel.references
import waymark.foundation.vault.fields
from django.conf import settings
from pathlib import Path

from django.db import migrations, models

from waymark.foundation.access.migrating import protect
from waymark.foundation.ledger.migrating import record, sql_file
from waymark.foundation.vault.migrating import keyed

SQL = Path(__file__).resolve().parents[1] / "sql"
PLAIN = {
    "purging_purge": ["ground", "agreed", "asked_at", "decided_at", "done_at"],
    "purging_stone": ["relation", "field", "taken_on"],
}


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0004_glass'),
        ('accounts', '0003_typed_text'),
        ('places', '0005_register_in_background'),
        ('vault', '0001_vault'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Purge',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('reference', models.CharField(default=functools.partial(waymark.foundation.kernel.references.new_reference, *(waymark.foundation.kernel.references.Letter['PURGE'],), **{}), max_length=20, unique=True)),
                ('about', models.CharField(max_length=20)),
                ('ground', models.CharField(choices=[('intelligence', 'It came from an intelligence service, or was worked out from what came from one'), ('about', 'It is about an intelligence service or what one does'), ('marked', 'It is marked SECRET or TOP SECRET')], max_length=12)),
                ('why', waymark.foundation.vault.fields.SealedText()),
                ('items', models.JSONField()),
                ('asked_at', models.DateTimeField()),
                ('agreed', models.BooleanField(blank=True, null=True)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('refused_because', waymark.foundation.vault.fields.SealedText(blank=True, default='')),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-asked_at', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('agreed__isnull', True), ('decided_at__isnull', True), ('decided_by__isnull', True)), models.Q(('agreed__isnull', False), ('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='purge_decided_whole'), models.CheckConstraint(condition=models.Q(('decided_by__isnull', True), models.Q(('decided_by', models.F('asked_by')), _negated=True), _connector='OR'), name='purge_two_people'), models.CheckConstraint(condition=models.Q(('ground__in', ['intelligence', 'about', 'marked'])), name='purge_ground_is_listed'), models.CheckConstraint(condition=models.Q(('why__longer_than', 8)), name='purge_says_why'), models.CheckConstraint(condition=models.Q(('refused_because', ''), ('agreed', False), _connector='OR'), name='purge_reason_of_a_refusal'), models.CheckConstraint(condition=models.Q(('done_at__isnull', True), ('agreed', True), _connector='OR'), name='purge_agreed_before_done')],
            },
        ),
        migrations.CreateModel(
            name='Stone',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('relation', models.CharField(max_length=63)),
                ('row_id', models.UUIDField()),
                ('field', models.CharField(max_length=63)),
                ('record_id', models.UUIDField()),
                ('purge_key', models.UUIDField()),
                ('taken_on', models.DateField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
            ],
            options={
                'ordering': ['taken_on', 'id'],
                'constraints': [models.UniqueConstraint(fields=('relation', 'row_id', 'field'), name='stone_once')],
            },
        ),
        *(operation for table, plain in PLAIN.items() for operation in (protect(table), record(table, plain))),
        keyed("purging_purge"),
        sql_file(SQL / "purging.sql", "DROP SCHEMA purging CASCADE"),
    ]
