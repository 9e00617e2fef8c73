import django.contrib.postgres.fields
import django.db.models.deletion
import uuid
import waymark.foundation.kernel.clock
import waymark.foundation.vault.fields
from django.conf import settings
from pathlib import Path

from django.db import migrations, models

from waymark.foundation.access.migrating import protect
from waymark.foundation.ledger.migrating import record, sql_file
from waymark.foundation.lists.migrating import chosen, national
from waymark.foundation.retention.migrating import goes_with, not_by_hand
from waymark.foundation.tasks.migrating import no_longer
from waymark.pathway.exits.models import REASONS, Reason
from waymark.pathway.exits.worklist import PUBLISHED
from waymark.pathway.referrals.destinations import BEFORE_A_CASE, LIST

SQL = Path(__file__).resolve().parents[1] / "sql"
SIGNED = ["signed_at"]
PLAIN = {
    "exits_closingreport": ["assessment_id", "framework_id", "accepted", "accepted_on", "written_at"],
    "exits_signoff": ["signed", "ended_on", *SIGNED],
    "exits_review": ["kind", "due_on"],
    "exits_lookback": ["held_on", "decision", "longer_until", *SIGNED],
    "exits_alarm": ["days", "given_at"],
    "exits_pause": ["on", *SIGNED],
    "exits_goingon": ["on", *SIGNED],
    "exits_investigation": ["notified_on", "acted_on", "agreed_on", *SIGNED],
}
# What goes with its referral.
CASE = "SELECT id FROM channel_case WHERE referral_id = $1"
REPORT = f"SELECT id FROM exits_closingreport WHERE case_id IN ({CASE})"
EXIT = f"SELECT id FROM exits_signoff WHERE report_id IN ({REPORT})"
REVIEW = f"SELECT id FROM exits_review WHERE exit_id IN ({EXIT})"
PARTS = {
    "exits_closingreport": REPORT,
    "exits_signoff": EXIT,
    "exits_review": REVIEW,
    "exits_lookback": f"SELECT id FROM exits_lookback WHERE review_id IN ({REVIEW})",
    "exits_alarm": f"SELECT id FROM exits_alarm WHERE review_id IN ({REVIEW})",
    "exits_pause": f"SELECT id FROM exits_pause WHERE case_id IN ({CASE})",
    "exits_goingon": (
        f"SELECT g.id FROM exits_goingon g JOIN exits_pause p ON p.id = g.pause_id WHERE p.case_id IN ({CASE})"
    ),
    "exits_investigation": f"SELECT id FROM exits_investigation WHERE case_id IN ({CASE})",
}


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('lists', '0001_lists'),
        ('assessment', '0001_assessment'),
        ('channel', '0001_cases'),
        ('places', '0003_link_kinds_in_full'),
        ('tasks', '0001_tasks'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='ClosingReport',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('changed', waymark.foundation.vault.fields.SealedText(blank=True, default='', within='case.referral')),
                ('conclusion', waymark.foundation.vault.fields.SealedText(blank=True, default='', within='case.referral')),
                ('reason', models.CharField(max_length=20)),
                ('outcomes', waymark.foundation.vault.fields.SealedText(within='case.referral')),
                ('outstanding', waymark.foundation.vault.fields.SealedText(within='case.referral')),
                ('destination', models.CharField(max_length=20)),
                ('accepted', models.BooleanField(blank=True, null=True)),
                ('accepted_on', models.DateField(blank=True, null=True)),
                ('written_as', models.CharField(max_length=200)),
                ('written_at', models.DateTimeField()),
                ('assessment', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='assessment.writtenassessment')),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='closing_reports', to='channel.case')),
                ('framework', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='assessment.framework')),
                ('written_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['written_at'],
            },
        ),
        migrations.CreateModel(
            name='Investigation',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('notified_on', models.DateField(blank=True, null=True)),
                ('acted_on', models.DateField(blank=True, null=True)),
                ('agreed_on', models.DateField(blank=True, null=True)),
                ('words', waymark.foundation.vault.fields.SealedText(within='case.referral')),
                ('signed_as', models.CharField(max_length=200)),
                ('signed_at', models.DateTimeField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='investigations', to='channel.case')),
                ('signed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['signed_at'],
            },
        ),
        migrations.CreateModel(
            name='Pause',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('kind', models.CharField(choices=[('custody', 'The person is in custody'), ('investigated', 'The person is under investigation'), ('other', 'Another reason')], max_length=12)),
                ('reason', waymark.foundation.vault.fields.SealedText(within='case.referral')),
                ('on', models.DateField()),
                ('signed_as', models.CharField(max_length=200)),
                ('signed_at', models.DateTimeField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pauses', to='channel.case')),
                ('signed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['signed_at'],
            },
        ),
        migrations.CreateModel(
            name='GoingOn',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('reason', waymark.foundation.vault.fields.SealedText(within='pause.case.referral')),
                ('on', models.DateField()),
                ('signed_as', models.CharField(max_length=200)),
                ('signed_at', models.DateTimeField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('signed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('pause', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='going_on', to='exits.pause')),
            ],
            options={
                'ordering': ['signed_at'],
            },
        ),
        migrations.CreateModel(
            name='Review',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('kind', models.CharField(choices=[('six', 'First review'), ('twelve', 'Second review'), ('longer', 'Last review')], max_length=6)),
                ('due_on', models.DateField()),
                ('source', models.CharField(max_length=400)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
            ],
            options={
                'ordering': ['due_on'],
            },
        ),
        migrations.CreateModel(
            name='LookBack',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('held_on', models.DateField()),
                ('attendees', waymark.foundation.vault.fields.SealedText(within='review.exit.report.case.referral')),
                ('agencies', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), size=None)),
                ('partners_checked_on', models.DateField()),
                ('police_checked_on', models.DateField()),
                ('findings', waymark.foundation.vault.fields.SealedText(within='review.exit.report.case.referral')),
                ('decision', models.CharField(choices=[('nothing', 'Nothing further'), ('reopen', 'Open the case again'), ('extend', 'Look for longer')], max_length=7)),
                ('reason', waymark.foundation.vault.fields.SealedText(blank=True, default='', within='review.exit.report.case.referral')),
                ('longer_until', models.DateField(blank=True, null=True)),
                ('signed_as', models.CharField(max_length=200)),
                ('signed_at', models.DateTimeField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('signed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('review', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='look_back', to='exits.review')),
            ],
            options={
                'ordering': ['signed_at'],
            },
        ),
        migrations.CreateModel(
            name='Alarm',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('days', models.SmallIntegerField()),
                ('given_at', models.DateTimeField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('review', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='alarms', to='exits.review')),
            ],
            options={
                'ordering': ['days'],
            },
        ),
        migrations.CreateModel(
            name='SignOff',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('signed', models.BooleanField()),
                ('reason', waymark.foundation.vault.fields.SealedText(blank=True, default='', within='report.case.referral')),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('signed_as', models.CharField(max_length=200)),
                ('signed_at', models.DateTimeField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('report', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='sign_off', to='exits.closingreport')),
                ('signed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['signed_at'],
            },
        ),
        migrations.AddField(
            model_name='review',
            name='exit',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reviews', to='exits.signoff'),
        ),
        migrations.AddConstraint(
            model_name='closingreport',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('assessment__isnull', False), ('changed', ''), ('conclusion', ''), ('framework__isnull', True)), models.Q(('assessment__isnull', True), ('framework__isnull', False), models.Q(('changed', ''), _negated=True), models.Q(('conclusion', ''), _negated=True)), _connector='OR'), name='closing_report_rests_on_assessment', violation_error_message='Rest the report on an assessment, or write one by a framework.'),
        ),
        migrations.AddConstraint(
            model_name='closingreport',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('outcomes', ''), _negated=True), models.Q(('outstanding', ''), _negated=True)), name='closing_report_is_whole', violation_error_message='Say what came of the plan, and which needs are left.'),
        ),
        migrations.AddConstraint(
            model_name='closingreport',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('accepted__isnull', True), ('accepted_on__isnull', True), ('destination', 'none')), models.Q(models.Q(('destination', 'none'), _negated=True), ('accepted', True), ('accepted_on__isnull', False)), models.Q(models.Q(('destination', 'none'), _negated=True), ('accepted', False), ('accepted_on__isnull', True)), _connector='OR'), name='closing_report_destination_answers', violation_error_message='Say whether they accepted, and when.'),
        ),
        migrations.AddConstraint(
            model_name='investigation',
            constraint=models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='investigation_has_words'),
        ),
        migrations.AddConstraint(
            model_name='pause',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='pause_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='goingon',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='going_on_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='lookback',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('attendees', ''), _negated=True), models.Q(('findings', ''), _negated=True), models.Q(('agencies', []), _negated=True)), name='look_back_is_whole', violation_error_message='Say who came, who was asked, and what was found.'),
        ),
        migrations.AddConstraint(
            model_name='lookback',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decision', 'nothing'), ('longer_until__isnull', True)), models.Q(('decision', 'reopen'), ('longer_until__isnull', True), models.Q(('reason', ''), _negated=True)), models.Q(('decision', 'extend'), ('longer_until__isnull', False), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='look_back_says_why', violation_error_message='Say why, and until when you look.'),
        ),
        migrations.AddConstraint(
            model_name='alarm',
            constraint=models.UniqueConstraint(fields=('review', 'days'), name='exit_alarm_once'),
        ),
        migrations.AddConstraint(
            model_name='signoff',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ended_on__isnull', False), ('signed', True)), models.Q(('ended_on__isnull', True), ('signed', False), models.Q(('reason', ''), _negated=True)), _connector='OR'), name='sign_off_is_whole', violation_error_message='Say why you do not sign.'),
        ),
        migrations.AddConstraint(
            model_name='review',
            constraint=models.UniqueConstraint(fields=('exit', 'kind'), name='exit_review_once'),
        ),
        *[protect(table) for table in PLAIN],
        *[record(table, plain) for table, plain in PLAIN.items()],
        sql_file(SQL / "exits.sql", "DROP SCHEMA exits CASCADE"),
        national(REASONS, Reason),
        chosen("exits_closingreport", {"reason": (REASONS, ()), "destination": (LIST, BEFORE_A_CASE)}),
        goes_with("referrals.referral", PARTS),
        *[not_by_hand(table) for table in PLAIN],
        no_longer(*PUBLISHED),
    ]
