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

from waymark.foundation.access.migrating import protect
from waymark.foundation.ledger.migrating import record, sql_file
from waymark.foundation.vault.migrating import keyed

SQL = Path(__file__).resolve().parents[1] / "sql"
PLAIN = ["about", "received_on", "due_on", "outcome", "answered_on"]


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('access', '0004_glass'),
        ('places', '0005_register_in_background'),
        ('vault', '0001_vault'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Complaint',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('reference', models.CharField(default=functools.partial(waymark.foundation.kernel.references.new_reference, *(waymark.foundation.kernel.references.Letter['COMPLAINT'],), **{}), max_length=20, unique=True)),
                ('about', models.CharField(choices=[('referral', 'How a referral was handled'), ('panel', 'How the panel works'), ('support', 'Support that was given, or was not'), ('training', 'Training, an event or a project'), ('staff', 'How somebody behaved'), ('data', 'How personal data was used')], max_length=10)),
                ('words', waymark.foundation.vault.fields.SealedText()),
                ('complainant', waymark.foundation.vault.fields.SealedText(blank=True, default='')),
                ('record_reference', models.CharField(blank=True, default='', max_length=20)),
                ('received_on', models.DateField()),
                ('due_on', models.DateField()),
                ('due_by', models.CharField(max_length=400)),
                ('outcome', models.CharField(blank=True, choices=[('upheld', 'Upheld'), ('partly', 'Upheld in part'), ('not_upheld', 'Not upheld'), ('withdrawn', 'Taken back')], default='', max_length=10)),
                ('answer', waymark.foundation.vault.fields.SealedText(blank=True, default='')),
                ('learnt', waymark.foundation.vault.fields.SealedText(blank=True, default='')),
                ('answered_on', models.DateField(blank=True, null=True)),
                ('stacu_reference', models.CharField(blank=True, default='', max_length=30)),
                ('stacu_outcome', waymark.foundation.vault.fields.SealedText(blank=True, default='')),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('owner', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('recorded_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-received_on', 'id'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_by__isnull', True), ('answered_on__isnull', True), ('outcome', '')), models.Q(models.Q(('outcome', ''), _negated=True), models.Q(('answer', ''), _negated=True), ('answered_by__isnull', False), ('answered_on__isnull', False)), _connector='OR'), name='complaint_answered_whole'), models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='complaint_says_what'), models.CheckConstraint(condition=models.Q(('answered_on__isnull', True), ('answered_on__gte', models.F('received_on')), _connector='OR'), name='complaint_answered_after'), models.CheckConstraint(condition=models.Q(('stacu_reference', ''), ('stacu_reference__regex', '^[A-Za-z0-9][A-Za-z0-9/._-]{0,29}$'), _connector='OR'), name='stacu_reference_only', violation_error_message='Give the reference only: letters and figures, no words about it.'), models.CheckConstraint(condition=models.Q(('stacu_outcome', ''), models.Q(('stacu_reference', ''), _negated=True), _connector='OR'), name='stacu_outcome_has_reference')],
            },
        ),
        protect("complaints_complaint"),
        record("complaints_complaint", PLAIN),
        keyed("complaints_complaint"),
        sql_file(SQL / "complaints.sql", "DROP SCHEMA complaints CASCADE"),
    ]
