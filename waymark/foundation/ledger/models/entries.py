from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Entry(models.Model):
    """What every entry says: when it was written, in which transaction and request, by whom."""

    id = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField()
    txid = models.BigIntegerField()
    request = models.TextField()
    actor = models.TextField()
    authority_id = models.IntegerField(null=True)

    class Meta:
        abstract = True
        managed = False


class Deed(Entry):
    """Somebody did something: one entry for each action."""

    organisation = models.TextField()
    purpose = models.TextField()
    deed = models.TextField()
    about_kind = models.TextField()
    about_id = models.TextField()
    happened_at = models.DateTimeField()

    class Meta(Entry.Meta):
        db_table = '"ledger"."deed"'


class Change(Entry):
    """A row was inserted, updated or deleted: written by the trigger, whoever did it."""

    login = models.TextField()
    deed = models.TextField()
    relation = models.TextField()
    row_id = models.TextField()
    op = models.TextField()
    columns = ArrayField(models.TextField())
    plain = models.JSONField()
    digest = models.BinaryField()

    class Meta(Entry.Meta):
        db_table = '"ledger"."change"'


class Read(Entry):
    """A personal record was shown to somebody on a page, for a purpose."""

    organisation = models.TextField()
    purpose = models.TextField()
    page = models.TextField()
    about_kind = models.TextField()
    about_id = models.TextField()

    class Meta(Entry.Meta):
        db_table = '"ledger"."read"'


class Disclosure(Entry):
    """Something was given out of the authority: what, to whom, on which legal basis."""

    organisation = models.TextField()
    about_kind = models.TextField()
    about_id = models.TextField()
    recipient = models.TextField()
    what = models.TextField()
    basis = models.TextField()

    class Meta(Entry.Meta):
        db_table = '"ledger"."disclosure"'
