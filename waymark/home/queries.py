"""Reads that cross parts, for the pages of home. Each says how many queries it takes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from allauth.mfa.models import Authenticator
from django.apps import apps
from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from waymark.foundation.access.actors import Actor
from waymark.foundation.access.context import lending
from waymark.foundation.access.models import Membership
from waymark.foundation.accounts.models import User


def members_of(authority_ids: Iterable[int]) -> QuerySet[User]:
    """Everybody who has, or had, a role in one of the authorities. One query."""
    held = Membership.objects.filter(authority_id__in=authority_ids)
    return User.objects.filter(pk__in=held.values("user_id"))


def members_shown(authority_ids: Iterable[int]) -> QuerySet[Any]:
    """The same people with `roles_today` (their valid memberships there) and `has_second_step`. Two queries."""
    today = Membership.objects.valid().filter(authority_id__in=authority_ids).select_related("organisation")
    second = Authenticator.objects.filter(
        user_id=OuterRef("pk"), type__in=[Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
    )
    return (
        members_of(authority_ids)
        .annotate(has_second_step=Exists(second))
        .prefetch_related(Prefetch("memberships", today.order_by("role"), to_attr="roles_today"))
    )


# Kinds of record that people call by a reference, which tells nothing of whom it is about.
REFERRED_TO = (
    "access.glass",
    "concerns.enquiry",
    "concerns.submission",
    "people.person",
    "referrals.referral",
)


def references(actor: Actor, about: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Key → reference of those records (kind, key) that are still there, in authorities whose ledger the actor reads.

    They see no row of them otherwise: the system’s grant is lent for the references alone. One query for each kind.
    """
    keys: dict[str, set[str]] = {}
    for kind, key in about:
        keys.setdefault(kind, set()).add(key)
    mine = [pk for pk in actor.authority_ids if actor.holds(f"authority:{pk}:ledger")]
    found: dict[str, str] = {}
    with lending(*(f"system:{pk}" for pk in mine)):
        for kind in REFERRED_TO:
            if kind in keys:
                rows = apps.get_model(kind)._default_manager.filter(authority_id__in=mine, pk__in=keys[kind])
                found |= {str(key): reference for key, reference in rows.values_list("pk", "reference")}
    return found
