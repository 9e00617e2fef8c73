import django.contrib.postgres.fields
import django.db.models.deletion
import functools
import uuid
import waymark.foundation.kernel.clock
import waymark.foundation.kernel.references
import waymark.foundation.vault.fields
from django.conf import settings
from pathlib import Path

from django.db import migrations, models

from waymark.foundation.access.migrating import enforce_states, protect, sign
from waymark.foundation.ledger.migrating import record, sql_file
from waymark.foundation.tasks.migrating import no_longer
from waymark.foundation.vault.migrating import keyed
from waymark.oversight.stewardship.states import REQUESTS
from waymark.oversight.stewardship.worklist import CLOCKS

SQL = Path(__file__).resolve().parents[1] / "sql"
PLAIN = {
    "stewardship_request": ["state", "asker", "received_on", "identity_seen_on", "due_on", "extended_on", "ended_on"],
    "stewardship_gathering": ["asked_at", "made_at", "failed_at", "found"],
    "stewardship_item": ["kind", "decision", "exemption"],
    "stewardship_disclosure": ["what", "taken_on", "counts"],
}


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('places', '0005_register_in_background'),
        ('tasks', '0001_tasks'),
        ('vault', '0001_vault'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Disclosure',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('request_key', models.UUIDField()),
                ('request_reference', models.CharField(max_length=20)),
                ('what', models.CharField(max_length=20)),
                ('counts', models.JSONField(default=dict)),
                ('taken_on', models.DateField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('taken_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['recorded_at'],
            },
        ),
        migrations.CreateModel(
            name='Request',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('reference', models.CharField(default=functools.partial(waymark.foundation.kernel.references.new_reference, *(waymark.foundation.kernel.references.Letter['OWN_DATA'],), **{}), max_length=20, unique=True)),
                ('state', models.CharField(default='received', max_length=10)),
                ('asker', models.CharField(choices=[('self', 'The person themselves'), ('parent', 'A parent, for their child'), ('other', 'Somebody else whom the person, or a court, gave the right')], max_length=8)),
                ('about', waymark.foundation.vault.fields.SealedText()),
                ('asked_by', waymark.foundation.vault.fields.SealedText(blank=True, default='')),
                ('answer_to', waymark.foundation.vault.fields.SealedText()),
                ('received_on', models.DateField()),
                ('identity_seen_on', models.DateField(blank=True, null=True)),
                ('identity_how', waymark.foundation.vault.fields.SealedText(blank=True, default='')),
                ('child_view', models.CharField(blank=True, choices=[('agrees', 'The child agrees'), ('objects', 'The child does not want this'), ('too_young', 'The child is too young to understand what is asked'), ('not_asked', 'The child was not asked yet')], default='', max_length=10)),
                ('child_words', waymark.foundation.vault.fields.SealedText(blank=True, default='')),
                ('disputed', waymark.foundation.vault.fields.SealedText(blank=True, default='')),
                ('dispute_settled', waymark.foundation.vault.fields.SealedText(blank=True, default='')),
                ('due_on', models.DateField()),
                ('due_by', models.CharField(max_length=400)),
                ('extended_on', models.DateField(blank=True, null=True)),
                ('extended_because', waymark.foundation.vault.fields.SealedText(blank=True, default='')),
                ('extended_told_on', models.DateField(blank=True, null=True)),
                ('ready_at', models.DateTimeField(blank=True, null=True)),
                ('sent_back_because', waymark.foundation.vault.fields.SealedText(blank=True, default='')),
                ('released_as', models.CharField(blank=True, default='', max_length=200)),
                ('released_at', models.DateTimeField(blank=True, null=True)),
                ('closed_because', waymark.foundation.vault.fields.SealedText(blank=True, default='')),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('closed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('ready_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('released_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-recorded_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Item',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('kind', models.CharField(max_length=80)),
                ('source_id', models.UUIDField()),
                ('record_id', models.UUIDField()),
                ('on', models.DateField()),
                ('words', waymark.foundation.vault.fields.SealedText(within='request')),
                ('others', models.BooleanField()),
                ('is_document', models.BooleanField(default=False)),
                ('gathered_by', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None)),
                ('decision', models.CharField(blank=True, choices=[('give', 'Give all of it'), ('part', 'Give it, with words taken out'), ('whole', 'Withhold all of it')], default='', max_length=5)),
                ('marked', waymark.foundation.vault.fields.SealedText(blank=True, default='', within='request')),
                ('exemption', models.CharField(blank=True, default='', max_length=40)),
                ('reason', waymark.foundation.vault.fields.SealedText(blank=True, default='', within='request')),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='stewardship.request')),
            ],
            options={
                'ordering': ['on', 'kind', 'id'],
            },
        ),
        migrations.CreateModel(
            name='Gathering',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('looked_for', models.CharField(max_length=20)),
                ('asked_at', models.DateTimeField()),
                ('made_at', models.DateTimeField(blank=True, null=True)),
                ('failed_at', models.DateTimeField(blank=True, null=True)),
                ('found', models.PositiveIntegerField(default=0)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.organisation')),
                ('request', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='gatherings', to='stewardship.request')),
            ],
            options={
                'ordering': ['asked_at'],
            },
        ),
        migrations.AddConstraint(
            model_name='request',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'released'), _negated=True), models.Q(('identity_seen_on__isnull', False), ('released_at__isnull', False), ('released_by__isnull', False)), _connector='OR'), name='own_data_identity_before_release'),
        ),
        migrations.AddConstraint(
            model_name='request',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'released'), _negated=True), models.Q(('asker', 'parent'), _negated=True), ('child_view__in', ['agrees', 'too_young']), models.Q(('child_view', 'objects'), models.Q(('dispute_settled', ''), _negated=True)), _connector='OR'), name='own_data_child_is_heard'),
        ),
        migrations.AddConstraint(
            model_name='request',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'released'), _negated=True), ('disputed', ''), models.Q(('dispute_settled', ''), _negated=True), _connector='OR'), name='own_data_dispute_is_settled'),
        ),
        migrations.AddConstraint(
            model_name='request',
            constraint=models.CheckConstraint(condition=models.Q(('released_by__isnull', True), models.Q(('released_by', models.F('ready_by')), _negated=True), _connector='OR'), name='own_data_two_people'),
        ),
        migrations.AddConstraint(
            model_name='request',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('extended_because', ''), ('extended_on__isnull', True), ('extended_told_on__isnull', True)), models.Q(('extended_on__isnull', False), ('extended_told_on__isnull', False), models.Q(('extended_because', ''), _negated=True)), _connector='OR'), name='own_data_extension_is_whole'),
        ),
        migrations.AddConstraint(
            model_name='request',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'closed'), _negated=True), models.Q(('closed_by__isnull', False), models.Q(('closed_because', ''), _negated=True)), _connector='OR'), name='own_data_closed_says_why'),
        ),
        migrations.AddConstraint(
            model_name='request',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('ended_on__isnull', False), ('state__in', ['released', 'closed'])), models.Q(models.Q(('state__in', ['released', 'closed']), _negated=True), ('ended_on__isnull', True)), _connector='OR'), name='own_data_ended_when'),
        ),
        migrations.AddConstraint(
            model_name='request',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('asker', 'parent'), _negated=True), models.Q(('child_view', ''), _negated=True), _connector='OR'), name='own_data_parent_asks_for_a_child'),
        ),
        migrations.AddConstraint(
            model_name='item',
            constraint=models.UniqueConstraint(fields=('request', 'kind', 'source_id'), name='own_data_item_once'),
        ),
        migrations.AddConstraint(
            model_name='item',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('decided_by__isnull', True), ('decision', ''), ('exemption', ''), ('marked', ''), ('reason', '')), models.Q(('decided_by__isnull', False), ('decision', 'give'), ('exemption', ''), ('marked', '')), models.Q(('decided_by__isnull', False), ('decision', 'whole'), ('marked', ''), models.Q(('exemption', ''), _negated=True), models.Q(('reason', ''), _negated=True)), models.Q(('decided_by__isnull', False), ('decision', 'part'), ('is_document', False), models.Q(('exemption', ''), _negated=True), models.Q(('reason', ''), _negated=True), models.Q(('marked', ''), _negated=True)), _connector='OR'), name='own_data_decision_is_whole'),
        ),
        migrations.AddConstraint(
            model_name='item',
            constraint=models.CheckConstraint(condition=models.Q(('others', False), models.Q(('decision', 'give'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='own_data_others_with_a_reason'),
        ),
        *(operation for table, plain in PLAIN.items() for operation in (protect(table), record(table, plain))),
        keyed("stewardship_request"),
        sign("stewardship_disclosure"),
        enforce_states(REQUESTS, "stewardship_request"),
        sql_file(SQL / "stewardship.sql", "DROP SCHEMA stewardship CASCADE"),
        no_longer(*CLOCKS),
    ]
