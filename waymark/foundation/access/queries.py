"""Questions about access that cross models."""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.db.models import QuerySet

from . import roles
from .models import Membership


def who_may(permission: str, authority_id: int) -> QuerySet:
    """Active users who hold a permission in an authority today: for “assign to” lists."""
    held = Membership.objects.valid().filter(role__in=roles.holding(permission), authority_id=authority_id)
    return (
        get_user_model()
        ._default_manager.filter(pk__in=held.values("user_id"), is_active=True)
        .order_by("full_name")
    )
