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
from waymark.foundation.retention.migrating import goes_with, not_by_hand
from waymark.foundation.vault.migrating import keyed

SQL = Path(__file__).resolve().parents[1] / "sql"
PLAIN = {
    "exits_transfer": ["to_id", "signed_at"],
    "exits_transferanswer": ["outcome", "signed_at"],
    "exits_arrival": ["sender_id", "sent_at", "accepted_at"],
}
CASE = "SELECT id FROM channel_case WHERE referral_id = $1"
TRANSFER = f"SELECT id FROM exits_transfer WHERE case_id IN ({CASE})"
PARTS = {
    "exits_transfer": TRANSFER,
    "exits_transferanswer": f"SELECT id FROM exits_transferanswer WHERE transfer_id IN ({TRANSFER})",
    # Until it is accepted it goes with the sender’s referral.
    "exits_arrival": (
        f"SELECT id FROM exits_arrival WHERE case_id IN ({CASE}) OR case_id IS NULL AND transfer_key IN ({TRANSFER})"
    ),
}


class Migration(migrations.Migration):

    dependencies = [
        ('vault', '0001_vault'),
        ('channel', '0002_decisions'),
        ('exits', '0001_exits'),
        ('places', '0004_one_directory'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Transfer',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('arrival_key', models.UUIDField(unique=True)),
                ('reason', waymark.foundation.vault.fields.SealedText(within='case.referral')),
                ('assessment', waymark.foundation.vault.fields.SealedText(within='case.referral')),
                ('plan', waymark.foundation.vault.fields.SealedText(within='case.referral')),
                ('risk', waymark.foundation.vault.fields.SealedText(within='case.referral')),
                ('signed_as', models.CharField(max_length=200)),
                ('signed_at', models.DateTimeField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='transfers', to='channel.case')),
                ('signed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('to', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
            ],
            options={
                'ordering': ['signed_at'],
            },
        ),
        migrations.CreateModel(
            name='TransferAnswer',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('outcome', models.CharField(choices=[('accepted', 'Accepted'), ('returned', 'Returned'), ('taken_back', 'Taken back')], max_length=10)),
                ('reason', waymark.foundation.vault.fields.SealedText(blank=True, default='', within='transfer.case.referral')),
                ('signed_as', models.CharField(max_length=200)),
                ('signed_at', models.DateTimeField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('signed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('transfer', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='answer', to='exits.transfer')),
            ],
        ),
        migrations.CreateModel(
            name='Arrival',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('reference', models.CharField(max_length=20, unique=True)),
                ('transfer_key', models.UUIDField(unique=True)),
                ('handed', waymark.foundation.vault.fields.SealedJSON()),
                ('sent_at', models.DateTimeField()),
                ('accepted_at', models.DateTimeField(blank=True, null=True)),
                ('accepted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('case', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='arrival', to='channel.case')),
                ('sender', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
            ],
            options={
                'ordering': ['sent_at'],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('accepted_at__isnull', True), ('accepted_by__isnull', True), ('case__isnull', True)), models.Q(('accepted_at__isnull', False), ('accepted_by__isnull', False), ('case__isnull', False)), _connector='OR'), name='arrival_is_accepted_whole')],
            },
        ),
        migrations.AddConstraint(
            model_name='transfer',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('reason', ''), _negated=True), models.Q(('assessment', ''), _negated=True), models.Q(('plan', ''), _negated=True), models.Q(('risk', ''), _negated=True)), name='transfer_is_whole', violation_error_message='Say why, and hand over assessment, plan and risk.'),
        ),
        migrations.AddConstraint(
            model_name='transferanswer',
            constraint=models.CheckConstraint(condition=models.Q(('outcome', 'accepted'), models.Q(('reason', ''), _negated=True), _connector='OR'), name='transfer_answer_says_why', violation_error_message='Say why.'),
        ),
        *[protect(table) for table in PLAIN],
        *[record(table, plain) for table, plain in PLAIN.items()],
        keyed("exits_arrival"),
        sql_file(SQL / "transfers.sql"),
        goes_with("referrals.referral", PARTS),
        not_by_hand("exits_transfer"),
        not_by_hand("exits_transferanswer"),
        # What was not accepted goes at once.
        not_by_hand("exits_arrival", unless="OLD.case_id IS NULL"),
    ]
