import django.contrib.postgres.fields
import django.db.models.deletion
import uuid
import waymark.foundation.kernel.clock
from django.conf import settings
from pathlib import Path

from django.db import migrations, models

from waymark.delivery.training.states import DECLARATIONS
from waymark.foundation.access.migrating import enforce_states, protect, sign
from waymark.foundation.ledger.migrating import record, sql_file
from waymark.foundation.vault.migrating import keyed


SQL = Path(__file__).resolve().parents[1] / "sql"
PLAIN = {
    "training_waitingrule": ["hours", "from_on"],
    "training_keptplaces": ["number", "days_before", "taken", "released_at"],
    "training_signin": ["signed_at", "settled_at"],
    "training_declared": ["state", "held_on", "declared_at", "answered_at"],
    "training_substitution": ["changed_at", "by_link"],
}


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0007_standing'),
        ('places', '0004_one_directory'),
        ('training', '0003_headcounts'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='WaitingRule',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('hours', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('from_on', models.DateField()),
                ('because', models.CharField(max_length=300)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-from_on'],
                'constraints': [models.UniqueConstraint(fields=('authority', 'from_on'), name='waiting_rule_one_a_day'), models.CheckConstraint(condition=models.Q(('hours__isnull', True), models.Q(('hours__gte', 1), ('hours__lte', 336)), _connector='OR'), name='waiting_rule_in_bounds'), models.CheckConstraint(condition=models.Q(('because', ''), _negated=True), name='waiting_rule_says_why')],
            },
        ),
        migrations.CreateModel(
            name='KeptPlaces',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('phase', models.CharField(blank=True, default='', max_length=50)),
                ('kind', models.CharField(blank=True, choices=[('council', 'Council'), ('department', 'Council department'), ('police', 'Police'), ('school', 'School, college or nursery'), ('nhs', 'NHS body'), ('probation', 'Probation'), ('prison', 'Prison or young offender institution'), ('housing', 'Housing provider'), ('contractor', 'Contractor'), ('youth', 'Youth centre or youth provider'), ('supplementary', 'Supplementary school'), ('out_of_school', 'Out-of-school setting'), ('charity', 'Charity or community organisation'), ('other', 'Other')], default='', max_length=20)),
                ('days_before', models.PositiveSmallIntegerField()),
                ('taken', models.PositiveSmallIntegerField(default=0)),
                ('released_at', models.DateTimeField(blank=True, null=True)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('institution', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.institution')),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.organisation')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='kept', to='training.session')),
            ],
            options={
                'ordering': ['recorded_at', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('days_before__lte', 365), ('number__gte', 1)), name='kept_in_bounds'), models.CheckConstraint(condition=models.Q(models.Q(('institution__isnull', False), ('kind', ''), ('organisation__isnull', True), ('phase', '')), models.Q(('institution__isnull', True), ('kind', ''), ('organisation__isnull', False), ('phase', '')), models.Q(('institution__isnull', True), ('kind', ''), ('organisation__isnull', True), models.Q(('phase', ''), _negated=True)), models.Q(('institution__isnull', True), ('organisation__isnull', True), ('phase', ''), models.Q(('kind', ''), _negated=True)), _connector='OR'), name='kept_for_one'), models.UniqueConstraint(fields=('session', 'institution', 'organisation', 'phase', 'kind'), name='kept_once', nulls_distinct=False)],
            },
        ),
        migrations.AddField(
            model_name='booking',
            name='kept',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.RESTRICT, related_name='bookings', to='training.keptplaces'),
        ),
        migrations.CreateModel(
            name='SignIn',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('typed', models.CharField(blank=True, default='', max_length=254)),
                ('signed_at', models.DateTimeField()),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('booking', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='training.booking')),
                ('session', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='sign_ins', to='training.session')),
            ],
            options={
                'ordering': ['signed_at', 'id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('booking__isnull', False)), fields=('booking',), name='signed_in_once'), models.CheckConstraint(condition=models.Q(('typed', ''), models.Q(('booking__isnull', True), ('settled_at__isnull', True)), _connector='OR'), name='signed_in_name_goes')],
            },
        ),
        migrations.CreateModel(
            name='Declared',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('reference', models.CharField(max_length=20, unique=True)),
                ('state', models.CharField(choices=[('declared', 'declared'), ('confirmed', 'confirmed'), ('refused', 'refused')], default='declared', max_length=10)),
                ('course', models.CharField(max_length=120)),
                ('provider', models.CharField(max_length=120)),
                ('held_on', models.DateField()),
                ('declared_at', models.DateTimeField()),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('refused_because', models.CharField(blank=True, default='', max_length=500)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('counts_as', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='training.course')),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('declared_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('trainee', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='declared', to='training.trainee')),
                ('visitor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='access.visitor')),
            ],
            options={
                'ordering': ['declared_at', 'id'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'refused'), _negated=True), fields=('trainee', 'course', 'held_on'), name='declared_once'), models.CheckConstraint(condition=models.Q(models.Q(('answered_at__isnull', True), ('answered_by__isnull', True), ('state', 'declared')), models.Q(models.Q(('state', 'declared'), _negated=True), ('answered_at__isnull', False), ('answered_by__isnull', False)), _connector='OR'), name='declared_answered_whole'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'refused'), models.Q(('refused_because', ''), _negated=True)), models.Q(models.Q(('state', 'refused'), _negated=True), ('refused_because', '')), _connector='OR'), name='declared_refused_with_reason'), models.CheckConstraint(condition=models.Q(models.Q(('course', ''), _negated=True), models.Q(('provider', ''), _negated=True)), name='declared_says_what'), models.CheckConstraint(condition=models.Q(('counts_as__isnull', True), ('state', 'confirmed'), _connector='OR'), name='declared_counts_when_confirmed')],
            },
        ),
        migrations.CreateModel(
            name='Substitution',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('changed_at', models.DateTimeField()),
                ('by_link', models.BooleanField(default=False)),
                ('after', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='training.trainee')),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('before', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='training.trainee')),
                ('booking', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='substitutions', to='training.booking')),
                ('changed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('visitor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='access.visitor')),
            ],
            options={
                'ordering': ['changed_at', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(('by_link', False), models.Q(('changed_by__isnull', True), ('visitor__isnull', True)), _connector='OR'), name='substitution_by_somebody')],
            },
        ),
        *(operation for table, plain in PLAIN.items() for operation in (protect(table), record(table, plain))),
        sign("training_waitingrule"),
        enforce_states(DECLARATIONS, "training_declared"),
        keyed("training_declared"),
        sql_file(SQL / "waiting.sql"),
        sql_file(SQL / "tally.sql"),
    ]
