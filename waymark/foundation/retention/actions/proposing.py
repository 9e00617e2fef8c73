"""Two people erase: one proposes what is due, another agrees, and it is gone. Never the same person."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.loading import lock
from waymark.foundation.kernel import clock
from waymark.foundation.kernel.refusals import Incomplete, NotNow
from waymark.foundation.ledger.deeds import deed
from waymark.foundation.retention import lives, policies, queries
from waymark.foundation.retention.models import Life, Proposal

from .erasing import erase_all

TASK = "retention.approve"
# So many at once: the second person is to look at them, and a request is to end.
MOST = 200


@deed("retention.propose")
def propose(*, by: Actor, at: datetime, authority_id: int) -> Proposal:
    """Everything that is due and under no hold, as it is now, up to MOST. NotNow when there is nothing."""
    policies.propose(by, authority_id).require()
    due = list(queries.due_for_two(authority_id, clock.uk_date(at))[:MOST])
    if not due:
        raise NotNow(_("Nothing is due to be erased."))
    proposal = Proposal(
        authority_id=authority_id,
        grants=[f"authority:{authority_id}:retention", f"system:{authority_id}"],
        lives=[life.pk for life in due],
        counts=dict(Counter(life.class_code for life in due)),
        proposed_by_id=by.user_id,
        proposed_at=at,
        proposed_as=_roles(by),
    )
    try:
        with transaction.atomic():
            proposal.save(force_insert=True)
    except IntegrityError as another:
        raise NotNow(_("A proposal waits for its second person already.")) from another
    lives.asking().ask(
        TASK,
        about=proposal,
        to=f"authority:{authority_id}:retention",
        by=by,
        at=at,
        due_on=clock.uk_date(at) + queries.TO_APPROVE,
    )
    return proposal


@deed("retention.approve")
def approve(*, by: Actor, at: datetime, proposal: Proposal, version: int) -> tuple[Proposal, int, int]:
    """The second person agrees, and the records are erased in the same moment.

    Answers the proposal, how many went, and how many did not (a hold was placed, a date changed, they went already).
    """
    proposal = _decide(proposal, version, by, at, approved=True, reason="")
    gone, kept = erase_all(Life.objects.filter(pk__in=proposal.lives).order_by("pk"), at, proposal)
    missing = len(proposal.lives) - gone - sum(kept.values())
    return proposal, gone, sum(kept.values()) + missing


@deed("retention.refuse")
def refuse(*, by: Actor, at: datetime, proposal: Proposal, version: int, reason: str) -> Proposal:
    """The second person does not agree. Nothing goes, and the reason stays."""
    if not reason:
        raise Incomplete(_("Say why these records are not to be erased."), field="reason")
    return _decide(proposal, version, by, at, approved=False, reason=reason)


def _decide(
    proposal: Proposal, version: int, by: Actor, at: datetime, *, approved: bool, reason: str
) -> Proposal:
    proposal = lock(proposal, version)
    policies.approve(by, proposal).require()
    if proposal.approved is not None:
        raise NotNow(_("This proposal has been decided already."))
    proposal.approved, proposal.decided_by_id, proposal.decided_at = approved, by.user_id, at
    proposal.decided_as, proposal.reason = _roles(by), reason
    proposal.save_next("approved", "decided_by", "decided_at", "decided_as", "reason")
    lives.asking().done(TASK, about=proposal, by=by, at=at)
    return proposal


def _roles(by: Actor) -> str:
    return " ".join(sorted(by.roles))
