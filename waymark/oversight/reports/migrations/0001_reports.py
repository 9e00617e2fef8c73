import django.contrib.postgres.fields
import django.db.models.deletion
import uuid
import waymark.foundation.kernel.clock
from django.conf import settings
from pathlib import Path

from django.db import migrations, models

from waymark.foundation.access.migrating import protect, sign
from waymark.foundation.ledger.migrating import record, sql_file

SQL = Path(__file__).resolve().parents[1] / "sql"
PLAIN = {
    "reports_report": ["kind", "from_on", "until_on", "number", "begun_at", "signed_at"],
    "reports_figure": ["code", "split", "definition_version", "counted_at"],
    "reports_release": ["asked_at", "approved", "answered_at"],
}


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('places', '0005_register_in_background'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Report',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('kind', models.CharField(choices=[('training', 'Training'), ('channel', 'Channel: evidence for the assurance of a year')], default='training', max_length=10)),
                ('title', models.CharField(max_length=200)),
                ('from_on', models.DateField()),
                ('until_on', models.DateField()),
                ('passages', models.JSONField(blank=True, default=dict)),
                ('chosen_quotes', models.JSONField(blank=True, default=list)),
                ('quotes', models.JSONField(blank=True, default=list)),
                ('begun_at', models.DateTimeField()),
                ('signed_as', models.CharField(blank=True, default='', max_length=200)),
                ('signed_at', models.DateTimeField(blank=True, null=True)),
                ('number', models.PositiveSmallIntegerField(default=1)),
                ('because', models.CharField(blank=True, default='', max_length=500)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('begun_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('corrects', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='corrected_by', to='reports.report')),
                ('signed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-recorded_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Figure',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('code', models.CharField(max_length=60)),
                ('split', models.CharField(blank=True, default='', max_length=40)),
                ('definition_version', models.PositiveSmallIntegerField()),
                ('unit', models.CharField(default='count', max_length=20)),
                ('personal', models.BooleanField(default=False)),
                ('title', models.JSONField()),
                ('definition', models.JSONField()),
                ('source', models.JSONField()),
                ('from_on', models.DateField()),
                ('until_on', models.DateField()),
                ('counted_at', models.DateTimeField()),
                ('rows', models.JSONField(blank=True, default=list)),
                ('before', models.JSONField(blank=True, null=True)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='figures', to='reports.report')),
            ],
            options={
                'ordering': ['recorded_at', 'id'],
            },
        ),
        migrations.AddConstraint(
            model_name='report',
            constraint=models.CheckConstraint(condition=models.Q(('until_on__gte', models.F('from_on'))), name='report_ends_after_start', violation_error_message='The last day must not be before the first day.'),
        ),
        migrations.AddConstraint(
            model_name='report',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('signed_at__isnull', True), ('signed_by__isnull', True)), models.Q(('signed_at__isnull', False), ('signed_by__isnull', False)), _connector='OR'), name='report_signed_whole'),
        ),
        migrations.AddConstraint(
            model_name='report',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('because', ''), ('corrects__isnull', True), ('number', 1)), models.Q(('corrects__isnull', False), ('number__gt', 1), models.Q(('because', ''), _negated=True)), _connector='OR'), name='report_correction_whole'),
        ),
        migrations.AddConstraint(
            model_name='figure',
            constraint=models.UniqueConstraint(fields=('report', 'code', 'split'), name='figure_once'),
        ),
        migrations.CreateModel(
            name='Release',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('recipient', models.CharField(max_length=200)),
                ('purpose', models.CharField(max_length=500)),
                ('codes', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=60), size=None)),
                ('asked_at', models.DateTimeField()),
                ('approved', models.BooleanField(blank=True, null=True)),
                ('because', models.CharField(blank=True, default='', max_length=500)),
                ('answered_as', models.CharField(blank=True, default='', max_length=200)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('copy', models.JSONField(blank=True, default=list)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('report', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='releases', to='reports.report')),
            ],
            options={
                'ordering': ['-asked_at', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('answered_at__isnull', True), ('answered_by__isnull', True), ('approved__isnull', True), ('copy', [])), models.Q(('answered_at__isnull', False), ('answered_by__isnull', False), ('approved__isnull', False)), _connector='OR'), name='release_answered_whole'), models.CheckConstraint(condition=models.Q(('approved__isnull', True), models.Q(('approved', True), models.Q(('copy', []), _negated=True)), models.Q(('approved', False), ('copy', []), models.Q(('because', ''), _negated=True)), _connector='OR'), name='release_refused_because', violation_error_message='Say why not.'), models.CheckConstraint(condition=models.Q(('answered_by__isnull', True), models.Q(('answered_by', models.F('asked_by')), _negated=True), _connector='OR'), name='release_by_two', violation_error_message='Another person than whoever asked answers.'), models.CheckConstraint(condition=models.Q(('codes__len__gt', 0), models.Q(('recipient', ''), _negated=True), models.Q(('purpose', ''), _negated=True)), name='release_says_what')],
            },
        ),
        *(operation for table, plain in PLAIN.items() for operation in (protect(table), record(table, plain))),
        sign("reports_figure"),
        sql_file(SQL / "reports.sql", "DROP SCHEMA reports CASCADE"),
    ]
