from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from waymark.foundation.access.models import Protected
from waymark.foundation.vault.fields import SealedText, is_stone
from waymark.foundation.vault.states import Checked


class Document(Protected):
    """A file that was added to a record. Its content lies sealed in a file of a random name, under a key of its own,
    which the key of the record wraps. Never changed; what the virus checker said is added.
    """

    about_table = models.CharField(max_length=63)
    about_id = models.UUIDField()
    name = SealedText(within="record")
    kind = models.CharField(max_length=10)
    size = models.PositiveIntegerField()
    stored_as = models.UUIDField(unique=True)
    record_key = models.UUIDField()
    wrapped = models.BinaryField()
    checked = models.CharField(max_length=10, choices=Checked.choices, default=Checked.WAITING)
    checked_at = models.DateTimeField(null=True, blank=True)
    checked_with = models.CharField(max_length=120, blank=True, default="")
    added_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    added_by_visitor = models.ForeignKey(
        "access.Visitor", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["added_at"]
        indexes = [
            models.Index(fields=["about_table", "about_id"], name="document_about"),
            models.Index(
                fields=["authority", "added_at"], condition=Q(checked="waiting"), name="document_waits"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(added_by_user__isnull=True) | Q(added_by_visitor__isnull=True),
                name="document_one_adder",
            ),
            models.CheckConstraint(
                condition=Q(checked="waiting") | Q(checked_at__isnull=False), name="document_checked_when"
            ),
        ]

    # The record it is about, for whoever seals the name: there is no foreign key to every kind of record.
    record: models.Model

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_taken_out(self) -> bool:
        """Did two people take it out? Its name says when, and there is no file any more."""
        return is_stone(bytes(self.wrapped))

    def forget_sealed(self, name: str) -> None:
        """The next save seals this field anew, though its words are the same: the record is another."""
        self.__dict__.pop(f"_{name}_as_sealed", None)
