"""Reads of the library."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from waymark.foundation.access.actors import Actor
from waymark.foundation.accounts.models import User
from waymark.foundation.tasks.queries import holders

from .models import Awaited, Resource


def resources(actor: Actor) -> QuerySet[Resource]:
    return Resource.objects.visible_to(actor).select_related("owner", "added_by")


def public(actor: Actor) -> QuerySet[Resource]:
    """What a passer-by sees: without the people who look after it."""
    return Resource.objects.visible_to(actor)


def named(found: QuerySet[Resource], text: str) -> QuerySet[Resource]:
    """Those in which all the words stand: in the title, what it is about, or who published it."""
    for word in text.split():
        found = found.filter(
            Q(title__icontains=word) | Q(about__icontains=word) | Q(publisher__icontains=word)
        )
    return found


def past_review(found: QuerySet[Resource], day: date) -> QuerySet[Resource]:
    return found.filter(taken_out_at__isnull=True, review_on__lt=day)


def awaited(actor: Actor) -> QuerySet[Awaited]:
    return Awaited.objects.visible_to(actor).select_related("owner", "noted_by", "resource")


def keepers(authority_id: int) -> list[User]:
    """Who may look after something: those who plan training there. One query."""
    return holders(f"authority:{authority_id}:training-plan")


def passer_by(authority_id: int) -> Actor:
    """Somebody without an account, on the public page: with the one grant that only public resources carry."""
    return Actor(
        kind="job",
        id="library-public",
        authority_ids=frozenset({authority_id}),
        grants=(f"authority:{authority_id}:library-public",),
        purpose="library-public",
    )
