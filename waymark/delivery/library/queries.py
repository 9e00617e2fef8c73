"""Reads of the library."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from waymark.delivery.training.models import CourseVersion
from waymark.foundation.access.actors import Actor
from waymark.foundation.accounts.models import User
from waymark.foundation.tasks.queries import holders

from .models import Awaited, Resource, TaughtWith


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


def taught_with(actor: Actor, taught: CourseVersion) -> tuple[list[Resource], int]:
    """What a version is taught with, by title; and how many more were taken out of the list and are not theirs to see.
    Two queries."""
    held = TaughtWith.objects.visible_to(actor).filter(taught=taught, until_on__isnull=True)
    keys = list(held.values_list("resource_id", flat=True))
    found = list(resources(actor).filter(pk__in=keys).order_by("title", "id")) if keys else []
    return found, len(keys) - len(found)


def versions_with(actor: Actor, resource: Resource) -> QuerySet[TaughtWith]:
    """Which versions are taught with it, by course, the newest first."""
    found = TaughtWith.objects.visible_to(actor).filter(resource=resource, until_on__isnull=True)
    return found.select_related("taught__course").order_by("taught__course__name", "-taught__number", "id")


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
