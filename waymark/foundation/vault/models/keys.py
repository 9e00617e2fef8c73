from __future__ import annotations

from django.db import models
from django.db.models import Q

from waymark.foundation.access.models import Protected


class RecordKey(Protected):
    """The data key of one record, wrapped by a master key. Shows to those who may see the record.

    Never deleted. A destroyed one stays without its key, so that pages can say when something was erased.
    """

    about_table = models.CharField(max_length=63)
    about_id = models.UUIDField()
    wrapped = models.BinaryField()
    master = models.CharField(max_length=20)
    destroyed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["about_table", "about_id"], name="recordkey_once"),
            models.CheckConstraint(
                condition=(Q(destroyed_at__isnull=True) & ~Q(wrapped=b""))
                | Q(destroyed_at__isnull=False, wrapped=b""),
                name="recordkey_whole_or_gone",
            ),
        ]
        indexes = [models.Index(fields=["master", "id"], name="recordkey_master")]

    def __str__(self) -> str:
        return str(self.pk)


class DestroyedKey(Protected):
    """That a key was destroyed. Only added to: after an older backup is restored, it is replayed before doors open."""

    key_id = models.UUIDField(unique=True)
    about_table = models.CharField(max_length=63)
    about_id = models.UUIDField()
    destroyed_at = models.DateTimeField()

    class Meta:
        db_table = "vault_destroyed"
        ordering = ["destroyed_at"]

    def __str__(self) -> str:
        return str(self.key_id)


class MasterKey(models.Model):
    """A master key this database was sealed with: its number, and what it is known by. Never the key."""

    number = models.CharField(max_length=20, primary_key=True)
    known_by = models.BinaryField()
    made_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.number
