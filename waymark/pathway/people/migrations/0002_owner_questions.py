import django.contrib.postgres.fields
import django.db.models.deletion
import uuid
import waymark.foundation.kernel.clock
from django.conf import settings
from django.db import migrations, models

from waymark.foundation.access.migrating import protect
from waymark.foundation.ledger.migrating import record
from waymark.foundation.vault import fields as vault
from waymark.foundation.vault.migrating import keyed


class Migration(migrations.Migration):

    dependencies = [
        ('people', '0001_people'),
        ('places', '0003_link_kinds_in_full'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='OwnerQuestion',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('why', vault.SealedText()),
                ('asked_at', models.DateTimeField()),
                ('answer', vault.SealedText(blank=True, default='')),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('asked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('match', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='owner_question', to='people.match')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='owner_questions', to='people.person')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('why', ''), _negated=True), name='owner_question_says_why'), models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at__isnull', True), ('answered_by__isnull', True)), models.Q(models.Q(('answer', ''), _negated=True), ('answered_at__isnull', False), ('answered_by__isnull', False)), _connector='OR'), name='owner_question_answer_whole', violation_error_message='Give an answer.')],
            },
        ),
        protect("people_ownerquestion"),
        record("people_ownerquestion", ["asked_at", "answered_at"]),
        keyed("people_ownerquestion"),
    ]
