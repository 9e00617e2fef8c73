import uuid
from pathlib import Path

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import waymark.foundation.kernel.clock
import waymark.pathway.channel.states
from waymark.foundation.access.migrating import enforce_states, protect
from waymark.foundation.ledger.migrating import record, sql_file
from waymark.foundation.retention.migrating import goes_with, not_by_hand
from waymark.pathway.channel.states import CASES

SQL = Path(__file__).resolve().parents[1] / "sql"
PLAIN = {"channel_case": ["state", "opened_at"], "channel_caseevent": ["kind", "on", "entered_at"]}
# What goes with its referral.
PARTS = {
    "channel_case": "SELECT id FROM channel_case WHERE referral_id = $1",
    "channel_caseevent": (
        "SELECT e.id FROM channel_caseevent e JOIN channel_case c ON c.id = e.case_id WHERE c.referral_id = $1"
    ),
}


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('assessment', '0001_assessment'),
        ('places', '0003_link_kinds_in_full'),
        ('referrals', '0006_held_by'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Case',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('reference', models.CharField(max_length=20, unique=True)),
                ('state', models.CharField(default=waymark.pathway.channel.states.CaseState['AWAITING_FIRST_PANEL'], max_length=25)),
                ('opened_at', models.DateTimeField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('lead', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('referral', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='channel_case', to='referrals.referral')),
                ('section_36', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='assessment.policedecision')),
            ],
            options={
                'ordering': ['opened_at'],
            },
        ),
        migrations.CreateModel(
            name='CaseEvent',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('kind', models.CharField(choices=[('referred', 'Referred under section 36'), ('led', 'Lead professional'), ('held', 'Kept with the police'), ('ended', 'Ended while with the police'), ('adopted', 'Adopted'), ('not_adopted', 'Not adopted'), ('deferred', 'Deferred'), ('consented', 'Consent given'), ('refused', 'Consent refused or not obtained'), ('withdrawn', 'Consent withdrawn'), ('paused', 'Support paused'), ('went_on', 'Support goes on'), ('ending', 'The end of support proposed'), ('kept_on', 'The end of support not signed'), ('exited', 'Support ended'), ('reviewed', 'Reviewed after the end of support'), ('longer', 'Looked at for longer'), ('closed', 'Closed'), ('reopened', 'Reopened'), ('transferred', 'Transferred')], max_length=12)),
                ('on', models.DateField()),
                ('entered_at', models.DateTimeField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='events', to='channel.case')),
                ('entered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('lead', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['entered_at', 'recorded_at'],
            },
        ),
        *[protect(table) for table in PLAIN],
        *[record(table, plain) for table, plain in PLAIN.items()],
        enforce_states(CASES, "channel_case"),
        sql_file(SQL / "cases.sql", "DROP SCHEMA channel CASCADE"),
        goes_with("referrals.referral", PARTS),
        *[not_by_hand(table) for table in PLAIN],
    ]
