"""Who wrote it: somebody with an account, or a professional known by a verified e-mail address."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.models import Protected


class Authored(Protected):
    """A protected row with exactly one author, and the organisation the author wrote it for (if any)."""

    author_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    author_visitor = models.ForeignKey(
        "access.Visitor", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    organisation = models.ForeignKey(
        "places.Organisation", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(author_user__isnull=False, author_visitor__isnull=True)
                | Q(author_user__isnull=True, author_visitor__isnull=False),
                name="%(class)s_one_author",
            ),
        ]

    def author_grant(self) -> str:
        """The grant that whoever wrote this row holds."""
        return f"user:{self.author_user_id}" if self.author_user_id else f"visitor:{self.author_visitor_id}"

    def is_by(self, actor: Actor) -> bool:
        return self.author_grant() == actor.ledger_name

    def dsl_grant(self) -> str:
        """The grant of the safeguarding leads of the author’s organisation; empty when there is none."""
        return f"organisation:{self.organisation_id}:dsl" if self.organisation_id else ""

    def triage_grant(self) -> str:
        return f"authority:{self.authority_id}:triage"
