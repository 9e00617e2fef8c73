"""Reads of the work lists."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from waymark.foundation.access import roles
from waymark.foundation.access.actors import Actor
from waymark.foundation.access.models import Membership
from waymark.foundation.accounts.models import User
from waymark.foundation.tasks.declared import KINDS
from waymark.foundation.tasks.models import Task


def my_work(actor: Actor) -> QuerySet[Task]:
    """What waits for this person, oldest due first: their own, what nobody of their role has taken, what escalated
    to them. One query, however long the list. Of a kind that no part declares (any more) nothing can be shown."""
    mine = Q(for_user_id=actor.user_id) if actor.user_id else Q(pk__in=[])
    untaken = Q(for_user__isnull=True, for_grant__in=actor.grants)
    escalated = Q(escalated_at__isnull=False, escalate_to__in=actor.grants)
    return (
        Task.objects.visible_to(actor)
        .filter(mine | untaken | escalated, done_at__isnull=True, kind__in=sorted(KINDS))
        .order_by("due_at", "pk")
    )


def holders(grant: str) -> list[User]:
    """Active people who hold a grant today, by their memberships. One query."""
    if grant.startswith("user:"):
        return list(User.objects.filter(pk=grant.removeprefix("user:"), is_active=True))
    giving = {code: role.grants for code, role in roles.ROLES.items() if role.grants}
    held = (
        Membership.objects.valid()
        .filter(role__in=giving)
        .select_related("user")
        .order_by("user__full_name", "pk")
    )
    people = {
        membership.user_id: membership.user
        for membership in held
        if grant in roles.ROLES[membership.role].grants_of(membership)
    }
    return list(people.values())
