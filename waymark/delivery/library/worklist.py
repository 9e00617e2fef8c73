"""What waits for who looks after something: a resource whose day of review has passed, something that has not come."""

from __future__ import annotations

from datetime import date, datetime, time

from django.utils.translation import gettext_lazy as _

from waymark.foundation import tasks
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import acting
from waymark.foundation.accounts.models import User
from waymark.foundation.kernel import clock
from waymark.foundation.ledger.deeds import Doer
from waymark.foundation.places.models import Authority
from waymark.foundation.tasks import Kind

from . import queries
from .models import Awaited, Resource
from .states import AwaitedState

LOOK = Kind("library.look-again", _("Look at a resource of the library again"), "library:resource")
CHASE = Kind("library.chase", _("Ask after something that is awaited"), "library:awaited")


def declare_tasks() -> None:
    """Called in AppConfig.ready."""
    tasks.declare(LOOK, CHASE)


def ask_everywhere(now: datetime | None = None) -> int:
    """Whatever has passed its day is a task of its owner, or of the team where they do not plan any more. How many."""
    moment = now or clock.now()
    held = Authority.objects.filter(uses_waymark=True).values_list("pk", flat=True)
    return sum(ask_in(authority_id, moment) for authority_id in held)


def ask_in(authority_id: int, at: datetime) -> int:
    """Asking again for what is asked already is no fault, and counts."""
    day = clock.uk_date(at)
    with acting(Actor.job("library", authority_id)) as by:
        keepers = {one.pk: one for one in queries.keepers(authority_id)}
        late = queries.past_review(Resource.objects.filter(authority_id=authority_id), day)
        for resource in late:
            _ask(LOOK, resource, resource.review_on, keepers.get(resource.owner_id), by, at)
        waited = Awaited.objects.filter(
            authority_id=authority_id, state=AwaitedState.AWAITED, expected_on__lt=day
        )
        for awaited in waited:
            _ask(CHASE, awaited, awaited.expected_on, keepers.get(awaited.owner_id), by, at)
        return len(late) + len(waited)


def _ask(
    kind: Kind, about: Resource | Awaited, day: date, owner: User | None, by: Doer, at: datetime
) -> None:
    team = f"authority:{about.authority_id}:training-plan"
    due_at = datetime.combine(day, time(23, 59), clock.UK)
    tasks.ask(kind.code, about=about, to=owner or team, by=by, at=at, due_at=due_at, for_grant=team)


def seen_to(about: Resource | Awaited, by: Doer, at: datetime) -> None:
    """It has another day or another owner, or is over."""
    tasks.done(LOOK.code, CHASE.code, about=about, by=by, at=at)
