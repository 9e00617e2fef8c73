from pathlib import Path

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import waymark.foundation.kernel.clock
import uuid
import zoneinfo
import waymark.pathway.concerns.states
from django.conf import settings
from django.db import migrations, models

from waymark.foundation.vault import fields as vault
from waymark.foundation.vault.migrating import keyed
from waymark.foundation.access.migrating import enforce_states, protect
from waymark.foundation.ledger.migrating import record, sql_file
from waymark.pathway.concerns.states import DRAFTS

# Every table, with the columns whose values the ledger may keep.
PLAIN = {
    "concerns_draft": ["state", "form_version", "sent_to_dsl_at", "decided_at"],
    "concerns_draftapart": [],
    "concerns_submission": ["reference", "form_version", "sent_at"],
    "concerns_concernraiser": [],
    "concerns_addedinformation": ["added_at"],
    "concerns_progress": ["step", "happened_at"],
    "concerns_enquiry": ["reference", "names_someone", "asked_at", "answered_at", "expires_on"],
}
SQL = Path(__file__).parent.parent / "sql"


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0001_access'),
        ('ledger', '0001_ledger'),
        ('places', '0001_places'),
        ('vault', '0001_vault'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('form_version', models.PositiveSmallIntegerField()),
                ('answers', vault.SealedJSON(default=dict)),
                ('typed', vault.SealedJSON(default=dict)),
                ('state', models.CharField(default=waymark.pathway.concerns.states.DraftState['WRITING'], max_length=10)),
                ('sent_to_dsl_at', models.DateTimeField(blank=True, null=True)),
                ('dsl_note', vault.SealedText(blank=True, default='')),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('started_at', models.DateTimeField()),
                ('last_edited_at', models.DateTimeField()),
                ('author_user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('author_visitor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.visitor')),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.organisation')),
            ],
            options={
                'ordering': ['-last_edited_at'],
                'abstract': False,
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('author_user__isnull', False), ('author_visitor__isnull', True)), models.Q(('author_user__isnull', True), ('author_visitor__isnull', False)), _connector='OR'), name='draft_one_author'),
                    models.CheckConstraint(condition=models.Q(models.Q(('state', waymark.pathway.concerns.states.DraftState['NOT_SENT']), _negated=True), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False), models.Q(('dsl_note', ''), _negated=True)), _connector='OR'), name='draft_not_sent_has_reason', violation_error_message='Say why the referral is not sent.'),
                    models.CheckConstraint(condition=models.Q(models.Q(('state', waymark.pathway.concerns.states.DraftState['RETURNED']), _negated=True), models.Q(('dsl_note', ''), _negated=True), _connector='OR'), name='draft_returned_has_note', violation_error_message='Say what should be changed.'),
                ],
            },
        ),
        migrations.CreateModel(
            name='DraftApart',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('answers', vault.SealedJSON(default=dict, within="draft")),
                ('typed', vault.SealedJSON(default=dict, within="draft")),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('draft', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='apart', to='concerns.draft')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Enquiry',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('reference', models.CharField(max_length=20, unique=True)),
                ('question', vault.SealedText()),
                ('names_someone', models.BooleanField(default=False)),
                ('name', vault.SealedText(blank=True, default='')),
                ('named_because', vault.SealedText(blank=True, default='')),
                ('asked_at', models.DateTimeField()),
                ('answer', vault.SealedText(blank=True, default='')),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('expires_on', models.DateField()),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('author_user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('author_visitor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.visitor')),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.organisation')),
            ],
            options={
                'verbose_name_plural': 'enquiries',
                'ordering': ['asked_at'],
                'abstract': False,
                'indexes': [
                    models.Index(fields=['authority', 'answered_at', 'asked_at', 'id'], name='enquiry_waiting'),
                ],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('author_user__isnull', False), ('author_visitor__isnull', True)), models.Q(('author_user__isnull', True), ('author_visitor__isnull', False)), _connector='OR'), name='enquiry_one_author'),
                    models.CheckConstraint(condition=models.Q(models.Q(('names_someone', True), models.Q(('name', ''), _negated=True), models.Q(('named_because', ''), _negated=True)), models.Q(('name', ''), ('named_because', ''), ('names_someone', False)), _connector='OR'), name='enquiry_named_with_reason', violation_error_message='Give the name and say why it is needed, or leave both out.'),
                    models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at__isnull', True), ('answered_by__isnull', True)), models.Q(('answered_at__isnull', False), ('answered_by__isnull', False), models.Q(('answer', ''), _negated=True)), _connector='OR'), name='enquiry_answer_whole'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Submission',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('reference', models.CharField(max_length=20, unique=True)),
                ('from_draft', models.UUIDField(unique=True)),
                ('form_version', models.PositiveSmallIntegerField()),
                ('answers', vault.SealedJSON()),
                ('concern_arose_on', models.DateField(blank=True, null=True)),
                ('sent_to_dsl_at', models.DateTimeField(blank=True, null=True)),
                ('sent_at', models.DateTimeField()),
                ('approved_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('author_user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('author_visitor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.visitor')),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.organisation')),
            ],
            options={
                'ordering': ['-sent_at'],
                'abstract': False,
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('author_user__isnull', False), ('author_visitor__isnull', True)), models.Q(('author_user__isnull', True), ('author_visitor__isnull', False)), _connector='OR'), name='submission_one_author'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Progress',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('step', models.CharField(choices=[('received', 'Received'), ('looking', 'Being looked at'), ('asked', 'More information asked for'), ('passed', 'Passed to the right service'), ('finished', 'Finished')], max_length=10)),
                ('note', vault.SealedText(blank=True, default='', within="submission")),
                ('happened_at', models.DateTimeField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('submission', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='progress', to='concerns.submission')),
            ],
            options={
                'verbose_name_plural': 'progress',
                'ordering': ['happened_at', 'recorded_at'],
                'constraints': [
                    models.UniqueConstraint(condition=models.Q(('step', 'received')), fields=('submission',), name='progress_received_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ConcernRaiser',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('is_referrer', models.BooleanField()),
                ('wants_anonymity', models.BooleanField()),
                ('name', vault.SealedText(blank=True, default='', within="submission")),
                ('job', vault.SealedText(blank=True, default='', within="submission")),
                ('organisation_name', vault.SealedText(blank=True, default='', within="submission")),
                ('relationship', vault.SealedText(blank=True, default='', within="submission")),
                ('email', vault.SealedText(blank=True, default='', within="submission")),
                ('phone', vault.SealedText(blank=True, default='', within="submission")),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('submission', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='raiser', to='concerns.submission')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='AddedInformation',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('words', vault.SealedText(within="submission")),
                ('added_at', models.DateTimeField()),
                ('author_user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('author_visitor', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.visitor')),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('organisation', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.organisation')),
                ('submission', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='additions', to='concerns.submission')),
            ],
            options={
                'ordering': ['added_at'],
                'abstract': False,
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('author_user__isnull', False), ('author_visitor__isnull', True)), models.Q(('author_user__isnull', True), ('author_visitor__isnull', False)), _connector='OR'), name='addedinformation_one_author'),
                    models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='addition_has_words'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Routing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('with_police', models.BooleanField()),
                ('from_date', models.DateField()),
                ('source', models.CharField(max_length=300)),
                ('confirmed', models.BooleanField(default=False)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('authority', 'from_date'), name='routing_once', violation_error_message='There is already a setting for this from that day on.'),
                    models.CheckConstraint(condition=models.Q(('from_date__gte', django.db.models.functions.datetime.TruncDate('recorded_at', tzinfo=zoneinfo.ZoneInfo(key='Europe/London')))), name='routing_not_before', violation_error_message='The day must not be in the past.'),
                    models.CheckConstraint(condition=models.Q(('source', ''), _negated=True), name='routing_source', violation_error_message='Say where this setting comes from.'),
                ],
            },
        ),
        *[protect(table) for table in PLAIN],
        *[record(table, plain) for table, plain in PLAIN.items()],
        record("concerns_routing", plain=["with_police", "from_date", "confirmed"]),
        *[keyed(table) for table in ("concerns_draft", "concerns_enquiry", "concerns_submission")],
        enforce_states(DRAFTS, "concerns_draft"),
        sql_file(SQL / "concerns.sql", "DROP FUNCTION gate.words_stay() CASCADE"),
    ]
