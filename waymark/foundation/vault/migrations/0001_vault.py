from pathlib import Path

import django.contrib.postgres.fields
import django.db.models.deletion
import uuid
import waymark.foundation.kernel.clock
import waymark.foundation.vault.fields
from django.conf import settings
from django.db import migrations, models

from waymark.foundation.access.migrating import protect, sign
from waymark.foundation.ledger.migrating import record, sql_file
from waymark.foundation.vault.migrating import keyed

SQL = Path(__file__).parent.parent / "sql"
PLAIN = {
    "vault_recordkey": ["about_table", "master", "destroyed_at"],
    "vault_destroyed": ["about_table", "destroyed_at"],
    "vault_document": ["about_table", "kind", "size", "checked", "checked_at"],
}


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0005_recovery'),
        ('places', '0003_link_kinds_in_full'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='MasterKey',
            fields=[
                ('number', models.CharField(max_length=20, primary_key=True, serialize=False)),
                ('known_by', models.BinaryField()),
                ('made_at', models.DateTimeField()),
                ('retired_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='DestroyedKey',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('key_id', models.UUIDField(unique=True)),
                ('about_table', models.CharField(max_length=63)),
                ('about_id', models.UUIDField()),
                ('destroyed_at', models.DateTimeField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
            ],
            options={
                'db_table': 'vault_destroyed',
                'ordering': ['destroyed_at'],
            },
        ),
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('about_table', models.CharField(max_length=63)),
                ('about_id', models.UUIDField()),
                ('name', waymark.foundation.vault.fields.SealedText(within="record")),
                ('kind', models.CharField(max_length=10)),
                ('size', models.PositiveIntegerField()),
                ('stored_as', models.UUIDField(unique=True)),
                ('record_key', models.UUIDField()),
                ('wrapped', models.BinaryField()),
                ('checked', models.CharField(choices=[('waiting', 'Not checked for viruses yet'), ('clean', 'Checked: nothing harmful found'), ('infected', 'Harmful: it cannot be opened')], default='waiting', max_length=10)),
                ('checked_at', models.DateTimeField(blank=True, null=True)),
                ('checked_with', models.CharField(blank=True, default='', max_length=120)),
                ('added_at', models.DateTimeField()),
                ('added_by_user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('added_by_visitor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.visitor')),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
            ],
            options={
                'ordering': ['added_at'],
                'indexes': [models.Index(fields=['about_table', 'about_id'], name='document_about'), models.Index(condition=models.Q(('checked', 'waiting')), fields=['authority', 'added_at'], name='document_waits')],
                'constraints': [models.CheckConstraint(condition=models.Q(('added_by_user__isnull', True), ('added_by_visitor__isnull', True), _connector='OR'), name='document_one_adder'), models.CheckConstraint(condition=models.Q(('checked', 'waiting'), ('checked_at__isnull', False), _connector='OR'), name='document_checked_when')],
            },
        ),
        migrations.CreateModel(
            name='RecordKey',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('about_table', models.CharField(max_length=63)),
                ('about_id', models.UUIDField()),
                ('wrapped', models.BinaryField()),
                ('master', models.CharField(max_length=20)),
                ('destroyed_at', models.DateTimeField(blank=True, null=True)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
            ],
            options={
                'indexes': [models.Index(fields=['master', 'id'], name='recordkey_master')],
                'constraints': [models.UniqueConstraint(fields=('about_table', 'about_id'), name='recordkey_once'), models.CheckConstraint(condition=models.Q(models.Q(('destroyed_at__isnull', True), models.Q(('wrapped', b''), _negated=True)), models.Q(('destroyed_at__isnull', False), ('wrapped', b'')), _connector='OR'), name='recordkey_whole_or_gone')],
            },
        ),
        *(protect(table) for table in PLAIN),
        *(record(table, plain) for table, plain in PLAIN.items()),
        sql_file(SQL / "keys.sql"),
        *(keyed(table) for table in ("access_glass", "access_interest", "access_recovery")),
        sign("vault_destroyed", erasable=False),
    ]
