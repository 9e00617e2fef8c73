import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.expressions
import waymark.foundation.kernel.clock
import uuid
import waymark.foundation.kernel.clock
from django.db import migrations, models

from waymark.foundation.access.migrating import protect, sign
from waymark.foundation.ledger.migrating import record


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0001_access'),
        ('places', '0001_places'),
    ]

    operations = [
        migrations.CreateModel(
            name='Disposal',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('class_code', models.CharField(max_length=40)),
                ('model', models.CharField(max_length=80)),
                ('count', models.PositiveIntegerField()),
                ('on_date', models.DateField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
            ],
            options={
                'indexes': [models.Index(fields=['authority', 'on_date'], name='disposal_when')],
                'constraints': [models.CheckConstraint(condition=models.Q(('count__gte', 1)), name='disposal_of_something')],
            },
        ),
        migrations.CreateModel(
            name='RetentionSetting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('class_code', models.CharField(max_length=40)),
                ('months', models.PositiveSmallIntegerField(default=0)),
                ('days', models.PositiveSmallIntegerField(default=0)),
                ('length', models.GeneratedField(db_persist=True, expression=django.db.models.expressions.CombinedExpression(django.db.models.expressions.CombinedExpression(models.F('months'), '*', models.Value(487)), '+', django.db.models.expressions.CombinedExpression(models.F('days'), '*', models.Value(16))), output_field=models.IntegerField())),
                ('from_date', models.DateField()),
                ('reason', models.CharField(max_length=300)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('authority', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('pk__in', []), models.Q(('class_code', 'draft-referral'), ('length__lte', 224)), models.Q(('class_code', 'enquiry-unnamed'), ('length__lte', 11688)), models.Q(('class_code', 'enquiry-named'), ('length__lte', 5844)), models.Q(('class_code', 'referral-unfounded'), ('length__lte', 2922)), models.Q(('class_code', 'referral-child'), ('length__lte', 35064)), models.Q(('class_code', 'referral-adult'), ('length__lte', 35064)), models.Q(('class_code', 'channel-case'), ('length__lte', 35064)), models.Q(('class_code', 'case-papers'), ('length__lte', 35064)), models.Q(('class_code', 'panel-minutes'), ('length__lte', 35064)), models.Q(('class_code', 'third-party'), ('length__lte', 35064)), models.Q(('class_code', 'equality'), ('length__lte', 5844)), models.Q(('class_code', 'disclosure-log'), ('length__lte', 40908)), models.Q(('class_code', 'rights-request'), ('length__lte', 35064)), models.Q(('class_code', 'training-record'), ('length__lte', 35064)), models.Q(('class_code', 'self-audit'), ('length__lte', 35064)), models.Q(('class_code', 'project-grant'), ('length__lte', 40908)), ('class_code', 'board-papers'), models.Q(('class_code', 'ledger'), ('length__lte', 46752)), models.Q(('class_code', 'break-glass'), ('length__lte', 35064)), models.Q(('class_code', 'technical-log'), ('length__lte', 5844)), models.Q(('class_code', 'notification'), ('length__lte', 480)), models.Q(('class_code', 'export-file'), ('length__lte', 112)), models.Q(('class_code', 'rejected-upload'), ('length__lte', 16)), models.Q(('class_code', 'account'), ('length__lte', 1440)), models.Q(('class_code', 'backup'), ('length__lte', 1440)), _connector='OR'), name='retention_within_ceiling', violation_error_message='This is longer than the longest period the law and our policy allow.'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='retention_reason', violation_error_message='Say why this period is right.'), models.UniqueConstraint(fields=('authority', 'class_code', 'from_date'), name='retention_once', nulls_distinct=False, violation_error_message='There is already a period for this from that day on.')],
            },
        ),
        protect("retention_disposal"),
        record("retention_disposal", plain=["class_code", "model", "count", "on_date"]),
        sign("retention_disposal"),
        record("retention_retentionsetting", plain=["class_code", "months", "days", "from_date"]),
    ]
