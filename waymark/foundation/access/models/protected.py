from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models

from waymark.foundation.kernel import clock, lookups  # noqa: F401  (grants__meets)

if TYPE_CHECKING:
    from waymark.foundation.access.actors import Actor


TOKEN = "record:"  # noqa: S105  (begins the grant that an opening lends; only the database gives it)


def token(key: object) -> str:
    """The grant that every row of one record carries, so that an opening of that record alone can lend it."""
    return f"{TOKEN}{key}"


class ProtectedQuerySet(models.QuerySet):
    def visible_to(self, actor: Actor) -> Self:
        """Rows whose grants overlap the actor’s: the same rule as the row security policy, for readers of the code."""
        return self.held_by(*actor.opens)

    def held_by(self, grants: list[str], kept_from: list[str]) -> Self:
        """For a query that is kept: both lists of `Actor.opens`."""
        seen = self.filter(grants__meets=grants)
        return seen.exclude(grants__meets=kept_from) if kept_from else seen


class Protected(models.Model):
    """A row that belongs to one authority and shows only to those who hold one of its grants.

    Its table must be given to `migrating.protect` and `ledger.migrating.record` in a migration; a gate looks.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    authority = models.ForeignKey("places.Authority", on_delete=models.PROTECT, related_name="+")
    grants = ArrayField(models.TextField())
    version = models.PositiveIntegerField(default=1)
    recorded_at = models.DateTimeField(default=clock.now, editable=False)
    # Makes the ledger’s digest of the row unguessable once the row is erased.
    salt = models.UUIDField(default=uuid.uuid4, editable=False)

    objects = ProtectedQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def tokens(self) -> list[str]:
        """The grants of the single records that this row is of: an opening lends them, an interest keeps them away.
        What waits about the row carries them too."""
        return [grant for grant in self.grants if grant.startswith(TOKEN)]

    def system_grant(self) -> str:
        return f"system:{self.authority_id}"

    def save_next(self, *fields: str) -> None:
        """Saves the named fields and counts the version up."""
        self.version += 1
        self.save(update_fields=[*fields, "version"])
