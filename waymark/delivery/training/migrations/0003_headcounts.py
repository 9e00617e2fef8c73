import django.contrib.postgres.fields
import django.db.models.deletion
import uuid
import waymark.foundation.kernel.clock
from django.conf import settings
from django.db import migrations, models

from waymark.foundation.access.migrating import protect, sign
from waymark.foundation.ledger.migrating import record

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
        # Counts are entered by those who plan (sql/training.sql).
        migrations.RunSQL("SELECT training.written('training_headcount', 'training-plan')", migrations.RunSQL.noop),
    ]
