import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
import uuid
import waymark.foundation.kernel.clock
from django.conf import settings
from django.db import migrations, models

from waymark.foundation.access.migrating import protect, sign
from waymark.foundation.ledger.migrating import record

COUNCILLORS = {
    "training_term": ["name", "elected_on", "until_on", "due_days", "reminds"],
    "training_councillor": ["elected_on", "left_on", "done_on"],
}


class Migration(migrations.Migration):

    dependencies = [
        ('places', '0005_register_in_background'),
        ('training', '0002_asking'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Headcount',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('number', models.PositiveIntegerField()),
                ('counted_on', models.DateField()),
                ('source', models.CharField(max_length=200)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('institution', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.institution')),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.organisation')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('role', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='training.staffrole')),
            ],
            options={
                'ordering': ['-counted_on', '-recorded_at'],
                'constraints': [models.CheckConstraint(condition=models.Q(('institution__isnull', True), ('organisation__isnull', True), _connector='XOR'), name='headcount_of_a_place'), models.CheckConstraint(condition=models.Q(('source', ''), _negated=True), name='headcount_says_whence')],
            },
        ),
        protect("training_headcount"),
        record("training_headcount", ["number", "counted_on"]),
        sign("training_headcount"),
        migrations.CreateModel(
            name='Term',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('name', models.CharField(max_length=80)),
                ('elected_on', models.DateField()),
                ('until_on', models.DateField()),
                ('due_days', models.PositiveSmallIntegerField(default=90)),
                ('reminds', models.BooleanField(default=False)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('induction', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='training.course')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-elected_on', 'name'],
                'constraints': [models.UniqueConstraint(fields=('authority', 'name'), name='term_once'), models.CheckConstraint(condition=models.Q(('until_on__gt', models.F('elected_on'))), name='term_ends_after_election'), models.CheckConstraint(condition=models.Q(('due_days__gte', 1), ('due_days__lte', 366)), name='term_induction_in_bounds')],
            },
        ),
        migrations.CreateModel(
            name='Councillor',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('name', models.CharField(max_length=200)),
                ('email', models.EmailField(blank=True, default='', max_length=254)),
                ('elected_on', models.DateField()),
                ('left_on', models.DateField(blank=True, null=True)),
                ('done_on', models.DateField(blank=True, null=True)),
                ('done_how', models.CharField(blank=True, default='', max_length=200)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('term', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='councillors', to='training.term')),
            ],
            options={
                'ordering': ['name', 'id'],
                'constraints': [models.UniqueConstraint(models.F('term'), django.db.models.functions.text.Lower('name'), name='councillor_once'), models.UniqueConstraint(models.F('term'), django.db.models.functions.text.Lower('email'), condition=models.Q(('email', ''), _negated=True), name='councillor_once_by_email', violation_error_message='Somebody in this term has this email address.'), models.CheckConstraint(condition=models.Q(('left_on__isnull', True), ('left_on__gte', models.F('elected_on')), _connector='OR'), name='councillor_left_after'), models.CheckConstraint(condition=models.Q(models.Q(('done_how', ''), ('done_on__isnull', True)), models.Q(('done_on__gte', models.F('elected_on')), models.Q(('done_how', ''), _negated=True)), _connector='OR'), name='councillor_done_says_how')],
            },
        ),
        *(operation for table, plain in COUNCILLORS.items() for operation in (protect(table), record(table, plain))),
        # All of them are entered by those who plan (sql/training.sql).
        migrations.RunSQL(
            [f"SELECT training.written('{table}', 'training-plan')" for table in ("training_headcount", *COUNCILLORS)],
            migrations.RunSQL.noop,
        ),
    ]
