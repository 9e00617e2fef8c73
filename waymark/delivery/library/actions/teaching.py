"""What a version of a course is taught with."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from waymark.delivery.library import policies, queries
from waymark.delivery.library.models import TaughtWith
from waymark.delivery.training.actions.granting import planned_by
from waymark.delivery.training.models import CourseVersion
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Refusal
from waymark.foundation.ledger.deeds import deed

NOT_LISTED = _("Choose from what stands in the list of the library.")


@deed("library.teach-with")
def teach_with(
    *, by: Actor, at: datetime, taught: CourseVersion, resources: Collection[UUID]
) -> CourseVersion:
    """With these and no others. Refusal for what does not stand in the list."""
    taught, day = lock(taught), clock.uk_date(at)
    policies.teach_with(by, taught).require()
    listed = queries.resources(by).filter(authority_id=taught.authority_id, taken_out_at__isnull=True)
    chosen = set(listed.filter(pk__in=resources).values_list("pk", flat=True))
    if chosen != set(resources):
        raise Refusal(NOT_LISTED, field="keys")
    held = {one.resource_id: one for one in TaughtWith.objects.filter(taught=taught, until_on__isnull=True)}
    for key in chosen - held.keys():
        TaughtWith.objects.create(
            **planned_by(taught.authority_id),
            taught=taught,
            resource_id=key,
            since_on=day,
            chosen_by_id=by.user_id,
        )
    for one in (held[key] for key in held.keys() - chosen):
        one.until_on = day
        one.save_next("until_on")
    return taught
