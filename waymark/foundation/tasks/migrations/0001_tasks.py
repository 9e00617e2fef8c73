import django.contrib.postgres.fields
import django.db.models.deletion
import waymark.foundation.kernel.clock
import uuid
import waymark.foundation.kernel.clock
from django.conf import settings
from django.db import migrations, models

from waymark.foundation.access.migrating import protect
from waymark.foundation.ledger.migrating import record


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0001_access'),
        ('places', '0001_places'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Task',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('kind', models.CharField(max_length=80)),
                ('about_kind', models.CharField(max_length=80)),
                ('about_id', models.CharField(max_length=40)),
                ('reference', models.CharField(max_length=20)),
                ('for_grant', models.CharField(blank=True, default='', max_length=80)),
                ('escalate_to', models.CharField(blank=True, default='', max_length=80)),
                ('escalated_at', models.DateTimeField(blank=True, null=True)),
                ('asked_at', models.DateTimeField()),
                ('due_at', models.DateTimeField()),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('done_by', models.CharField(blank=True, default='', max_length=80)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('for_user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [
                    models.Index(condition=models.Q(('done_at__isnull', True)), fields=['for_user', 'due_at'], name='task_open_user'),
                    models.Index(condition=models.Q(('done_at__isnull', True)), fields=['for_grant', 'due_at'], name='task_open_grant'),
                    models.Index(condition=models.Q(('done_at__isnull', True), ('escalated_at__isnull', False)), fields=['escalate_to', 'due_at'], name='task_open_escalated'),
                    models.Index(fields=['about_kind', 'about_id'], name='task_about'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('for_user__isnull', False), models.Q(('for_grant', ''), _negated=True), _connector='OR'), name='task_for_somebody', violation_error_message='A task is for a person or for a role.'),
                    models.CheckConstraint(condition=models.Q(models.Q(('done_at__isnull', True), ('done_by', '')), models.Q(('done_at__isnull', False), models.Q(('done_by', ''), _negated=True)), _connector='OR'), name='task_done_by_somebody'),
                    models.UniqueConstraint(condition=models.Q(('done_at__isnull', True)), fields=('kind', 'about_kind', 'about_id', 'for_user', 'for_grant'), name='task_open_once', nulls_distinct=False),
                ],
            },
        ),
        migrations.CreateModel(
            name='Reminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('soon', 'Due within a day'), ('overdue', 'Overdue'), ('escalated', 'Overdue, told to the lead')], max_length=10)),
                ('given_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now)),
                ('task', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reminders', to='tasks.task')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('task', 'kind'), name='reminder_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Clock',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(max_length=80)),
                ('number', models.PositiveSmallIntegerField()),
                ('unit', models.CharField(choices=[('working_days', 'working days'), ('days', 'days'), ('hours', 'hours'), ('months', 'months')], max_length=12)),
                ('from_date', models.DateField()),
                ('source', models.CharField(max_length=300)),
                ('confirmed', models.BooleanField(default=False)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('authority', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('authority', 'code', 'from_date'), name='clock_once', nulls_distinct=False, violation_error_message='There is already a period for this from that day on.'), models.CheckConstraint(condition=models.Q(('number__gte', 1)), name='clock_positive', violation_error_message='A period is at least 1.'), models.CheckConstraint(condition=models.Q(('unit__in', ['working_days', 'days', 'hours', 'months'])), name='clock_unit', violation_error_message='Choose working days, days, hours or months.'), models.CheckConstraint(condition=models.Q(('source', ''), _negated=True), name='clock_source', violation_error_message='Say where this period comes from.')],
            },
        ),
        protect("tasks_task"),
        record("tasks_task", plain=["kind", "reference", "due_at", "escalated_at", "done_at"]),
        record("tasks_clock", plain=["code", "number", "unit", "from_date", "confirmed"]),
        # Times are added, and stay: what was due under the one before stays explicable.
        migrations.RunSQL("REVOKE UPDATE, DELETE ON tasks_clock FROM waymark_app", migrations.RunSQL.noop),
    ]
