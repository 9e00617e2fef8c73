"""Reads that cross parts, for the pages of home. Each says how many queries it takes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, Prefetch, QuerySet

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
