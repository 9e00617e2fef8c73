from pathlib import Path

import datetime
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import waymark.foundation.kernel.clock
import functools
import uuid
import waymark.foundation.kernel.references
from django.conf import settings
from django.contrib.postgres.operations import CreateExtension
from django.db import migrations, models

from waymark.foundation.vault import fields as vault
from waymark.foundation.vault.migrating import keyed
from waymark.foundation.access.migrating import protect
from waymark.foundation.ledger.migrating import record, sql_file

SQL = Path(__file__).parent.parent / "sql"
PLAIN = {
    "people_person": ["reference"],
    "people_personname": ["kind", "is_main"],
    "people_address": ["kind", "until_on"],
    "people_affiliation": ["role", "until_on"],
    "people_match": ["answer", "candidate_id", "answered_at"],
    "people_personlink": ["undone_at"],
    "people_equalityanswers": [],
}


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
        CreateExtension("fuzzystrmatch"),
        migrations.CreateModel(
            name='EqualityAnswers',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('person_key', models.UUIDField(unique=True)),
                ('ethnicity', models.CharField(default='not_asked', max_length=40)),
                ('religion', models.CharField(default='not_asked', max_length=40)),
                ('sex', models.CharField(default='not_asked', max_length=40)),
                ('gender_identity', models.CharField(default='not_asked', max_length=40)),
                ('sexual_orientation', models.CharField(default='not_asked', max_length=40)),
                ('disability', models.CharField(default='not_asked', max_length=40)),
                ('why_not_asked', models.CharField(blank=True, default='', max_length=300)),
                ('source', models.CharField(blank=True, choices=[('self', 'The person’s own words'), ('referrer', 'The referrer’s view')], default='', max_length=10)),
                ('answered_at', models.DateTimeField()),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('reference', models.CharField(default=functools.partial(waymark.foundation.kernel.references.new_reference, *(waymark.foundation.kernel.references.Letter['PERSON'],), **{}), max_length=20, unique=True)),
                ('born_on', models.DateField(blank=True, null=True)),
                ('born_precision', models.CharField(choices=[('day', 'Day, month and year'), ('month', 'Month and year'), ('year', 'Year only'), ('unknown', 'Not known')], default='unknown', max_length=10)),
                ('approximate_age', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('age_noted_on', models.DateField(blank=True, null=True)),
                ('gender', models.CharField(blank=True, default='', max_length=60)),
                ('language', models.CharField(blank=True, default='', max_length=60)),
                ('needs_interpreter', models.BooleanField(blank=True, null=True)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('born_on__isnull', True), ('born_precision', 'unknown')), models.Q(('born_on__isnull', False), models.Q(('born_precision', 'unknown'), _negated=True)), _connector='OR'), name='person_birth_has_precision', violation_error_message='Say how much of the birth date is known.'),
                    models.CheckConstraint(condition=models.Q(('born_on__isnull', True), ('born_on__gte', datetime.date(1900, 1, 1)), _connector='OR'), name='person_born_since_1900', violation_error_message='The year of birth must be 1900 or later.'),
                    models.CheckConstraint(condition=models.Q(('approximate_age__isnull', True), models.Q(('age_noted_on__isnull', False), ('approximate_age__lte', 120)), _connector='OR'), name='person_age_has_date', violation_error_message='An age needs the day it was noted, and is at most 120.'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Match',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('candidate_id', models.UUIDField()),
                ('reasons', django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=40), size=None)),
                ('found_at', models.DateTimeField()),
                ('answer', models.CharField(blank=True, choices=[('same', 'The same person'), ('different', 'Not the same person'), ('cannot_tell', 'Cannot tell')], default='', max_length=12)),
                ('note', vault.SealedText(blank=True, default='', within="person")),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='matches', to='people.person')),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(fields=('person', 'candidate_id'), name='match_once'),
                    models.CheckConstraint(condition=models.Q(('candidate_id', models.F('person')), _negated=True), name='match_is_another'),
                    models.CheckConstraint(condition=models.Q(models.Q(('answer', ''), ('answered_at__isnull', True), ('answered_by__isnull', True)), models.Q(models.Q(('answer', ''), _negated=True), ('answered_at__isnull', False), ('answered_by__isnull', False)), _connector='OR'), name='match_answer_is_signed'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Affiliation',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('name', models.CharField(blank=True, default='', max_length=200)),
                ('role', models.CharField(choices=[('pupil', 'Pupil or student'), ('employee', 'Works there'), ('other', 'Other')], max_length=10)),
                ('from_on', models.DateField(blank=True, null=True)),
                ('until_on', models.DateField(blank=True, null=True)),
                ('source', models.CharField(blank=True, default='', max_length=200)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('institution', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.institution')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='affiliations', to='people.person')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('from_on__isnull', True), ('until_on__isnull', True), ('until_on__gte', models.F('from_on')), _connector='OR'), name='affiliation_ends_after_start', violation_error_message='The last day must not be before the first day.'),
                    models.CheckConstraint(condition=models.Q(('institution__isnull', False), models.Q(('name', ''), _negated=True), _connector='OR'), name='affiliation_says_where', violation_error_message='Choose the school or enter its name.'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Address',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('kind', models.CharField(choices=[('home', 'Home'), ('temporary', 'Temporary'), ('placement', 'Placement'), ('no_fixed', 'No fixed address')], default='home', max_length=10)),
                ('lines', models.CharField(blank=True, default='', max_length=300)),
                ('postcode', models.CharField(blank=True, default='', max_length=8)),
                ('from_on', models.DateField(blank=True, null=True)),
                ('until_on', models.DateField(blank=True, null=True)),
                ('source', models.CharField(blank=True, default='', max_length=200)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='addresses', to='people.person')),
            ],
            options={
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('from_on__isnull', True), ('until_on__isnull', True), ('until_on__gte', models.F('from_on')), _connector='OR'), name='address_ends_after_start', violation_error_message='The last day must not be before the first day.'),
                    models.CheckConstraint(condition=models.Q(('kind', 'no_fixed'), models.Q(('lines', ''), ('postcode', ''), _negated=True), _connector='OR'), name='address_says_where', violation_error_message='Enter an address, or choose no fixed address.'),
                ],
            },
        ),
        migrations.CreateModel(
            name='PersonLink',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('linked_at', models.DateTimeField()),
                ('undone_at', models.DateTimeField(blank=True, null=True)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('linked_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links_back', to='people.person')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='people.person')),
                ('undone_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [
                    models.UniqueConstraint(condition=models.Q(('undone_at__isnull', True)), fields=('person', 'other'), name='link_in_force_once'),
                    models.CheckConstraint(condition=models.Q(('person', models.F('other')), _negated=True), name='link_is_to_another'),
                ],
            },
        ),
        migrations.CreateModel(
            name='PersonName',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('grants', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('version', models.PositiveIntegerField(default=1)),
                ('recorded_at', models.DateTimeField(default=waymark.foundation.kernel.clock.now, editable=False)),
                ('salt', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('kind', models.CharField(choices=[('name', 'Name'), ('alias', 'Also known as'), ('former', 'Former name or spelling'), ('handle', 'Name used online')], default='name', max_length=10)),
                ('full_name', models.CharField(max_length=200)),
                ('forenames', models.CharField(blank=True, default='', max_length=120)),
                ('surname', models.CharField(blank=True, default='', max_length=120)),
                ('folded', models.CharField(max_length=420)),
                ('folded_parts', models.CharField(max_length=420)),
                ('is_main', models.BooleanField(default=False)),
                ('source', models.CharField(blank=True, default='', max_length=200)),
                ('authority', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='places.authority')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='names', to='people.person')),
            ],
            options={
                'indexes': [
                    django.contrib.postgres.indexes.GinIndex(fields=['folded'], name='name_folded_trigrams', opclasses=['gin_trgm_ops']),
                ],
                'constraints': [
                    models.UniqueConstraint(condition=models.Q(('is_main', True)), fields=('person',), name='person_one_main_name'),
                    models.CheckConstraint(condition=models.Q(models.Q(('folded', ''), _negated=True), models.Q(('folded_parts', ''), _negated=True)), name='name_has_letters', violation_error_message='Enter a name with at least one letter or number.'),
                ],
            },
        ),
        *[protect(table) for table in PLAIN],
        *[record(table, plain) for table, plain in PLAIN.items()],
        *[keyed(table) for table in ("people_person",)],
        sql_file(SQL / "seen_before.sql", "DROP FUNCTION gate.possible_matches(uuid)"),
    ]
