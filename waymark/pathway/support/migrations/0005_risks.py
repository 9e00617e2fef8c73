import uuid
from pathlib import Path

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import waymark.foundation.kernel.clock
import waymark.foundation.vault.fields
import waymark.pathway.support.states
from waymark.foundation.access.migrating import enforce_states, protect
from waymark.foundation.ledger.migrating import record, sql_file
from waymark.foundation.retention.migrating import goes_with, not_by_hand
from waymark.foundation.vault.migrating import keyed
from waymark.pathway.support.states import RISKS

SQL = Path(__file__).resolve().parents[1] / "sql"
PLAIN = {
    "support_risk": ["organisation_id", "review_on", "state", "raised_at"],
    "support_riskentry": ["kind", "review_on", "written_at"],
}
# What goes with its referral.
PARTS = {
    "support_risk": "SELECT k.id FROM support_risk k JOIN channel_case c ON c.id = k.case_id WHERE c.referral_id = $1",
    "support_riskentry": "SELECT e.id FROM support_riskentry e JOIN support_risk k ON k.id = e.risk_id "
    "JOIN channel_case c ON c.id = k.case_id WHERE c.referral_id = $1",
}


class Migration(migrations.Migration):

    dependencies = [
        ('channel', '0005_attendance'),
        ('places', '0005_register_in_background'),
        ('support', '0004_funds'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Risk',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('reference', models.CharField(max_length=20, unique=True)),
                ('whom', models.CharField(choices=[('self', 'To the person, from themselves'), ('from_others', 'To the person, from others'), ('others', 'To others'), ('child', 'To a child in the household'), ('staff', 'To staff')], max_length=12)),
                ('words', waymark.foundation.vault.fields.SealedText()),
                ('done_about', waymark.foundation.vault.fields.SealedText()),
                ('review_on', models.DateField()),
                ('state', models.CharField(default=waymark.pathway.support.states.RiskState['ASKED'], max_length=10)),
                ('raised_at', models.DateTimeField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='risks', to='channel.case')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('raised_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['raised_at', 'recorded_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='RiskEntry',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('kind', models.CharField(choices=[('raised', 'Put down, and somebody asked to answer for it'), ('accepted', 'Taken on'), ('declined', 'Not taken on, or given back'), ('reviewed', 'Looked at again'), ('handed', 'Somebody else asked to answer for it'), ('closed', 'Closed'), ('reopened', 'Open again'), ('let_go', 'The panel no longer has the case')], max_length=10)),
                ('words', waymark.foundation.vault.fields.SealedText(blank=True, default='', within='risk')),
                ('review_on', models.DateField(blank=True, null=True)),
                ('written_at', models.DateTimeField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('owner', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('risk', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='entries', to='support.risk')),
                ('written_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['written_at', 'recorded_at'],
            },
        ),
        migrations.AddConstraint(
            model_name='risk',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('words', ''), _negated=True), models.Q(('done_about', ''), _negated=True)), name='support_risk_worded'),
        ),
        migrations.AddConstraint(
            model_name='riskentry',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['raised', 'accepted', 'let_go']), models.Q(('words', ''), _negated=True), _connector='OR'), name='support_risk_entry_worded'),
        ),
        *[protect(table) for table in PLAIN],
        *[record(table, plain) for table, plain in PLAIN.items()],
        keyed("support_risk"),
        enforce_states(RISKS, "support_risk"),
        sql_file(SQL / "risks.sql"),
        goes_with("referrals.referral", PARTS),
        *[not_by_hand(table) for table in PLAIN],
    ]
