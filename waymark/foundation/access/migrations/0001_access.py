from pathlib import Path

import django.db.models.deletion
import django.db.models.functions.text
import uuid
import waymark.foundation.kernel.clock
from django.conf import settings
from django.db import migrations, models

from waymark.foundation.ledger.migrating import record, sql_file

SQL = Path(__file__).parent.parent / "sql"


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ("ledger", "0001_ledger"),
        ('places', '0001_places'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        sql_file(SQL / "gate.sql", "DROP SCHEMA gate CASCADE"),
        sql_file(SQL / "stays_home.sql"),
        migrations.CreateModel(
            name='OnceToken',
            fields=[
                ('token', models.UUIDField(primary_key=True, serialize=False)),
                ('actor', models.TextField()),
                ('location', models.TextField(default='')),
                ('spent_at', models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name='Visitor',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('email', models.EmailField(max_length=254)),
                ('language', models.CharField(default='en', max_length=2)),
                ('first_seen_at', models.DateTimeField(auto_now_add=True)),
                ('verified_at', models.DateTimeField(blank=True, null=True)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(django.db.models.functions.text.Lower('email'), models.F('authority'), name='visitor_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='VisitorLink',
            fields=[
                ('token_hash', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('made_at', models.DateTimeField()),
                ('expires_at', models.DateTimeField()),
                ('used_at', models.DateTimeField(blank=True, null=True)),
                ('visitor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='access.visitor')),
            ],
        ),
        migrations.CreateModel(
            name='Membership',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('role', models.SlugField(max_length=40)),
                ('starts_on', models.DateField(default=waymark.foundation.kernel.clock.today)),
                ('ends_on', models.DateField(blank=True, null=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='memberships', to='places.organisation')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('user', 'organisation', 'authority', 'role', 'starts_on'), name='membership_once'), models.CheckConstraint(condition=models.Q(('ends_on__isnull', True), ('ends_on__gte', models.F('starts_on')), _connector='OR'), name='membership_ends_after_start', violation_error_message='The last day must not be before the first day.')],
            },
        ),
        record("access_membership", plain=["role", "starts_on", "ends_on", "ended_at"]),
    ]
