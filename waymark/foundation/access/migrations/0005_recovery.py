from pathlib import Path

import django.contrib.postgres.fields
import django.db.models.deletion
import uuid
import waymark.foundation.kernel.clock
import waymark.foundation.kernel.sealed_fields
from django.conf import settings
from django.db import migrations, models

from waymark.foundation.access.migrating import protect
from waymark.foundation.ledger.migrating import record, sql_file

SQL = Path(__file__).parent.parent / "sql"


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0004_glass'),
        ('places', '0003_link_kinds_in_full'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Recovery',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('vouched_at', models.DateTimeField()),
                ('seen', models.CharField(choices=[('in_person', 'I met them, and know them or saw their work pass'), ('video', 'I saw them on a video call, and know their face')], max_length=10)),
                ('words', waymark.foundation.kernel.sealed_fields.SealedText()),
                ('confirmed_at', models.DateTimeField(blank=True, null=True)),
                ('link', models.CharField(blank=True, default='', max_length=64)),
                ('works_from', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('used_at', models.DateTimeField(blank=True, null=True)),
                ('stopped_at', models.DateTimeField(blank=True, null=True)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('confirmed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('stopped_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('vouched_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['user', 'vouched_at'], name='recovery_of')],
                'constraints': [models.CheckConstraint(condition=models.Q(('vouched_by', models.F('user')), _negated=True), name='recovery_not_for_oneself'), models.CheckConstraint(condition=models.Q(models.Q(('confirmed_at__isnull', True), ('confirmed_by__isnull', True), ('link', ''), ('used_at__isnull', True)), models.Q(('confirmed_at__isnull', False), ('confirmed_by__isnull', False), models.Q(('link', ''), _negated=True)), _connector='OR'), name='recovery_confirmed_whole'), models.CheckConstraint(condition=models.Q(('confirmed_by__isnull', True), models.Q(models.Q(('confirmed_by', models.F('vouched_by')), _negated=True), models.Q(('confirmed_by', models.F('user')), _negated=True)), _connector='OR'), name='recovery_confirmed_by_another'), models.CheckConstraint(condition=models.Q(models.Q(('stopped_at__isnull', True), ('stopped_by__isnull', True)), models.Q(('stopped_at__isnull', False), ('stopped_by__isnull', False)), _connector='OR'), name='recovery_stopped_by_somebody'), models.UniqueConstraint(condition=models.Q(('link', ''), _negated=True), fields=('link',), name='recovery_link_once')],
            },
        ),
        protect("access_recovery"),
        record(
            "access_recovery",
            plain=["seen", "vouched_at", "confirmed_at", "works_from", "ends_at", "used_at", "stopped_at"],
        ),
        sql_file(SQL / "recovery.sql"),
    ]
