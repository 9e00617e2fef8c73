from pathlib import Path

import django.contrib.postgres.fields
import django.db.models.deletion
import uuid
import waymark.foundation.kernel.clock
import waymark.foundation.kernel.sealed_fields
from django.conf import settings
from django.db import migrations, models

from waymark.foundation.access.migrating import glass, protect
from waymark.foundation.ledger.migrating import record, sql_file

SQL = Path(__file__).parent.parent / "sql"
PROTECTED = (
    "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'grants' "
    "WHERE c.relkind = 'r' AND c.relforcerowsecurity AND c.relnamespace = 'public'::regnamespace "
    "AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = c.relname || '_lent')"
)


def tables_made_before(apps, schema_editor):
    """Tables protected later get the policy from `protect` itself."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(PROTECTED)
        for (table,) in cursor.fetchall():
            cursor.execute(glass(table))


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0003_rows_stay_home'),
        ('places', '0003_link_kinds_in_full'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Glass',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('reference', models.CharField(max_length=20, unique=True)),
                ('about_kind', models.CharField(max_length=80)),
                ('about_id', models.UUIDField()),
                ('about_reference', models.CharField(max_length=20)),
                ('opened_as_lead', models.BooleanField()),
                ('reason', waymark.foundation.kernel.sealed_fields.SealedText()),
                ('opened_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('reviewed_at', models.DateTimeField(blank=True, null=True)),
                ('verdict', models.CharField(blank=True, choices=[('justified', 'Justified'), ('not_justified', 'Not justified'), ('needs_action', 'Needs action')], default='', max_length=14)),
                ('words', waymark.foundation.kernel.sealed_fields.SealedText(blank=True, default='')),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('reviewed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['opened_by', 'ends_at'], name='glass_of'), models.Index(fields=['about_kind', 'about_id'], name='glass_about')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('reviewed_at__isnull', True), ('reviewed_by__isnull', True), ('verdict', ''), ('words', '')), models.Q(('reviewed_at__isnull', False), ('reviewed_by__isnull', False), models.Q(('verdict', ''), _negated=True), models.Q(('words', ''), _negated=True)), _connector='OR'), name='glass_review_is_whole'), models.CheckConstraint(condition=models.Q(('reviewed_by__isnull', True), models.Q(('reviewed_by', models.F('opened_by')), _negated=True), _connector='OR'), name='glass_reviewed_by_another')],
            },
        ),
        migrations.CreateModel(
            name='Interest',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('about_kind', models.CharField(max_length=80)),
                ('about_id', models.UUIDField()),
                ('about_reference', models.CharField(max_length=20)),
                ('declared_at', models.DateTimeField()),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_because', waymark.foundation.kernel.sealed_fields.SealedText(blank=True, default='')),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_at__isnull', True)), fields=('user', 'about_kind', 'about_id'), name='interest_once'), models.CheckConstraint(condition=models.Q(models.Q(('withdrawn_at__isnull', True), ('withdrawn_because', ''), ('withdrawn_by__isnull', True)), models.Q(('withdrawn_at__isnull', False), ('withdrawn_by__isnull', False), models.Q(('withdrawn_because', ''), _negated=True)), _connector='OR'), name='interest_withdrawn_whole'), models.CheckConstraint(condition=models.Q(('withdrawn_by__isnull', True), models.Q(('withdrawn_by', models.F('user')), _negated=True), _connector='OR'), name='interest_withdrawn_by_another')],
            },
        ),
        protect("access_glass"),
        protect("access_interest"),
        record(
            "access_glass",
            plain=["reference", "about_kind", "about_reference", "opened_at", "ended_at", "reviewed_at", "verdict"],
        ),
        record("access_interest", plain=["about_kind", "about_reference", "declared_at", "withdrawn_at"]),
        sql_file(SQL / "glass.sql"),
        migrations.RunPython(tables_made_before, migrations.RunPython.noop),
    ]
