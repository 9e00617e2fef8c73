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
from waymark.pathway.support.states import ACTIONS

SQL = Path(__file__).resolve().parents[1] / "sql"
PLAIN = {
    "support_supportaction": ["kind", "state", "organisation_id", "due_on", "started_on", "stopped_by", "asked_at"],
    "support_update": ["written_at"],
}
OF_CASE = "support_plan p ON p.id = a.plan_id JOIN channel_case c ON c.id = p.case_id WHERE c.referral_id = $1"
# What goes with its referral.
PARTS = {
    "support_supportaction": f"SELECT a.id FROM support_supportaction a JOIN {OF_CASE}",
    "support_update": (
        f"SELECT u.id FROM support_update u JOIN support_supportaction a ON a.id = u.action_id JOIN {OF_CASE}"
    ),
}


class Migration(migrations.Migration):

    dependencies = [
        ('places', '0004_one_directory'),
        ('consent', '0001_consent'),
        ('panel', '0003_agenda'),
        ('support', '0001_plans'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='SupportAction',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('reference', models.CharField(max_length=20, unique=True)),
                ('kind', models.CharField(choices=[('ideology', 'Mentoring about ideology or faith, by an approved provider'), ('mentoring', 'Other mentoring'), ('life_skills', 'Life skills'), ('behaviour', 'Help with anger or behaviour'), ('pursuits', 'Sport, arts and other pursuits'), ('education', 'Education and training'), ('work', 'Careers and work'), ('family', 'Support for the family'), ('online', 'Safety online, for the person or the parents'), ('health', 'Health'), ('mental_health', 'Mental health'), ('substances', 'Drugs and alcohol'), ('housing', 'Housing'), ('other', 'Other support that the plan describes')], max_length=20)),
                ('task', waymark.foundation.vault.fields.SealedText()),
                ('needs', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), blank=True, default=list, size=None)),
                ('due_on', models.DateField()),
                ('asked_at', models.DateTimeField()),
                ('answer_due_at', models.DateTimeField(blank=True, null=True)),
                ('state', models.CharField(default=waymark.pathway.support.states.ActionState['ASKED'], max_length=12)),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('started_on', models.DateField(blank=True, null=True)),
                ('stopped_by', models.CharField(blank=True, choices=[('consent', 'No consent covers it any more'), ('case', 'The case is paused, or its support has ended')], default='', max_length=10)),
                ('stopped_at', models.DateTimeField(blank=True, null=True)),
                ('because', waymark.foundation.vault.fields.SealedText(blank=True, default='')),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='actions', to='support.plan')),
            ],
            options={
                'ordering': ['asked_at', 'recorded_at'],
            },
        ),
        migrations.CreateModel(
            name='Update',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('words', waymark.foundation.vault.fields.SealedText(within='action')),
                ('written_at', models.DateTimeField()),
                ('action', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='updates', to='support.supportaction')),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['written_at', 'recorded_at'],
            },
        ),
        migrations.AddConstraint(
            model_name='supportaction',
            constraint=models.CheckConstraint(condition=models.Q(('task', ''), _negated=True), name='support_action_says_what'),
        ),
        migrations.AddConstraint(
            model_name='supportaction',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', [waymark.pathway.support.states.ActionState['DECLINED'], waymark.pathway.support.states.ActionState['CANCELLED']]), _negated=True), models.Q(('because', ''), _negated=True), _connector='OR'), name='support_action_says_why_not', violation_error_message='Say why not.'),
        ),
        migrations.AddConstraint(
            model_name='supportaction',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', waymark.pathway.support.states.ActionState['UNDER_WAY']), _negated=True), ('started_on__isnull', False), _connector='OR'), name='support_action_began'),
        ),
        migrations.AddConstraint(
            model_name='update',
            constraint=models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='support_update_worded'),
        ),
        *[protect(table) for table in PLAIN],
        *[record(table, plain) for table, plain in PLAIN.items()],
        keyed("support_supportaction"),
        enforce_states(ACTIONS, "support_supportaction"),
        sql_file(SQL / "given.sql"),
        goes_with("referrals.referral", PARTS),
        *[not_by_hand(table) for table in PLAIN],
    ]
