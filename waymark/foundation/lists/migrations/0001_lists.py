from pathlib import Path

import django.db.models.deletion
import waymark.foundation.kernel.clock
from django.db import migrations, models

from waymark.foundation.ledger.migrating import record, sql_file

SQL = Path(__file__).resolve().parents[1] / "sql"


class Migration(migrations.Migration):

    initial = True

    dependencies = [('access', '0001_access'), ('places', '0001_places')]

    operations = [
        migrations.CreateModel(
            name='Entry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('list', models.CharField(max_length=30)),
                ('code', models.CharField(max_length=20)),
                ('label', models.CharField(blank=True, default='', max_length=100)),
                ('label_cy', models.CharField(blank=True, default='', max_length=100)),
                ('from_on', models.DateField()),
                ('until_on', models.DateField(blank=True, null=True)),
                ('reason', models.CharField(max_length=300)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
            ],
            options={
                'ordering': ['list', 'label', 'id'],
                'constraints': [models.UniqueConstraint(fields=('authority', 'list', 'code'), name='list_entry_once'), models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('from_on')), _connector='OR'), name='list_entry_ends_later', violation_error_message='The last day is not before the first.'), models.CheckConstraint(condition=models.Q(models.Q(('code__startswith', 'own_'), models.Q(('label', ''), _negated=True)), models.Q(models.Q(('code__startswith', 'own_'), _negated=True), ('label', ''), ('label_cy', ''), ('until_on__isnull', False)), _connector='OR'), name='list_entry_has_words'), models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='list_entry_says_why')],
            },
        ),
        record("lists_entry", ["list", "code", "from_on", "until_on"]),
        sql_file(SQL / "lists.sql", "DROP SCHEMA lists CASCADE"),
    ]
